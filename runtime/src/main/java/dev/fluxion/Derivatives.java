package dev.fluxion;

/**
 * The partial derivatives that need cases, one method each, used by generated code and by {@link Dual} alike.
 *
 * <p>Partials without cases ({@code cos} for {@code sin}) are written out where they are used. The conventions here are
 * the ones that the reference page of the rules lists: {@code -0} and {@code +0} are one point, a singular partial takes
 * its limit from the right, a kink takes the mean of both sides ({@code max} and {@code min} ½, {@code abs} 0), and outside
 * the domain of a function its partial is NaN, as its value is. A partial may be infinite; {@link StrongZero} keeps that
 * from poisoning results that do not depend on it.
 *
 * <p>Every method is pure and can be differentiated in turn; where that takes more than the obvious, its own partials are
 * given. A parameter called {@code value} is the primitive's own result, handed in to be reused: it carries no derivative
 * of its own, since the partials with respect to the other parameters are total.
 */
public final class Derivatives {

    private static final double LN_10 = 2.302585092994045684;

    private Derivatives() {}

    /**
     * The derivative of {@link Math#abs(double)}: the sign of {@code x}; 0 at ±0, NaN at NaN.
     *
     * <p>Its own derivative is 0.
     */
    public static double absPartial(double x) {
        return Math.signum(x);
    }

    /** The derivative of {@link Math#abs(float)}; as {@link #absPartial(double)}. */
    public static float absPartial(float x) {
        return Math.signum(x);
    }

    /**
     * The partial of {@link Math#max(double, double)} in its first argument: 1 where it is the greater, 0 where it is the
     * less, ½ at a tie (-0 and +0 tie), NaN if either is NaN.
     *
     * <p>Its own partials are 0.
     */
    public static double maxFirst(double a, double b) {
        if (a > b) {
            return 1;
        }
        if (a < b) {
            return 0;
        }
        return a == b ? 0.5 : Double.NaN;
    }

    /** The partial of {@link Math#max(float, float)} in its first argument; as {@link #maxFirst(double, double)}. */
    public static float maxFirst(float a, float b) {
        return (float) maxFirst((double) a, (double) b);
    }

    /** The partial of {@link Math#max(double, double)} in its second argument: {@code maxFirst(b, a)}. */
    public static double maxSecond(double a, double b) {
        return maxFirst(b, a);
    }

    /** The partial of {@link Math#max(float, float)} in its second argument: {@code maxFirst(b, a)}. */
    public static float maxSecond(float a, float b) {
        return maxFirst(b, a);
    }

    /** The partial of {@link Math#min(double, double)} in its first argument: {@code maxFirst(b, a)}. */
    public static double minFirst(double a, double b) {
        return maxFirst(b, a);
    }

    /** The partial of {@link Math#min(float, float)} in its first argument: {@code maxFirst(b, a)}. */
    public static float minFirst(float a, float b) {
        return maxFirst(b, a);
    }

    /** The partial of {@link Math#min(double, double)} in its second argument: {@code maxFirst(a, b)}. */
    public static double minSecond(double a, double b) {
        return maxFirst(a, b);
    }

    /** The partial of {@link Math#min(float, float)} in its second argument: {@code maxFirst(a, b)}. */
    public static float minSecond(float a, float b) {
        return maxFirst(a, b);
    }

    /**
     * The partial of {@code Math.clamp(x, min, max)} in {@code x}: 1 inside and at the bounds, 0 outside, NaN at NaN.
     *
     * <p>Its own partials are 0.
     */
    public static double clampValue(double x, double min, double max) {
        if (x < min || x > max) {
            return 0;
        }
        return x >= min && x <= max ? 1 : Double.NaN;
    }

    /** The partial of {@code Math.clamp} in its value; as {@link #clampValue(double, double, double)}. */
    public static float clampValue(float x, float min, float max) {
        return (float) clampValue((double) x, (double) min, (double) max);
    }

    /**
     * The partial of {@code Math.clamp(x, min, max)} in {@code min}: 1 where {@code x < min}, else 0, NaN if {@code x} is
     * NaN.
     *
     * <p>Its own partials are 0.
     */
    public static double clampMin(double x, double min, double max) {
        if (x < min) {
            return 1;
        }
        return x >= min ? 0 : Double.NaN;
    }

