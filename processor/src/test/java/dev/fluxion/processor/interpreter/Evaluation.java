package dev.fluxion.processor.interpreter;

import dev.fluxion.Dual;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates the expressions of one activation of a function. */
final class Evaluation<A> {

    private final Interpreter<A> interpreter;
    private final Arithmetic<A> arithmetic;
    private final Map<Var, Object> values;
    private final Cells<A> cells;

    Evaluation(Interpreter<A> interpreter, Map<Var, Object> values) {
        this.interpreter = interpreter;
        this.arithmetic = interpreter.arithmetic();
        this.values = values;
        this.cells = new Cells<>(interpreter);
    }

    /** A value where one of a type is wanted: a box as an object of any kind is Java's own. */
    Object value(Expr e, Type wanted) {
        Object value = value(e);
        return e.type().isDifferentiable() && !wanted.isDifferentiable() ? toJava(value, e.type()) : value;
    }

    Object value(Expr e) {
        if (e instanceof Expr.Constant c) {
            return constant(c);
        } else if (e instanceof Expr.Read r) {
            if (!values.containsKey(r.variable())) {
                throw new AssertionError("read of " + r.variable() + " before it is assigned");
            }
            return values.get(r.variable());
        } else if (e instanceof Expr.Unary u) {
            Object operand = value(u.operand());
            return u.type().isFloating() ? floating(u, operand) : Integers.unary(u.operator(), operand);
        } else if (e instanceof Expr.Binary b) {
            return binary(b);
        } else if (e instanceof Expr.Cast c) {
            return convert(value(c.operand()), c.operand().type(), c.type());
        } else if (e instanceof Expr.Conditional c) {
            return value((Boolean) value(c.condition()) ? c.whenTrue() : c.whenFalse(), c.type());
        } else if (e instanceof Expr.Concat c) {
            StringBuilder text = new StringBuilder();
            c.parts().forEach(p -> text.append(shown(p)));
            return text.toString();
        } else if (e instanceof Expr.InstanceOf i) {
            return interpreter
                    .members()
                    .load(i.tested())
                    .isInstance(toJava(value(i.operand()), i.operand().type()));
        } else if (e instanceof Expr.Call c) {
            return call(c);
        }
        return object(e);
    }

    /** A part of a concatenation, as Java shows it. */
    private String shown(Expr part) {
        return String.valueOf(toJava(value(part), part.type()));
    }

    private Object constant(Expr.Constant c) {
        return c.value() instanceof Type.Declared d ? interpreter.members().load(d) : fromJava(c.value(), c.type());
    }

    private Object object(Expr e) {
        if (e instanceof Expr.FieldRead f) {
            Object target = f.target() == null ? null : value(f.target());
            if (target == null && !f.field().isStatic()) {
                throw new NullPointerException();
            }
            Object value = interpreter.members().read(f.field(), target);
            return f.type().isFloatingArray() ? cells.fromJava(value) : fromJava(value, f.type());
        } else if (e instanceof Expr.Element a) {
            Object array = value(a.array());
            return Cells.get(array, (Integer) value(a.index()));
        } else if (e instanceof Expr.Length l) {
            return Array.getLength(value(l.array()));
        } else if (e instanceof Expr.New n) {
            List<Type> types = n.arguments().stream().map(Expr::type).toList();
            return interpreter.members().create(n.type(), types, arguments(n.arguments(), types));
        } else if (e instanceof Expr.NewArray n) {
            int[] lengths =
                    n.lengths().stream().mapToInt(l -> (Integer) value(l)).toArray();
            return cells.create(n.type(), lengths);
        } else if (e instanceof Expr.ArrayLiteral l) {
            return literal(l);
        } else if (e instanceof Expr.Opaque o) {
            throw new NotInterpreted("a class or a lambda: " + o.fragments());
        }
        throw new AssertionError(e);
    }

    private Object literal(Expr.ArrayLiteral l) {
        Object array = cells.create(l.type(), l.elements().size());
        for (int i = 0; i < l.elements().size(); i++) {
            Array.set(array, i, value(l.elements().get(i), l.type().component()));
        }
        return array;
    }

    @SuppressWarnings("unchecked")
    private A real(Object value) {
        return (A) value;
    }

    private Object floating(Expr.Unary u, Object operand) {
        return u.operator() == Operator.NEGATE ? arithmetic.negate(real(operand)) : operand;
    }

    private Object binary(Expr.Binary b) {
        Object left = value(b.left());
        if (b.operator() == Operator.AND_THEN) {
            return (Boolean) left && (Boolean) value(b.right());
        } else if (b.operator() == Operator.OR_ELSE) {
            return (Boolean) left || (Boolean) value(b.right());
        }
        Object right = value(b.right());
        if (b.left().type().isFloating()) {
            return floating(b, real(left), real(right));
        } else if (!b.left().type().isPrimitive()) {
            return (left == right) == (b.operator() == Operator.EQUAL);
        }
        return Integers.binary(b.operator(), left, right);
    }

    private Object floating(Expr.Binary b, A left, A right) {
        if (b.operator().kind() == Operator.Kind.COMPARISON) {
            double l = arithmetic.value(left);
            double r = arithmetic.value(right);
            return Integers.compare(b.operator(), l < r ? -1 : l > r ? 1 : 0, l != l || r != r);
        }
        A result = arithmetic.apply(b.operator(), left, right);
        return b.type() == Type.Primitive.FLOAT ? arithmetic.round(result) : result;
    }

