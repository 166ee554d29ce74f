package dev.fluxion.tensor;

import static dev.fluxion.tensor.BinaryKernel.A;
import static dev.fluxion.tensor.BinaryKernel.B;
import static dev.fluxion.tensor.BinaryKernel.partial;

import dev.fluxion.tensor.UnaryKernel.Keeps;

/** Exponentials and logarithms. */
final class ExponentialKernels {

    private static final double LN_2 = Math.log(2);
    private static final double LN_10 = Math.log(10);

    static final UnaryKernel EXP = new UnaryKernel("ExpBackward0", Keeps.VALUE, Math::exp, (bar, x, y) -> bar.mul(y));

    static final UnaryKernel EXP2 =
            new UnaryKernel("Exp2Backward0", Keeps.VALUE, x -> Math.pow(2, x), (bar, x, y) -> bar.mul(y.scale(LN_2)));

    static final UnaryKernel EXPM1 =
            new UnaryKernel("Expm1Backward0", Keeps.VALUE, Math::expm1, (bar, x, y) -> bar.mul(y.plus(1)));

    static final UnaryKernel LOG =
            new UnaryKernel("LogBackward0", Keeps.ARGUMENT, Math::log, (bar, x, y) -> bar.div(x));

    static final UnaryKernel LOG2 = new UnaryKernel(
            "Log2Backward0", Keeps.ARGUMENT, ExponentialKernels::log2, (bar, x, y) -> bar.div(x.scale(LN_2)));

    static final UnaryKernel LOG10 =
            new UnaryKernel("Log10Backward0", Keeps.ARGUMENT, Math::log10, (bar, x, y) -> bar.div(x.scale(LN_10)));

    static final UnaryKernel LOG1P =
            new UnaryKernel("Log1PBackward0", Keeps.ARGUMENT, Math::log1p, (bar, x, y) -> bar.div(x.plus(1)));

    /** {@code ln(eᵃ + eᵇ)} without overflow; the partials are the shares {@code 1 / (1 + e^(b - a))} and {@code 1 / (1 + e^(a - b))}. */
    static final BinaryKernel LOGADDEXP = new BinaryKernel(
            "logaddexp",
            "LogaddexpBackward0",
            ExponentialKernels::logAddExp,
            partial(A + B, (bar, a, b, y) -> bar.div(b.sub(a).apply(EXP).plus(1))),
            partial(A + B, (bar, a, b, y) -> bar.div(a.sub(b).apply(EXP).plus(1))));

    private ExponentialKernels() {}

    /** The exponent exactly where {@code x} is a power of two. */
    private static double log2(double x) {
        if (x > 0 && x <= Double.MAX_VALUE && x >= Double.MIN_NORMAL) {
            int exponent = Math.getExponent(x);
            double fraction = Math.scalb(x, -exponent);
            return fraction > Math.sqrt(2)
                    ? exponent + 1 + Math.log(fraction / 2) / LN_2
                    : exponent + Math.log(fraction) / LN_2;
        }
        return Math.log(x) / LN_2;
    }

    private static double logAddExp(double a, double b) {
        if (Double.isInfinite(a) && a == b) {
            return a;
        }
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }
}
