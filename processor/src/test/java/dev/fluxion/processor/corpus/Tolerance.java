package dev.fluxion.processor.corpus;

/**
 * The one table of tolerances. Each row bounds a difference relative to the larger of both numbers and of the condition, the
 * sum of the absolute values of all terms that a derivative is the sum of (each a product of partials along a path), which
 * bounds what cancellation can do to it in any order of summation.
 */
public enum Tolerance {
    /**
     * Two modes compute the same sum of products in another order: a few roundings per operation along a path, of which the
     * longest in the corpus has some thousands.
     */
    MODES(1e-12, 2e-5),

    /** The same formulas, of which a pass may have taken out common factors: a few roundings per operation. */
    OPTIMISED(1e-12, 2e-5),

    /**
     * A closed form is computed by other operations than the program, so that the roundings of the primal, which the derivative
     * of the program sees and the closed form does not, show times the condition of the partials.
     */
    EXACT(1e-10, 1e-4),

    /** Extrapolated differences lose two thirds of the digits, at best one third. */
    DIFFERENCES(1e-6, 5e-3),

    /** Second derivatives in two orders of differentiation: as for the modes, over longer paths. */
    SECOND(1e-10, 1e-3),

    /** Differences of first derivatives, which carry their own roundings. */
    SECOND_DIFFERENCES(1e-5, 2e-2);

    /** Below this, results and terms were rounded as subnormal numbers, absolutely. */
    private static final double UNDERFLOW = 1e-300;

    private static final double FLOAT_UNDERFLOW = 1e-36;

    private final double relative;
    private final double floatRelative;

    Tolerance(double relative, double floatRelative) {
        this.relative = relative;
        this.floatRelative = floatRelative;
    }

    /** What is allowed of numbers of type {@code double}. */
    double relative() {
        return relative;
    }

    /** What is allowed where numbers of type {@code float} take part. */
    double floatRelative() {
        return floatRelative;
    }

    /** By how much the difference exceeds what is allowed: at most 1 is agreement. NaN agrees with NaN, an infinity with itself. */
    public double excess(double actual, double expected, double condition, boolean isFloat) {
        if (actual == expected || Double.isNaN(actual) && Double.isNaN(expected)) {
            return 0;
        } else if (!Double.isFinite(actual) || !Double.isFinite(expected)) {
            return Double.POSITIVE_INFINITY;
        }
        double scale = Math.max(Math.max(Math.abs(actual), Math.abs(expected)), condition);
        double allowed = scale * (isFloat ? floatRelative : relative) + (isFloat ? FLOAT_UNDERFLOW : UNDERFLOW);
        return Math.abs(actual - expected) / allowed;
    }
}
