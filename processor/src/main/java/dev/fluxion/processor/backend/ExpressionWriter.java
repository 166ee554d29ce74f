package dev.fluxion.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints expressions with as few parentheses and casts as Java needs to evaluate them exactly as the IR says. Floating-point
 * association is kept: the tree that is printed is the tree that javac reads.
 */
final class ExpressionWriter {

    private final Names names;
    private final Members members;

    ExpressionWriter(Names names, Members members) {
        this.names = names;
        this.members = members;
    }

    /** The expression where a value of a type is assigned, returned or passed: Java widens, boxes and unboxes by itself. */
    Text assigned(Expr e, Type target) {
        if (e instanceof Expr.Constant c && c.value() != null && target == c.type()) {
            Printed loose = Widening.isSmall(c.value()) ? loose(e) : printed(e);
            boolean narrow = c.value() instanceof Byte || c.value() instanceof Short;
            return narrow ? Text.of(c.value().toString()) : loose.text();
        }
        if (e instanceof Expr.Cast c
                && Widening.boxes(c.operand().type(), c.type())
                && c.type().equals(target)) {
            return printed(c.operand()).text();
        }
        Printed loose = loose(e);
        boolean converts = Types.widens(loose.type().unboxed(), target) || Widening.boxes(loose.type(), target);
        return converts ? loose.text() : printed(e).text();
    }

    /** A condition, without outer parentheses. */
    Text condition(Expr e) {
        return printed(e).text();
    }

    /** The expression as something that a member can be selected of. */
    Text primary(Expr e) {
        return printed(e).atLeast(Printed.PRIMARY);
    }

    String name(Var variable) {
        return names.of(variable);
    }

    /** The right operand of {@code x op= e}, if Java computes it in x's type as the IR does. */
    Text compoundOperand(Expr e, Type type) {
        Printed loose = loose(e);
        boolean same = loose.type() instanceof Type.Primitive && Types.promote(type, loose.type()) == type;
        return same ? loose.text() : printed(e).text();
    }

    /** The expression with exactly the IR's type. */
    Printed printed(Expr e) {
        if (e instanceof Expr.Constant c) {
            return constant(c);
        } else if (e instanceof Expr.Read r) {
            return Printed.primary(Text.of(names.of(r.variable())), r.type());
        } else if (e instanceof Expr.FieldRead f) {
            return Printed.primary(fieldRead(f), f.type());
        } else if (e instanceof Expr.Element a) {
            return Printed.primary(Text.of(primary(a.array()), "[", index(a.index()), "]"), a.type());
        } else if (e instanceof Expr.Length l) {
            return Printed.primary(Text.of(primary(l.array()), ".length"), l.type());
        } else if (e instanceof Expr.Unary u) {
            return unary(u);
        } else if (e instanceof Expr.Binary b) {
            return new BinaryWriter(this).print(b);
        } else if (e instanceof Expr.Concat c) {
            return concat(c);
        } else if (e instanceof Expr.Cast c) {
            return cast(c);
        } else if (e instanceof Expr.Conditional c) {
            return conditional(c);
        } else if (e instanceof Expr.InstanceOf i) {
            Text operand = printed(i.operand()).atLeast(Printed.RELATIONAL);
            return new Printed(
                    Text.of(operand, " instanceof ", TypeNames.of(i.tested())), Printed.RELATIONAL, i.type());
        }
        return compound(e);
    }

    private Printed compound(Expr e) {
        if (e instanceof Expr.Call c) {
            return call(c);
        } else if (e instanceof Expr.New n) {
            Text created = Text.of("new ", TypeNames.of(n.type()));
            return Printed.primary(Text.of(created, Text.items("(", arguments(n.arguments()), ")")), n.type());
        } else if (e instanceof Expr.NewArray n) {
            return new Printed(newArray(n), Printed.UNARY, n.type());
        } else if (e instanceof Expr.ArrayLiteral a) {
            return new Printed(arrayLiteral(a), Printed.UNARY, a.type());
        } else if (e instanceof Expr.Opaque o) {
            return new Printed(opaque(o), Printed.LAMBDA, o.type());
        } else if (e instanceof Expr.Pop p) {
            return pop(p);
        } else if (e instanceof Expr.IsEmpty i) {
            return Printed.primary(Text.of(names.of(i.stack()), ".isEmpty()"), i.type());
        }
        throw new AssertionError(e);
    }

