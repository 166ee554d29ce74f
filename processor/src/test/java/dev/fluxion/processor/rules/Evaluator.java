package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/** Computes the small expressions that the rules deal in, as Java would; calls go through reflection. */
final class Evaluator {

    private final Map<Var, Object> values;

    Evaluator(Map<Var, Object> values) {
        this.values = values;
    }

    double number(Expr e) {
        return ((Number) value(e)).doubleValue();
    }

    Object value(Expr e) {
        if (e instanceof Expr.Constant c) {
            return c.value();
        } else if (e instanceof Expr.Read r) {
            return values.get(r.variable());
        } else if (e instanceof Expr.Unary u) {
            return unary(u);
        } else if (e instanceof Expr.Binary b) {
            return binary(b);
        } else if (e instanceof Expr.Cast c) {
            return convert(value(c.operand()), c.type());
        } else if (e instanceof Expr.Call c) {
            return call(c);
        } else if (e instanceof Expr.Element a) {
            return java.lang.reflect.Array.get(value(a.array()), (Integer) value(a.index()));
        }
        throw new AssertionError(e);
    }

    private Object unary(Expr.Unary u) {
        Object operand = value(u.operand());
        return switch (u.operator()) {
            case PLUS -> operand;
            case NEGATE ->
                u.type() == Type.Primitive.FLOAT ? (Object) (-(Float) operand) : (Object) (-(Double) operand);
            default -> throw new AssertionError(u);
        };
    }

    private Object binary(Expr.Binary b) {
        Object left = value(b.left());
        Object right = value(b.right());
        if (b.type() == Type.Primitive.FLOAT) {
            float x = (Float) left;
            float y = (Float) right;
            return switch (b.operator()) {
                case ADD -> x + y;
                case SUBTRACT -> x - y;
                case MULTIPLY -> x * y;
                case DIVIDE -> x / y;
                case REMAINDER -> x % y;
                default -> throw new AssertionError(b);
            };
        }
        double x = (Double) left;
        double y = (Double) right;
        return switch (b.operator()) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case REMAINDER -> x % y;
            default -> throw new AssertionError(b);
        };
    }

    static Object convert(Object value, Type to) {
        Number number = (Number) value;
        return switch ((Type.Primitive) to.unboxed()) {
            case DOUBLE -> (Object) number.doubleValue();
            case FLOAT -> (Object) number.floatValue();
            case LONG -> (Object) number.longValue();
            case INT -> (Object) number.intValue();
            default -> throw new AssertionError(to);
        };
    }

    private Object call(Expr.Call c) {
        Callee.Method callee = (Callee.Method) c.callee();
        Object target = c.target() == null ? null : value(c.target());
        Object[] arguments = c.arguments().stream().map(this::value).toArray();
        if (callee.name().equals("clamp")) {
            return clamp(arguments);
        }
        try {
            Method method = method(callee);
            assert method.getReturnType() == javaClass(c.type()) : c;
            return method.invoke(target, arguments);
        } catch (InvocationTargetException | IllegalAccessException ex) {
            throw new AssertionError(c.toString(), ex);
        }
    }

    /** Not there before JDK 21. */
    private static Object clamp(Object[] arguments) {
        if (arguments[0] instanceof Float x) {
            return Math.min((Float) arguments[2], Math.max(x, (Float) arguments[1]));
        }
        return Math.min((Double) arguments[2], Math.max((Double) arguments[0], (Double) arguments[1]));
    }

    static Method method(Callee.Method callee) {
        Class<?>[] parameters =
                callee.parameters().stream().map(Evaluator::javaClass).toArray(Class<?>[]::new);
        try {
            return Class.forName(callee.owner().binaryName()).getMethod(callee.name(), parameters);
        } catch (ReflectiveOperationException ex) {
            throw new AssertionError(callee.key(), ex);
        }
    }

    static Class<?> javaClass(Type type) {
        if (type instanceof Type.Array a) {
            return javaClass(a.component()).arrayType();
        }
        if (type instanceof Type.Primitive p) {
            return switch (p) {
                case BOOLEAN -> boolean.class;
                case BYTE -> byte.class;
                case SHORT -> short.class;
                case CHAR -> char.class;
                case INT -> int.class;
                case LONG -> long.class;
                case FLOAT -> float.class;
                case DOUBLE -> double.class;
            };
        }
        try {
            return Class.forName(((Type.Declared) type).binaryName());
        } catch (ClassNotFoundException ex) {
            throw new AssertionError(ex);
        }
    }
}
