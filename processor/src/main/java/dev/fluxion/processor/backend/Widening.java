package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;

/** Which conversions Java makes by itself, so that no cast needs to be written. */
final class Widening {

    /** From here on a literal without fraction is read better with an exponent. */
    private static final double SMALL = 1e7;

    private Widening() {}

    /** A conversion that an operator or an assignment makes: primitive widening or unboxing. */
    static boolean isImplicit(Type from, Type to) {
        return Types.widens(from, to) && from != Type.Primitive.BOOLEAN || to.isPrimitive() && from.unboxed() == to;
    }

    /** A conversion by boxing, without a widening before it. */
    static boolean boxes(Type from, Type to) {
        return from.isPrimitive() && to.unboxed() == from;
    }

    /** Types to which a conditional's other branch or an overload's other argument is promoted. */
    static boolean isWide(Type type) {
        return type == Type.Primitive.LONG || type.isFloating();
    }

    /** Whether a constant of a wide type can be written as a short {@code int} literal that widens to exactly it. */
    static boolean isSmall(Object value) {
        if (value instanceof Long l) {
            return Math.abs(l.doubleValue()) < SMALL;
        }
        boolean floating = value instanceof Double || value instanceof Float;
        double d = floating ? ((Number) value).doubleValue() : 0.5;
        boolean negativeZero = d == 0 && Math.copySign(1, d) < 0;
        return d == Math.rint(d) && Math.abs(d) < SMALL && !negativeZero;
    }
}
