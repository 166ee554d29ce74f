package dev.fluxion.tensor;

import static dev.fluxion.tensor.BinaryKernel.A;
import static dev.fluxion.tensor.BinaryKernel.B;
import static dev.fluxion.tensor.BinaryKernel.partial;

import dev.fluxion.tensor.UnaryKernel.Keeps;

/** Trigonometric and hyperbolic functions and their inverses. */
final class TrigonometricKernels {

    static final UnaryKernel SIN =
            new UnaryKernel("SinBackward0", Keeps.ARGUMENT, Math::sin, (bar, x, y) -> bar.mul(x.apply(cos())));

    static final UnaryKernel COS = new UnaryKernel(
            "CosBackward0",
            Keeps.ARGUMENT,
            Math::cos,
            (bar, x, y) -> bar.mul(x.apply(SIN).neg()));

    static final UnaryKernel TAN = new UnaryKernel(
            "TanBackward0",
            Keeps.VALUE,
            Math::tan,
            (bar, x, y) -> bar.mul(y.square().plus(1)));

    static final UnaryKernel ASIN =
            new UnaryKernel("AsinBackward0", Keeps.ARGUMENT, Math::asin, (bar, x, y) -> bar.mul(fromOneMinusSquare(x)));

    static final UnaryKernel ACOS = new UnaryKernel(
            "AcosBackward0",
            Keeps.ARGUMENT,
            Math::acos,
            (bar, x, y) -> bar.mul(fromOneMinusSquare(x)).neg());

    static final UnaryKernel ATAN = new UnaryKernel(
            "AtanBackward0",
            Keeps.ARGUMENT,
            Math::atan,
            (bar, x, y) -> bar.div(x.square().plus(1)));

    static final UnaryKernel SINH =
            new UnaryKernel("SinhBackward0", Keeps.ARGUMENT, Math::sinh, (bar, x, y) -> bar.mul(x.apply(cosh())));

    static final UnaryKernel COSH =
            new UnaryKernel("CoshBackward0", Keeps.ARGUMENT, Math::cosh, (bar, x, y) -> bar.mul(x.apply(SINH)));

    static final UnaryKernel TANH = new UnaryKernel(
            "TanhBackward0",
            Keeps.VALUE,
            Math::tanh,
            (bar, x, y) -> bar.mul(y.square().neg().plus(1)));

    static final UnaryKernel ASINH = new UnaryKernel(
            "AsinhBackward0",
            Keeps.ARGUMENT,
            TrigonometricKernels::asinh,
            (bar, x, y) -> bar.mul(x.square().plus(1).apply(PowerKernels.RSQRT)));

    static final UnaryKernel ACOSH = new UnaryKernel(
            "AcoshBackward0",
            Keeps.ARGUMENT,
            TrigonometricKernels::acosh,
            (bar, x, y) -> bar.mul(x.square().plus(-1).apply(PowerKernels.RSQRT)));

    static final UnaryKernel ATANH = new UnaryKernel(
            "AtanhBackward0",
            Keeps.ARGUMENT,
            x -> 0.5 * (Math.log1p(x) - Math.log1p(-x)),
            (bar, x, y) -> bar.div(x.square().neg().plus(1)));

    /** Not a number at (0, 0), as in PyTorch. */
    static final BinaryKernel ATAN2 = new BinaryKernel(
            "atan2",
            "Atan2Backward0",
            Math::atan2,
            partial(A + B, (bar, a, b, y) -> bar.mul(b.div(a.square().add(b.square())))),
            partial(A + B, (bar, a, b, y) -> bar.mul(a.neg().div(a.square().add(b.square())))));

    private TrigonometricKernels() {}

    /** The constants refer to each other, in both directions. */
    private static UnaryKernel cos() {
        return COS;
    }

    private static UnaryKernel cosh() {
        return COSH;
    }

    private static Quantity fromOneMinusSquare(Quantity x) {
        return x.square().neg().plus(1).apply(PowerKernels.RSQRT);
    }

    /** {@code ln(x + √(x² + 1))} by {@code log1p}, odd and exact near 0. */
    private static double asinh(double x) {
        double a = Math.abs(x);
        double value = a > 1e9 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
        return Math.copySign(value, x);
    }

    /** {@code ln(x + √(x² - 1))} by {@code log1p} of what {@code x} has above 1. */
    private static double acosh(double x) {
        if (x < 1) {
            return Double.NaN; // Far below, the product of the two factors would be infinite.
        }
        double above = x - 1;
        return x > 1e9 ? Math.log(x) + Math.log(2) : Math.log1p(above + Math.sqrt(above * (x + 1)));
    }
}
