package dev.fluxion.processor.ir;

/** Values that stand where Java's definite assignment wants one, and constants that passes ask about. */
public final class Defaults {

    private Defaults() {}

    /** The default value of a type (JLS 4.12.5). */
    public static Expr of(Type type) {
        if (!(type instanceof Type.Primitive p)) {
            return new Expr.Constant(null, type);
        }
        Object zero = switch (p) {
            case BOOLEAN -> false;
            case BYTE -> (byte) 0;
            case SHORT -> (short) 0;
            case CHAR -> (char) 0;
            case INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
        };
        return new Expr.Constant(zero, type);
    }

    /** The number one of a floating-point type. */
    public static Expr one(Type type) {
        return new Expr.Constant(type == Type.Primitive.FLOAT ? (Object) 1f : (Object) 1d, type);
    }

    /** Whether an expression is the constant {@code true}. */
    public static boolean isTrue(Expr e) {
        return e instanceof Expr.Constant c && Boolean.TRUE.equals(c.value());
    }
}