    private Object convert(Object value, Type from, Type to) {
        if (value == null && to.isPrimitive()) {
            throw new NullPointerException();
        }
        Type source = from.unboxed();
        Type target = to.unboxed();
        if (to.isFloatingArray()) {
            return value;
        }
        if (source.isFloating() && target.isFloating()) {
            return target == Type.Primitive.FLOAT && value != null ? arithmetic.round(real(value)) : value;
        } else if (source.isFloating() && target instanceof Type.Primitive p) {
            return narrowed(arithmetic.value(real(value)), p);
        } else if (target.isFloating() && source.isPrimitive()) {
            Number n = value instanceof Character c ? (Number) (int) c : (Number) value;
            double wide = target == Type.Primitive.FLOAT ? (float) n.longValue() : (double) n.longValue();
            return arithmetic.constant(wide);
        } else if (target instanceof Type.Primitive p && p != Type.Primitive.BOOLEAN && source.isPrimitive()) {
            return integral(value instanceof Character c ? c : ((Number) value).longValue(), p);
        } else if (source.isFloating() || target.isFloating()) {
            return target.isFloating() ? fromJava(checked(value, to), to) : toJava(value, from);
        }
        return checked(value, to);
    }

    private Object checked(Object value, Type to) {
        Class<?> wanted = interpreter.members().load(to instanceof Type.Primitive p ? Types.boxed(p) : to);
        return wanted.cast(value);
    }

    /** A floating-point number converted to an integral type (JLS 5.1.3): through int, but for long. */
    private static Object narrowed(double d, Type.Primitive to) {
        return to == Type.Primitive.LONG ? (Object) (long) d : integral((int) d, to);
    }

    private static Object integral(long l, Type.Primitive to) {
        return switch (to) {
            case BYTE -> (byte) l;
            case SHORT -> (short) l;
            case CHAR -> (char) l;
            case INT -> (int) l;
            case LONG -> l;
            default -> throw new AssertionError(to);
        };
    }

    private Object call(Expr.Call c) {
        if (!(c.callee() instanceof Callee.Method m)) {
            throw new NotInterpreted("a derived function: " + c.callee());
        }
        if (c.target() == null && !m.isStatic()) {
            return instance(c, m);
        }
        Object target = c.target() == null ? null : value(c.target());
        List<Object> plain = new ArrayList<>();
        c.arguments().forEach(e -> plain.add(value(e)));
        Optional<Function> body = m.isStatic() ? interpreter.program().find(m) : Optional.empty();
        if (body.isPresent()) {
            return interpreter.run(body.get(), plain);
        } else if (Cells.concerns(c)) {
            return cells.call(m, target, plain);
        } else if (c.target() != null
                && c.target().type().isDifferentiable()
                && c.type().isFloating()) {
            return convert(target, c.target().type(), c.type());
        }
        Optional<A> result = c.type().isDifferentiable() && m.isStatic() ? arithmetic.call(m, plain) : Optional.empty();
        Object java = toJava(c, m, target, plain);
        return result.isEmpty()
                ? fromJava(java, c.type())
                : arithmetic.withValue(rounded(result.get(), c.type()), ((Number) java).doubleValue());
    }

    /** A call that hands its receiver in as the first argument: what runs is what the receiver's class has. */
    private Object instance(Expr.Call c, Callee.Method m) {
        List<Object> plain = new ArrayList<>();
        c.arguments().forEach(e -> plain.add(value(e)));
        Callee.Method target = interpreter.members().implementation(m, plain.get(0));
        return interpreter.run(
                interpreter.program().find(target).orElseThrow(() -> new NotInterpreted(target.toString())), plain);
    }

    private A rounded(A a, Type type) {
        return type.unboxed() == Type.Primitive.FLOAT ? arithmetic.round(a) : a;
    }

    /** What Java makes of a call. */
    private Object toJava(Expr.Call c, Callee.Method m, Object target, List<Object> plain) {
        if (target instanceof int[] ints && m.name().equals("clone")) {
            return ints.clone(); // Reflection does not know it.
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Type type = c.arguments().get(i).type();
            arguments.add(toJava(plain.get(i), type));
        }
        Object receiver = target != null && c.target().type().isDifferentiable()
                ? toJava(target, c.target().type())
                : target;
        return interpreter.members().call(m, receiver, arguments);
    }

    private List<Object> arguments(List<Expr> parts, List<Type> types) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Object value = value(parts.get(i));
            if (value instanceof Dual d && d.tangent() != 0) {
                throw new NotInterpreted("an active value in an object");
            }
            all.add(toJava(value, types.get(i)));
        }
        return all;
    }

    /** A value as Java has it. */
    Object toJava(Object value, Type type) {
        if (value instanceof Object[] array && type.isFloatingArray()) {
            return cells.toJava(array, (Type.Array) type);
        } else if (value == null || !type.isDifferentiable()) {
            return value;
        }
        double number = arithmetic.value(real(value));
        return type.unboxed() == Type.Primitive.FLOAT ? (Object) (float) number : (Object) number;
    }

    private Object fromJava(Object value, Type type) {
        return value == null || !type.isDifferentiable() ? value : arithmetic.constant(((Number) value).doubleValue());
    }
}
