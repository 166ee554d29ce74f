package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/**
 * Where a row is applied: operands, value and seed, and whether a zero seed wins over an infinite or NaN partial.
 */
record Site(List<Expr> operands, Expr value, Expr seed, boolean strongZero) {

    Expr x() {
        return operands.get(0);
    }

    Expr y() {
        return operands.get(1);
    }

    Expr z() {
        return operands.get(2);
    }

    /** The type that the partial is computed in. */
    Type type() {
        return seed.type();
    }

    Expr number(double number) {
        return Terms.number(number, type());
    }

    Site negated() {
        return new Site(operands, value, Terms.negative(seed), strongZero);
    }

    /** {@code seed * partial}. */
    Expr times(Expr partial) {
        return Terms.times(seed, partial);
    }

    /** {@code seed / by}. */
    Expr over(Expr by) {
        return Terms.over(seed, by);
    }

    /** {@code seed * partial}, and 0 for the seed 0 whatever the partial is. */
    Expr strongTimes(Expr partial) {
        boolean useless = Terms.isRegular(seed) || Terms.isRegular(partial);
        return strongZero && !useless ? Terms.call(Types.STRONG_ZERO, "times", seed, partial) : times(partial);
    }

    /** {@code seed / by}, and 0 for the seed 0 whatever the divisor is; a divisor of -0 counts as +0. */
    Expr strongOver(Expr by) {
        return strongZero && !Terms.isRegular(by) ? Terms.call(Types.STRONG_ZERO, "divide", seed, by) : over(by);
    }
}
