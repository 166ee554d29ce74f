package dev.fluxion.processor.frontend.lowering;

import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.type.TypeMirror;

/**
 * The tests of a switch with patterns, in the order in which Java makes them (JLS 14.11.2): null first, then case by case, the default last. The rest is as in
 * any other switch.
 */
final class PatternSwitch {

    private static final Type BOOLEAN = Type.Primitive.BOOLEAN;
    private static final Expr TRUE = new Expr.Constant(true, BOOLEAN);

    private final Context context;
    private final ExpressionLowering expressions;
    private final List<Test> tests = new ArrayList<>();
    private final Expr selected;
    private final TypeMirror selectedType;
    private boolean takesNull;
    private Integer otherwise;
    private boolean isDecided;

    /** A condition, the statements that it needs, and the number of the group that is chosen by it. */
    private record Test(List<Stmt> before, Expr condition, int group) {}

    PatternSwitch(Context context, ExpressionLowering expressions, TreePath selector, List<TreePath> cases) {
        this.context = context;
        this.expressions = expressions;
        Span span = context.span(selector.getLeaf());
        selected = context.emitter().keep(expressions.value(selector), "selected", span);
        selectedType = context.mirror(selector);
        takesNull = cases.stream()
                .flatMap(c -> NewerTrees.labels(c).stream())
                .anyMatch(l -> l.kind() == NewerTrees.CaseLabel.Kind.NULL);
        if (!takesNull) {
            Callee.Method check = Callee.Method.publicStatic(
                    Type.Declared.of("java.util", "Objects"), "requireNonNull", Types.OBJECT, Types.OBJECT);
            context.emitter()
                    .emit(new Stmt.Eval(new Expr.Call(check, null, List.of(selected), Types.OBJECT, span), span));
        }
    }

    /** Adds the test of a case, whose bindings are known from here on. */
    void add(TreePath path, int group) {
        Span span = context.span(path.getLeaf());
        List<Supplier<Expr>> ways = new ArrayList<>();
        boolean isNull = false;
        for (NewerTrees.CaseLabel label : NewerTrees.labels(path)) {
            switch (label.kind()) {
                case DEFAULT -> otherwise = group;
                case NULL -> isNull = true;
                case CONSTANT -> ways.add(() -> equal(label.path(), span));
                default -> ways.add(() -> matches(path, label.path()));
            }
        }
        if (isNull && (otherwise == null || otherwise != group)) {
            Expr none = new Expr.Constant(null, selected.type());
            tests.add(0, new Test(List.of(), new Expr.Binary(Operator.EQUAL, selected, none, BOOLEAN), group));
        }
        if (!ways.isEmpty()) {
            Expr[] condition = new Expr[1];
            List<Stmt> before = context.emitter().apart(() -> condition[0] = guarded(path, either(ways, span), span));
            tests.add(new Test(before, condition[0], group));
        }
    }

    private Expr either(List<Supplier<Expr>> ways, Span span) {
        Expr found = ways.get(0).get();
        for (Supplier<Expr> way : ways.subList(1, ways.size())) {
            found = expressions.operators().lazy(Operator.OR_ELSE, found, way, span);
        }
        return found;
    }

    private Expr guarded(TreePath path, Expr matches, Span span) {
        if (matches == TRUE) {
            return NewerTrees.guard(path)
                    .map(g -> expressions.value(g, BOOLEAN))
                    .orElse(TRUE);
        }
        return NewerTrees.guard(path)
                .map(g -> expressions
                        .operators()
                        .lazy(Operator.AND_THEN, matches, () -> expressions.value(g, BOOLEAN), span))
                .orElse(matches);
    }

    /** A pattern that every value but null matches is the last one, unless it has a guard. */
    private Expr matches(TreePath path, TreePath pattern) {
        if (!context.patterns().isTotal(pattern, selectedType)) {
            return context.patterns().matches(pattern, selected);
        }
        context.patterns().bind(pattern, selected);
        isDecided |= NewerTrees.guard(path).isEmpty();
        Expr none = new Expr.Constant(null, selected.type());
        return takesNull ? new Expr.Binary(Operator.NOT_EQUAL, selected, none, BOOLEAN) : TRUE;
    }

    private Expr equal(TreePath constant, Span span) {
        Type unboxed = selected.type().unboxed();
        if (context.constant(constant) instanceof String s) {
            Callee.Method equals = new Callee.Method(
                    Types.STRING, "equals", List.of(Types.OBJECT), BOOLEAN, false, Callee.Access.PUBLIC);
            Expr text = new Expr.Constant(s, Types.STRING);
            return new Expr.Call(equals, text, List.of(selected), BOOLEAN, span);
        } else if (unboxed instanceof Type.Primitive p && context.constant(constant) != null) {
            Expr none = new Expr.Constant(null, selected.type());
            Expr isThere = new Expr.Binary(Operator.NOT_EQUAL, selected, none, BOOLEAN);
            Expr value = Conversions.constant(context.constant(constant), p);
            Expr same = Operators.apply(Operator.EQUAL, Conversions.convert(selected, p, span), value, span);
            return takesNull ? new Expr.Binary(Operator.AND_THEN, isThere, same, BOOLEAN) : same;
        }
        return new Expr.Binary(Operator.EQUAL, selected, expressions.value(constant), BOOLEAN);
    }

    /** The statements that choose among bodies, by the numbers of their groups. */
    List<Stmt> choose(List<Block> bodies, Span span) {
        List<Stmt> rest;
        int from = tests.size();
        if (isDecided) {
            Test last = tests.get(--from);
            rest = new ArrayList<>(last.before());
            rest.addAll(bodies.get(last.group()).statements());
        } else if (otherwise != null) {
            rest = bodies.get(otherwise).statements();
        } else {
            Expr text = new Expr.Constant(null, Types.STRING);
            Expr cause = new Expr.Constant(null, Type.Declared.of("java.lang", "Throwable"));
            rest = context.emitter().apart(() -> context.patterns().mismatch(List.of(text, cause), span));
        }
        for (int i = from - 1; i >= 0; i--) {
            List<Stmt> all = new ArrayList<>(tests.get(i).before());
            Block body = bodies.get(tests.get(i).group());
            all.add(new Stmt.If(tests.get(i).condition(), body, new Block(rest), span));
            rest = all;
        }
        return rest;
    }

    /** Declares the bindings before everything, for bodies that are not inside the tests. */
    void hoistBindings() {
        tests.replaceAll(t -> new Test(context.patterns().hoisted(t.before()), t.condition(), t.group()));
    }
}