    /** The expression without a widening that the context makes by itself; the type says what is left. */
    Printed loose(Expr e) {
        if (e instanceof Expr.Cast c && Widening.isImplicit(c.operand().type(), c.type())) {
            return printed(c.operand());
        } else if (e instanceof Expr.Constant c && c.type().isPrimitive() && Widening.isSmall(c.value())) {
            String text = Long.toString(((Number) c.value()).longValue());
            return new Printed(Text.of(text), precedence(text), Type.Primitive.INT);
        }
        return printed(e);
    }

    private static int precedence(String literal) {
        return literal.startsWith("-") || literal.startsWith("(") ? Printed.UNARY : Printed.PRIMARY;
    }

    private Printed constant(Expr.Constant c) {
        if (c.value() instanceof String s && !c.type().equals(Types.STRING)) {
            return Printed.primary(Text.of(s), c.type());
        }
        if (c.value() instanceof Type.Declared d) {
            return Printed.primary(Text.of(TypeNames.of(d), ".class"), c.type());
        }
        String text = Literals.of(c.value());
        return new Printed(Text.of(text), precedence(text), c.type());
    }

    private Text index(Expr e) {
        return Widening.isImplicit(e.type(), Type.Primitive.INT) ? printed(e).text() : loose(e).text();
    }

    private Text fieldRead(Expr.FieldRead f) {
        return members.read(f.field(), f.target() == null ? null : primary(f.target()));
    }

    private Printed unary(Expr.Unary u) {
        Expr operand = u.operand();
        Printed inner = printed(operand);
        if (operand instanceof Expr.Cast c
                && c.type() == Type.Primitive.INT
                && Types.widens(c.operand().type(), u.type())) {
            inner = printed(c.operand());
        }
        boolean signed = inner.precedence() == Printed.UNARY && !(operand instanceof Expr.Cast);
        Text text = signed ? Text.of("(", inner.text(), ")") : inner.atLeast(Printed.UNARY);
        return new Printed(Text.of(u.operator().symbol(), text), Printed.UNARY, u.type());
    }

    private Printed concat(Expr.Concat c) {
        List<Text> operands = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        List<Expr> parts = c.parts();
        boolean text = parts.size() > 1 && (isText(parts.get(0)) || isText(parts.get(1)));
        if (!text) {
            operands.add(Text.of("\"\""));
        }
        for (Expr part : parts) {
            Printed printed = printed(part);
            operands.add(
                    operands.isEmpty() ? printed.atLeast(Printed.ADDITIVE) : printed.atLeast(Printed.ADDITIVE + 1));
        }
        operands.stream().skip(1).forEach(o -> operators.add("+"));
        return new Printed(Text.chain(operands, operators), Printed.ADDITIVE, c.type());
    }

    private static boolean isText(Expr e) {
        return e.type().equals(Types.STRING);
    }

    private Printed cast(Expr.Cast c) {
        Printed operand = printed(c.operand());
        if (operand.type().equals(c.type())) {
            return operand;
        }
        Type target = c.type();
        if (target.unboxed() != target && operand.type() == target.unboxed()) {
            Text boxed = Text.of(TypeNames.of(target), ".valueOf(", operand.text(), ")");
            return Printed.primary(boxed, target);
        }
        boolean sign = operand.precedence() == Printed.UNARY && !target.isPrimitive();
        Text text = sign ? Text.of("(", operand.text(), ")") : operand.atLeast(Printed.UNARY);
        return new Printed(Text.of("(", TypeNames.of(target), ") ", text), Printed.UNARY, target);
    }

    private Printed conditional(Expr.Conditional c) {
        Printed whenTrue = printed(c.whenTrue());
        Printed whenFalse = printed(c.whenFalse());
        if (Widening.isWide(c.type())) {
            Printed looseTrue = loose(c.whenTrue());
            Printed looseFalse = loose(c.whenFalse());
            if (looseTrue.type() == c.type() && looseFalse.type().isPrimitive()) {
                whenFalse = looseFalse;
            } else if (looseFalse.type() == c.type() && looseTrue.type().isPrimitive()) {
                whenTrue = looseTrue;
            }
        }
        if (mixesBoxes(c.type(), whenTrue.type(), whenFalse.type())) {
            Text asObject = Text.of("(", TypeNames.of(c.type()), ") ", whenTrue.atLeast(Printed.UNARY + 1));
            whenTrue = new Printed(asObject, Printed.UNARY, c.type());
        }
        Text condition = printed(c.condition()).atLeast(Printed.CONDITIONAL + 1);
        List<Text> parts =
                List.of(condition, whenTrue.atLeast(Printed.CONDITIONAL + 1), whenFalse.atLeast(Printed.CONDITIONAL));
        return new Printed(Text.chain(parts, List.of("?", ":")), Printed.CONDITIONAL, c.type());
    }