    /** The partial of {@code Math.clamp} in its lower bound; as {@link #clampMin(double, double, double)}. */
    public static float clampMin(float x, float min, float max) {
        return (float) clampMin((double) x, (double) min, (double) max);
    }

    /**
     * The partial of {@code Math.clamp(x, min, max)} in {@code max}: 1 where {@code x > max}, else 0, NaN if {@code x} is
     * NaN.
     *
     * <p>Its own partials are 0.
     */
    public static double clampMax(double x, double min, double max) {
        if (x > max) {
            return 1;
        }
        return x <= max ? 0 : Double.NaN;
    }

    /** The partial of {@code Math.clamp} in its upper bound; as {@link #clampMax(double, double, double)}. */
    public static float clampMax(float x, float min, float max) {
        return (float) clampMax((double) x, (double) min, (double) max);
    }

    /**
     * The partial of {@link Math#copySign(double, double)} in its magnitude: the sign of {@code a} times that of {@code b}
     * (which -0 has too); 0 at {@code a = ±0}, NaN if {@code a} is NaN.
     *
     * <p>Its own partials are 0.
     */
    public static double copySignFirst(double a, double b) {
        return Math.signum(a) * Math.copySign(1.0, b);
    }

    /** The partial of {@link Math#copySign(float, float)}; as {@link #copySignFirst(double, double)}. */
    public static float copySignFirst(float a, float b) {
        return Math.signum(a) * Math.copySign(1.0f, b);
    }

    /**
     * The partial of {@code x % y} in {@code y}, {@code -(x - x % y) / y}, which is minus the truncated quotient: 0 for an
     * infinite {@code y}, NaN where {@code x % y} is.
     *
     * <p>Its own partials are 0.
     */
    public static double remSecond(double x, double y) {
        return -(x - x % y) / y;
    }

    /** The partial of {@code x % y} in {@code y}; as {@link #remSecond(double, double)}. */
    public static float remSecond(float x, float y) {
        return -(x - x % y) / y;
    }

    /**
     * The partial of {@link Math#IEEEremainder} in {@code y}, {@code -(x - IEEEremainder(x, y)) / y}, which is minus the
     * rounded quotient: 0 for an infinite {@code y}, NaN where the remainder is.
     *
     * <p>Its own partials are 0.
     */
    public static double ieeeRemainderSecond(double x, double y) {
        return -(x - Math.IEEEremainder(x, y)) / y;
    }

    /**
     * The derivative of {@link Math#sqrt}, {@code 1 / (2 sqrt(x))}: +∞ at ±0, NaN below.
     *
     * <p>Its own derivative by the value is {@code -sqrtPartial(value) / |value|}.
     *
     * @param value {@code Math.sqrt(x)}, which is -0 at -0; the only argument, so this one carries the derivative
     */
    public static double sqrtPartial(double value) {
        return 0.5 / Math.abs(value);
    }

    /**
     * The derivative of {@link Math#log}, {@code 1 / x}: +∞ at ±0, NaN below.
     *
     * <p>Its own derivative is {@code -logPartial(x) * logPartial(x)}.
     */
    public static double logPartial(double x) {
        return x >= 0 ? 1 / Math.abs(x) : Double.NaN;
    }

    /**
     * The derivative of {@link Math#log10}, {@code 1 / (x ln 10)}: +∞ at ±0, NaN below.
     *
     * <p>Its own derivative is {@code -logPartial(x) * log10Partial(x)}.
     */
    public static double log10Partial(double x) {
        return logPartial(x) / LN_10;
    }

    /**
     * The derivative of {@link Math#log1p}, {@code 1 / (1 + x)}: +∞ at -1, NaN below.
     *
     * <p>Its own derivative is {@code -log1pPartial(x) * log1pPartial(x)}.
     */
    public static double log1pPartial(double x) {
        return logPartial(1 + x);
    }

    /**
     * The derivative of {@link Math#asin}, {@code 1 / sqrt(1 - x²)}, and minus that of {@link Math#acos}: +∞ at ±1, NaN
     * beyond.
     *
     * <p>The product {@code (1 - x)(1 + x)} keeps the digits that {@code 1 - x²} loses near ±1. Its own derivative is
     * {@code x * asinPartial(x)³}.
     */
    public static double asinPartial(double x) {
        return 1 / Math.sqrt((1 - x) * (1 + x));
    }

