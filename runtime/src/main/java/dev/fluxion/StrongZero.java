package dev.fluxion;

/**
 * Multiplication and division by the partial of a singular primitive, in which an adjoint or tangent of exactly zero
 * stays zero.
 *
 * <p>A partial such as {@code 1 / (2 * sqrt(x))} is infinite at a point where the function itself is fine. Where the
 * value there does not matter, since its adjoint is 0, IEEE arithmetic would still yield {@code 0 * Infinity = NaN} and
 * poison the whole gradient. The strong zero is the one of measure theory: {@code 0 * anything = 0}.
 *
 * <p>Generated code uses it for a closed list of primitives only: {@code sqrt}, {@code cbrt}, {@code log},
 * {@code log10}, {@code log1p}, {@code pow}, both partials of {@code /}, the second of {@code %} and
 * {@link Math#IEEEremainder}, {@code asin}, {@code acos}, {@code atan2}, {@code hypot}. Where an overflow made a partial
 * infinite ({@code exp}, products), the NaN stays visible.
 */
public final class StrongZero {

    private StrongZero() {}

    /**
     * Returns {@code bar * partial}, or 0 where {@code bar} is 0.
     *
     * @param bar an adjoint, or a tangent
     * @param partial any partial derivative, infinite or NaN too
     * @return the product; {@code +0.0} for {@code bar = ±0}; NaN for {@code bar} NaN
     */
    public static double times(double bar, double partial) {
        return bar == 0.0 ? 0.0 : bar * partial;
    }

    /**
     * Returns {@code bar / by}, or 0 where {@code bar} is 0.
     *
     * @param bar an adjoint, or a tangent
     * @param by any divisor, 0 or NaN too; -0 counts as +0, from whose side singular partials take their limit
     * @return the quotient; {@code +0.0} for {@code bar = ±0}; NaN for {@code bar} NaN
     */
    public static double divide(double bar, double by) {
        return bar == 0.0 ? 0.0 : bar / (by + 0.0);
    }

    /**
     * Returns {@code bar * partial}, or 0 where {@code bar} is 0; see {@link #times(double, double)}.
     *
     * @param bar an adjoint, or a tangent
     * @param partial any partial derivative, infinite or NaN too
     * @return the product; {@code +0.0f} for {@code bar = ±0}; NaN for {@code bar} NaN
     */
    public static float times(float bar, float partial) {
        return bar == 0.0f ? 0.0f : bar * partial;
    }

    /**
     * Returns {@code bar / by}, or 0 where {@code bar} is 0; see {@link #divide(double, double)}.
     *
     * @param bar an adjoint, or a tangent
     * @param by any divisor, 0 or NaN too; -0 counts as +0
     * @return the quotient; {@code +0.0f} for {@code bar = ±0}; NaN for {@code bar} NaN
     */
    public static float divide(float bar, float by) {
        return bar == 0.0f ? 0.0f : bar / (by + 0.0f);
    }

    /**
     * Returns {@code a * b}, or 0 where either is 0: what the derivative of {@link #times(double, double)} by its partial
     * multiplies, in which both the adjoint and the seed are strong.
     *
     * @param a a factor, infinite or NaN too
     * @param b a factor, infinite or NaN too
     * @return the product; {@code +0.0} where a factor is ±0
     */
    public static double product(double a, double b) {
        return a == 0.0 || b == 0.0 ? 0.0 : a * b;
    }

    /**
     * Returns {@code a * b}, or 0 where either is 0; see {@link #product(double, double)}.
     *
     * @param a a factor, infinite or NaN too
     * @param b a factor, infinite or NaN too
     * @return the product; {@code +0.0f} where a factor is ±0
     */
    public static float product(float a, float b) {
        return a == 0.0f || b == 0.0f ? 0.0f : a * b;
    }
}
