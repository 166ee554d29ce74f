package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;

/** The conversions that Java applies by itself (JLS chapter 5), made explicit. */
final class Conversions {

    private Conversions() {}

    /** An expression as a value of another type, by the conversion that Java applies there. */
    static Expr convert(Expr e, Type to, Span span) {
        Type from = e.type();
        if (from.equals(to) || to.equals(Types.VOID)) {
            return e;
        } else if (from instanceof Type.Primitive && to instanceof Type.Primitive p) {
            return e instanceof Expr.Constant c ? constant(c.value(), p) : new Expr.Cast(to, e, span);
        } else if (from instanceof Type.Primitive p) {
            Type boxed = to.unboxed() == to ? Types.boxed(p) : to;
            return new Expr.Cast(boxed, convert(e, boxed.unboxed(), span), span);
        } else if (to instanceof Type.Primitive && from.unboxed() instanceof Type.Primitive) {
            return convert(new Expr.Cast(from.unboxed(), e, span), to, span);
        } else if (to instanceof Type.Primitive p) {
            return new Expr.Cast(p, new Expr.Cast(Types.boxed(p), e, span), span);
        }
        return e instanceof Expr.Constant c && c.value() == null ? new Expr.Constant(null, to) : e;
    }

    /** A constant converted as a cast would (JLS 5.1.2 and 5.1.3). */
    static Expr.Constant constant(Object value, Type.Primitive to) {
        if (to == Type.Primitive.BOOLEAN) {
            return new Expr.Constant(value, to);
        }
        Number n = value instanceof Character c ? (Number) (int) c : (Number) value;
        boolean integral = !(n instanceof Double || n instanceof Float);
        long exact = n.longValue();
        int narrow = integral ? (int) exact : n instanceof Float ? (int) n.floatValue() : (int) n.doubleValue();
        Object converted = switch (to) {
            case BYTE -> (byte) narrow;
            case SHORT -> (short) narrow;
            case CHAR -> (char) narrow;
            case INT -> narrow;
            case LONG -> exact;
            case FLOAT -> integral ? (Object) (float) exact : (Object) n.floatValue();
            case DOUBLE -> integral ? (Object) (double) exact : (Object) n.doubleValue();
            case BOOLEAN -> value;
        };
        return new Expr.Constant(converted, to);
    }

    /** The type that a value has after unboxing and unary numeric promotion. */
    static Type promoted(Type type) {
        Type unboxed = type.unboxed();
        return unboxed instanceof Type.Primitive p && p != Type.Primitive.BOOLEAN
                ? Types.promote(p, Type.Primitive.INT)
                : unboxed;
    }
}
