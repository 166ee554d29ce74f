package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.Rule;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.rules.TensorRules;
import dev.fluxion.processor.rules.TensorTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes each active operation on tensors, {@code v = a.op(b)}, a step and its value: {@code s = step((x, y) -> x.op(y), a, b); v = s.value()}. The
 * step runs the same operation on the same elements, so that the value is the same to the bit, and keeps what its derivative needs, as the
 * operation does in a graph of tensors. Adjoints and tangents are then asked of the step, whatever became of the operands.
 */
public final class TensorSteps extends Rewriter {

    private static final String FUNCTION = "java.util.function";

    /** A function from a tensor to extremes. */
    private static final Type EXTREMES =
            new Type.Declared(FUNCTION, List.of("Function"), List.of(Types.TENSOR, Types.TENSOR_WITH_INDICES));

    private final RuleTable rules;
    private final Predicate<Var> active;

    private TensorSteps(RuleTable rules, Predicate<Var> active) {
        this.rules = rules;
        this.active = active;
    }

    /**
     * A function in three-address form, with steps.
     *
     * @param active whether derivatives flow through a variable
     */
    public static Function apply(Function function, RuleTable rules, Predicate<Var> active) {
        boolean[] found = {false};
        Walk.allExpressions(
                function.body(), e -> found[0] |= e instanceof Expr.Call c && TensorRules.isOperation(c.callee()));
        return found[0] ? function.withBody(new TensorSteps(rules, active).block(function.body())) : function;
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        if (s instanceof Stmt.Declare d && isStep(d.variable(), d.value())) {
            List<Stmt> code = new ArrayList<>();
            code.add(new Stmt.Declare(d.variable(), step((Expr.Call) d.value(), code), s.span()));
            return code;
        } else if (s instanceof Stmt.Assign a && isStep(a.variable(), a.value())) {
            List<Stmt> code = new ArrayList<>();
            code.add(new Stmt.Assign(a.variable(), step((Expr.Call) a.value(), code), s.span()));
            return code;
        }
        return super.rewrite(s);
    }

    private boolean isStep(Var target, Expr value) {
        return value instanceof Expr.Call c
                && TensorRules.isOperation(c.callee())
                && active.test(target)
                && activeOperands(c).contains(true);
    }

    private List<Boolean> activeOperands(Expr.Call c) {
        Rule rule = rules.of(c).orElseThrow();
        List<Expr> operands = Walk.parts(c);
        List<Boolean> found = new ArrayList<>();
        for (int k = 0; k < operands.size(); k++) {
            found.add(rule.differentiable(k) && operands.get(k) instanceof Expr.Read r && active.test(r.variable()));
        }
        return found;
    }

    /** Appends the step of an operation; what its value is. */
    private Expr step(Expr.Call c, List<Stmt> code) {
        List<Expr> operands = Walk.parts(c);
        List<Boolean> pattern = activeOperands(c);
        List<Expr> chosen = new ArrayList<>();
        for (int k = 0; k < operands.size(); k++) {
            if (pattern.get(k)) {
                chosen.add(operands.get(k));
            }
        }
        Var step = Var.temporary(((Callee.Method) c.callee()).name() + "Step", Types.TENSOR_STEP);
        boolean byNumber = chosen.get(chosen.size() - 1).type().isNumber();
        Expr made = TensorRules.isElement(c.callee())
                ? element(c)
                : byNumber ? byNumber(c, code) : ofTensors(c, pattern, chosen);
        code.add(new Stmt.Declare(step, made, c.span()));
        if (TensorRules.isExtremes(c.callee())) {
            return TensorTerms.extremes(Expr.read(step), c.span());
        }
        Expr value = TensorTerms.value(Expr.read(step), c.span());
        if (!TensorRules.isElement(c.callee())) {
            return value;
        }
        Var element = Var.temporary("element", Types.TENSOR);
        code.add(new Stmt.Declare(element, value, c.span()));
        return TensorTerms.item(Expr.read(element), c.span());
    }