    /**
     * The partial of {@link Math#pow} in its base, {@code p x^(p-1)}.
     *
     * <p>At x = ±0: 1 for p = 1, 0 for p = 0 and p &gt; 1, +∞ for 0 &lt; p &lt; 1, -∞ for p &lt; 0. For p = 0 it is 0
     * everywhere, at NaN too, since {@code pow} is 1 there. NaN for a negative base with a broken exponent.
     *
     * <p>Its own partials: in x {@code StrongZero.times(p, powBase(x, p - 1, pow(x, p - 1)))}; in p
     * {@code pow(x, p - 1) + p * powExponent(x, p - 1, pow(x, p - 1))}.
     *
     * @param value {@code Math.pow(x, p)}, from which the partial is {@code p * value / x} where that is exact enough
     */
    public static double powBase(double x, double p, double value) {
        if (p == 0) {
            return 0;
        }
        double magnitude = Math.abs(value);
        if (magnitude >= Double.MIN_NORMAL && magnitude <= Double.MAX_VALUE) {
            return p * (value / x);
        }
        // The value underflowed, overflowed or is singular: the partial need not be.
        return x == 0 ? powBaseAtZero(p) : p * Math.pow(x, p - 1);
    }

    private static double powBaseAtZero(double p) {
        if (p >= 1) {
            return p == 1 ? 1 : 0;
        }
        return p * Double.POSITIVE_INFINITY;
    }

    /**
     * The partial of {@link Math#pow} in its exponent, {@code x^p ln x}.
     *
     * <p>At x = ±0: 0 for p ≥ 0, -∞ for p &lt; 0. NaN for x &lt; 0, also where the value is a number, since it is one at
     * single exponents only. 0 where the value underflows to 0, at x = +∞ too.
     *
     * <p>Its own partials: in x {@code pow(x, p - 1) + p * powExponent(x, p - 1, pow(x, p - 1))}; in p
     * {@code StrongZero.times(powExponent(x, p, value), ln x)}.
     *
     * @param value {@code Math.pow(x, p)}
     */
    public static double powExponent(double x, double p, double value) {
        if (x == 0) {
            return p >= 0 ? 0 : p * Double.POSITIVE_INFINITY;
        }
        return x > 0 ? StrongZero.times(value, Math.log(x)) : Double.NaN;
    }

    /**
     * The partial of {@link Math#atan2} in its first argument, {@code x / (x² + y²)}, without the squares, which
     * overflow; 0 at (0, 0).
     *
     * <p>With {@code f = atan2First} and {@code s = atan2Second} its own partials are {@code 2 f s} in y and
     * {@code s² - f²} in x.
     */
    public static double atan2First(double y, double x) {
        if (Math.abs(x) >= Math.abs(y)) {
            double ratio = y / x;
            return x == 0 ? 0 : 1 / (x * (1 + ratio * ratio));
        }
        double ratio = x / y;
        return ratio / (y * (1 + ratio * ratio));
    }

    /**
     * The partial of {@link Math#atan2} in its second argument, {@code -y / (x² + y²)}, without the squares, which
     * overflow; 0 at (0, 0).
     *
     * <p>With {@code f = atan2First} and {@code s = atan2Second} its own partials are {@code s² - f²} in y and
     * {@code -2 f s} in x.
     */
    public static double atan2Second(double y, double x) {
        return -atan2First(x, y);
    }

    /**
     * The partial of {@link Math#hypot} in either argument, {@code x / hypot(x, y)}; 0 at (0, 0).
     *
     * <p>Its own partials, both arguments taken as independent: {@code 1 / value} in the component,
     * {@code -hypotPartial(component, value) / value} in the value, 0 at value = 0.
     *
     * @param component the argument
     * @param value {@code Math.hypot(x, y)}; here it carries a derivative
     */
    public static double hypotPartial(double component, double value) {
        return value == 0 ? 0 : component / value;
    }

    /**
     * A value that was computed in another way than its derivative: a sum of which a library compensates the rounding.
     *
     * <p>Its partial in the value is 0, that in {@code derivative} 1.
     *
     * @param value the value
     * @param derivative the same up to rounding; only its derivative counts
     * @return the value
     */
    public static double instead(double value, double derivative) {
        return value;
    }
}
