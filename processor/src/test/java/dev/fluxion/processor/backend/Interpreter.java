package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.Map;

/** Evaluates scalar expressions as the IR means them; values are boxed. */
final class Interpreter {

    private final Map<Var, Object> values;

    Interpreter(Map<Var, Object> values) {
        this.values = values;
    }

    Object evaluate(Expr e) {
        if (e instanceof Expr.Constant c) {
            return c.value();
        } else if (e instanceof Expr.Read r) {
            return values.get(r.variable());
        } else if (e instanceof Expr.Cast c) {
            return convert(evaluate(c.operand()), c.type().unboxed());
        } else if (e instanceof Expr.Conditional c) {
            return evaluate((boolean) evaluate(c.condition()) ? c.whenTrue() : c.whenFalse());
        } else if (e instanceof Expr.Unary u) {
            return unary(u);
        } else if (e instanceof Expr.Binary b) {
            return binary(b);
        } else if (e instanceof Expr.Concat c) {
            StringBuilder text = new StringBuilder();
            c.parts().forEach(p -> text.append(evaluate(p)));
            return text.toString();
        } else if (e instanceof Expr.Call c) {
            return call(c);
        }
        throw new AssertionError(e);
    }

    private static Object convert(Object value, Type to) {
        if (value instanceof Boolean || value instanceof String) {
            return value;
        } else if (value instanceof Character c) {
            return convert((int) c, to);
        }
        Number n = (Number) value;
        return switch ((Type.Primitive) to) {
            case BYTE -> (byte) integral(n);
            case SHORT -> (short) integral(n);
            case CHAR -> (char) integral(n);
            case INT -> integral(n);
            case LONG -> n.longValue();
            case FLOAT -> n.floatValue();
            case DOUBLE -> n.doubleValue();
            case BOOLEAN -> throw new AssertionError();
        };
    }

    /** The conversion to {@code int} that comes before one to a narrower type. */
    private static int integral(Number n) {
        return n instanceof Double d ? (int) (double) d : n instanceof Float f ? (int) (float) f : n.intValue();
    }

    private Object unary(Expr.Unary u) {
        Object value = evaluate(u.operand());
        if (value instanceof Boolean b) {
            return !b;
        } else if (value instanceof Integer i) {
            return switch (u.operator()) {
                case NEGATE -> -i;
                case COMPLEMENT -> ~i;
                default -> i;
            };
        } else if (value instanceof Long l) {
            return switch (u.operator()) {
                case NEGATE -> -l;
                case COMPLEMENT -> ~l;
                default -> l;
            };
        } else if (value instanceof Float f) {
            return u.operator() == dev.fluxion.processor.ir.Operator.NEGATE ? (Object) (-f) : f;
        }
        double d = (double) value;
        return u.operator() == dev.fluxion.processor.ir.Operator.NEGATE ? -d : d;
    }

    private Object binary(Expr.Binary b) {
        Object left = evaluate(b.left());
        if (left instanceof Boolean l) {
            return switch (b.operator()) {
                case AND_THEN -> l && (boolean) evaluate(b.right());
                case OR_ELSE -> l || (boolean) evaluate(b.right());
                case AND -> l & (boolean) evaluate(b.right());
                case OR -> l | (boolean) evaluate(b.right());
                case XOR, NOT_EQUAL -> l ^ (boolean) evaluate(b.right());
                case EQUAL -> l.equals(evaluate(b.right()));
                default -> throw new AssertionError(b);
            };
        }
        Object right = evaluate(b.right());
        if (left instanceof Integer l) {
            return ints(b, l, right instanceof Long r ? (int) (long) r : (int) right);
        } else if (left instanceof Long l) {
            return longs(b, l, ((Number) right).longValue());
        }
        return left instanceof Float l ? floats(b, l, (float) right) : doubles(b, (double) left, (double) right);
    }

    private static Object ints(Expr.Binary b, int l, int r) {
        return switch (b.operator()) {
            case MULTIPLY -> l * r;
            case DIVIDE -> l / r;
            case REMAINDER -> l % r;
            case ADD -> l + r;
            case SUBTRACT -> l - r;
            case SHIFT_LEFT -> l << r;
            case SHIFT_RIGHT -> l >> r;
            case SHIFT_RIGHT_UNSIGNED -> l >>> r;
            case AND -> l & r;
            case OR -> l | r;
            case XOR -> l ^ r;
            default -> compare(b, Integer.compare(l, r), false);
        };
    }

    private static Object longs(Expr.Binary b, long l, long r) {
        return switch (b.operator()) {
            case MULTIPLY -> l * r;
            case DIVIDE -> l / r;
            case REMAINDER -> l % r;
            case ADD -> l + r;
            case SUBTRACT -> l - r;
            case SHIFT_LEFT -> l << r;
            case SHIFT_RIGHT -> l >> r;
            case SHIFT_RIGHT_UNSIGNED -> l >>> r;
            case AND -> l & r;
            case OR -> l | r;
            case XOR -> l ^ r;
            default -> compare(b, Long.compare(l, r), false);
        };
    }

    private static Object floats(Expr.Binary b, float l, float r) {
        return switch (b.operator()) {
            case MULTIPLY -> l * r;
            case DIVIDE -> l / r;
            case REMAINDER -> l % r;
            case ADD -> l + r;
            case SUBTRACT -> l - r;
            default -> compare(b, l < r ? -1 : l > r ? 1 : 0, l != l || r != r);
        };
    }

    private static Object doubles(Expr.Binary b, double l, double r) {
        return switch (b.operator()) {
            case MULTIPLY -> l * r;
            case DIVIDE -> l / r;
            case REMAINDER -> l % r;
            case ADD -> l + r;
            case SUBTRACT -> l - r;
            default -> compare(b, l < r ? -1 : l > r ? 1 : 0, l != l || r != r);
        };
    }

    private static boolean compare(Expr.Binary b, int order, boolean unordered) {
        return switch (b.operator()) {
            case LESS -> !unordered && order < 0;
            case LESS_EQUAL -> !unordered && order <= 0;
            case GREATER -> !unordered && order > 0;
            case GREATER_EQUAL -> !unordered && order >= 0;
            case EQUAL -> !unordered && order == 0;
            case NOT_EQUAL -> unordered || order != 0;
            default -> throw new AssertionError(b);
        };
    }

    private Object call(Expr.Call c) {
        Object a = evaluate(c.arguments().get(0));
        Object b = evaluate(c.arguments().get(c.arguments().size() - 1));
        Type type = ((Callee.Method) c.callee()).parameters().get(0);
        boolean max = ((Callee.Method) c.callee()).name().equals("max");
        if (type == Type.Primitive.INT) {
            return max ? Math.max((int) a, (int) b) : Math.abs((int) a);
        } else if (type == Type.Primitive.LONG) {
            return max ? Math.max((long) a, (long) b) : Math.abs((long) a);
        } else if (type == Type.Primitive.FLOAT) {
            return max ? Math.max((float) a, (float) b) : Math.abs((float) a);
        }
        return max ? Math.max((double) a, (double) b) : Math.abs((double) a);
    }

    /** What a call of {@code Math.max} or {@code Math.abs} over a type names. */
    static Callee.Method math(String name, Type type) {
        return name.equals("max")
                ? Callee.Method.publicStatic(Types.MATH, name, type, type, type)
                : Callee.Method.publicStatic(Types.MATH, name, type, type);
    }
}