    private Expr ofTensors(Expr.Call c, List<Boolean> pattern, List<Expr> chosen) {
        Lambda lambda = new Lambda(chosen.size());
        int next = 0;
        List<Expr> operands = Walk.parts(c);
        boolean isStatic = c.target() == null;
        lambda.text(isStatic ? Types.TENSOR.canonicalName() : "");
        for (int k = 0; k < operands.size(); k++) {
            int argument = isStatic ? k : k - 1;
            lambda.text(argument == 0 ? "." + ((Callee.Method) c.callee()).name() + "(" : argument > 0 ? ", " : "");
            if (pattern.get(k)) {
                lambda.parameter(next++);
            } else {
                lambda.hole(operands.get(k));
            }
        }
        lambda.text(operands.size() == 1 && !isStatic ? "." + ((Callee.Method) c.callee()).name() + "()" : ")");
        boolean ofExtremes = TensorRules.isExtremes(c.callee());
        List<Expr> arguments = new ArrayList<>(List.of(lambda.made(ofExtremes ? EXTREMES : lambda.type(), c.span())));
        arguments.addAll(chosen);
        if (ofExtremes) {
            return call("ofExtremes", arguments, c.span());
        }
        return call(chosen.size() > 2 ? "ofAll" : "of", arguments, c.span());
    }

    private static Expr element(Expr.Call c) {
        Lambda lambda = new Lambda(1);
        lambda.text(Types.TENSOR_ADJOINTS.canonicalName() + ".element(");
        lambda.parameter(0);
        lambda.text(", ");
        lambda.hole(c.arguments().get(0));
        lambda.text(")");
        return call("of", List.of(lambda.made(lambda.type(), c.span()), c.target()), c.span());
    }

    /** The operation by a number has its own way to the value; the derivatives are those of the operation by a tensor without dimensions. */
    private static Expr byNumber(Expr.Call c, List<Stmt> code) {
        String name = ((Callee.Method) c.callee()).name();
        Var value = Var.temporary(name, Types.TENSOR);
        code.add(new Stmt.Declare(value, c, c.span()));
        boolean reversed = name.startsWith("r");
        Lambda lambda = new Lambda(2);
        lambda.parameter(reversed ? 1 : 0);
        lambda.text("." + (reversed ? name.substring(1) : name) + "(");
        lambda.parameter(reversed ? 0 : 1);
        lambda.text(")");
        List<Expr> arguments = new ArrayList<>(List.of(Expr.read(value), lambda.made(lambda.type(), c.span())));
        arguments.addAll(Walk.parts(c));
        return call("byNumber", arguments, c.span());
    }

    private static Expr call(String name, List<Expr> arguments, Span span) {
        Type[] parameters = arguments.stream()
                .map(a -> a.type() instanceof Type.Declared d ? d.erasure() : a.type())
                .toArray(Type[]::new);
        Callee.Method method = Callee.Method.publicStatic(Types.TENSOR_STEP, name, Types.TENSOR_STEP, parameters);
        return new Expr.Call(method, null, arguments, Types.TENSOR_STEP, span);
    }

    /** The operation as a function of its active operands; the others stand in it as they are. */
    private static final class Lambda {

        private final int parameters;
        private final StringBuilder current = new StringBuilder();
        private final List<String> fragments = new ArrayList<>();
        private final List<Expr> holes = new ArrayList<>();

        Lambda(int parameters) {
            this.parameters = parameters;
            current.append(
                    switch (parameters) {
                        case 1 -> "tensor -> ";
                        case 2 -> "(left, right) -> ";
                        default -> "tensors -> ";
                    });
        }

        void text(String more) {
            current.append(more);
        }

        void parameter(int index) {
            current.append(
                    switch (parameters) {
                        case 1 -> "tensor";
                        case 2 -> index == 0 ? "left" : "right";
                        default -> "tensors[" + index + "]";
                    });
        }

        void hole(Expr e) {
            fragments.add(current.toString());
            current.setLength(0);
            holes.add(e);
        }

        Expr made(Type type, Span span) {
            fragments.add(current.toString());
            return new Expr.Opaque(fragments, holes, type, span);
        }

        private Type type() {
            List<TypeArgument> tensor = List.of(Types.TENSOR);
            return switch (parameters) {
                case 1 -> new Type.Declared(FUNCTION, List.of("UnaryOperator"), tensor);
                case 2 -> new Type.Declared(FUNCTION, List.of("BinaryOperator"), tensor);
                default ->
                    new Type.Declared(
                            FUNCTION, List.of("Function"), List.of(new Type.Array(Types.TENSOR), Types.TENSOR));
            };
        }
    }
}
