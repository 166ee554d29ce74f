package dev.fluxion.processor;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;

/** Which forms of expressions hand a derivative on. */
final class Shapes {

    private Shapes() {}

    /** Whether a store into an array is followed: one of numbers that a local variable holds. */
    static boolean isFollowed(Expr array) {
        if (array instanceof Expr.Conditional c) {
            return isFollowed(c.whenTrue()) && isFollowed(c.whenFalse());
        }
        return array instanceof Expr.Element e
                ? isFollowed(e.array())
                : array instanceof Expr.Read r && r.type().isFloatingArray();
    }

    /** Whether an array is a copy of others, which the transforms know. */
    static boolean isCopy(Expr e) {
        return ArrayOperation.ofNumbers(e).filter(o -> o == ArrayOperation.COPY).isPresent();
    }

    /** Whether values of a type could hand on a derivative. */
    static boolean isCarrier(Type type) {
        return type.isFloating() || type.isFloatingArray() || type.isOfTensors();
    }

    /** Whether a method looks at an object only to throw. */
    static boolean isNullCheck(Callee.Method m) {
        return m.owner().canonicalName().equals("java.util.Objects") && m.name().equals("requireNonNull");
    }

    /** Where a conversion was written, if it was. */
    static Span spanOf(Expr e, Span otherwise) {
        return e instanceof Expr.Cast c && c.span().isKnown() ? c.span() : otherwise;
    }
}