    /** Whether Java would unbox both operands and convert them to one another's type (JLS 15.25.2), where they are meant as objects. */
    private static boolean mixesBoxes(Type type, Type whenTrue, Type whenFalse) {
        return !type.isPrimitive()
                && !whenTrue.equals(whenFalse)
                && whenTrue.unboxed().isPrimitive()
                && whenFalse.unboxed().isPrimitive();
    }

    private Printed call(Expr.Call c) {
        if (c.callee() instanceof Callee.Derived d) {
            DerivedMethod method = members.derived(d);
            Text call = derivedCall(method, c.arguments());
            String accessor =
                    method.accessors().isEmpty() ? "" : "." + method.accessors().get(0) + "()";
            return Printed.primary(Text.of(call, accessor), c.type());
        }
        Callee.Method method = (Callee.Method) c.callee();
        boolean receiverFirst = c.target() == null && !method.isStatic();
        Expr receiver = receiverFirst ? c.arguments().get(0) : c.target();
        List<Expr> rest = receiverFirst ? c.arguments().subList(1, c.arguments().size()) : c.arguments();
        List<Text> arguments = Overloads.arePromoted(method) ? promoted(method, rest) : arguments(rest);
        Text target = receiver == null ? null : primary(receiver);
        return Printed.primary(members.call(method, target, arguments), c.type());
    }

    /** A call of a companion's method, whose overloads, if any, differ in more than widenings. */
    Text derivedCall(DerivedMethod method, List<Expr> arguments) {
        List<Text> texts = new ArrayList<>();
        arguments.forEach(a -> texts.add(assigned(a, a.type())));
        return Text.of(members.qualified(method.companion(), method.name()), Text.items("(", texts, ")"));
    }

    /** Arguments of a family of overloads over one primitive type each: one of exactly that type decides. */
    private List<Text> promoted(Callee.Method method, List<Expr> arguments) {
        Type type = arguments.get(0).type();
        List<Printed> loose = arguments.stream().map(this::loose).toList();
        boolean decided = Overloads.isAlone(method)
                || loose.stream().anyMatch(p -> p.type().unboxed() == type) && Widening.isWide(type);
        boolean convertible = loose.stream().allMatch(p -> Types.widens(p.type().unboxed(), type));
        return decided && convertible ? loose.stream().map(Printed::text).toList() : arguments(arguments);
    }

    private List<Text> arguments(List<Expr> arguments) {
        List<Text> texts = new ArrayList<>();
        for (Expr a : arguments) {
            boolean typedNull = a instanceof Expr.Constant c && c.value() == null && !(c.type() instanceof Type.Null);
            texts.add(
                    typedNull
                            ? Text.of("(", TypeNames.of(a.type()), ") null")
                            : printed(a).text());
        }
        return texts;
    }

    private Text newArray(Expr.NewArray n) {
        TypeName element = TypeNames.of(n.type());
        List<Object> parts = new ArrayList<>();
        for (Expr length : n.lengths()) {
            parts.add(Text.of("[", index(length), "]"));
        }
        for (int rank = 0; element instanceof ArrayTypeName a; rank++) {
            element = a.componentType();
            if (rank >= n.lengths().size()) {
                parts.add("[]");
            }
        }
        parts.add(0, "new ");
        parts.add(1, element);
        return Text.of(parts.toArray());
    }

    private Text arrayLiteral(Expr.ArrayLiteral a) {
        List<Text> elements = a.elements().stream()
                .map(e -> assigned(e, a.type().component()))
                .toList();
        return Text.of("new ", TypeNames.of(a.type()), " ", Text.items("{", elements, "}"));
    }

    private Text opaque(Expr.Opaque o) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < o.fragments().size(); i++) {
            parts.add(o.fragments().get(i));
            if (i < o.holes().size()) {
                parts.add(primary(o.holes().get(i)));
            }
        }
        return Text.of(parts.toArray());
    }

    private Printed pop(Expr.Pop p) {
        boolean shared = p.stack().type().equals(Types.TAPE);
        String method = shared ? ".pop" + Tapes.suffix(p.type()) + "()" : ".pop()";
        Text call = Text.of(names.of(p.stack()), method);
        return Tapes.isNarrow(p.type())
                ? new Printed(Text.of("(", TypeNames.of(p.type()), ") ", call), Printed.UNARY, p.type())
                : Printed.primary(call, p.type());
    }

    /** Operators that Java applies left to right without changing a result whichever side is grouped. */
    static boolean isAssociative(Operator operator) {
        return operator == Operator.AND_THEN || operator == Operator.OR_ELSE;
    }
}
