package dev.fluxion.tensor;

import static dev.fluxion.tensor.BinaryKernel.A;
import static dev.fluxion.tensor.BinaryKernel.B;
import static dev.fluxion.tensor.BinaryKernel.Y;
import static dev.fluxion.tensor.BinaryKernel.partial;
import static dev.fluxion.tensor.BinaryKernel.zero;

import dev.fluxion.tensor.UnaryKernel.Keeps;
import java.util.function.DoubleUnaryOperator;

/** Powers, with PyTorch's conventions at a base of 0 and an exponent of 0. */
final class PowerKernels {

    static final UnaryKernel SQUARE =
            new UnaryKernel("PowBackward0", Keeps.ARGUMENT, x -> x * x, (bar, x, y) -> bar.mul(x.add(x))) {
                @Override
                void dense(double[] x, int at, double[] y, int to, int count) {
                    if (at == to) {
                        for (int i = to; i < to + count; i++) {
                            y[i] = x[i] * x[i];
                        }
                        return;
                    }
                    for (int i = 0; i < count; i++) {
                        double value = x[at + i];
                        y[to + i] = value * value;
                    }
                }
            };

    private static final UnaryKernel ONE =
            new UnaryKernel("PowBackward0", Keeps.NOTHING, x -> 1, (bar, x, y) -> bar.scale(0));

    private static final UnaryKernel IDENTITY =
            new UnaryKernel("PowBackward0", Keeps.NOTHING, x -> x, (bar, x, y) -> bar);

    /** {@code a^(b-1) b}, 0 for an exponent of 0 whatever the base. */
    private static final BinaryKernel BASE_PARTIAL = new BinaryKernel(
            "pow",
            "PowBackward1",
            (a, b) -> b == 0 ? 0 : b * power(a, b - 1),
            partial(A + B, (bar, a, b, y) -> bar.mul(b).mul(basePartial(a, b.plus(-1)))),
            partial(A + B, (bar, a, b, y) -> bar.mul(exponentDerivativeOfBasePartial(a, b))));

    /** {@code aᵇ ln a}, 0 for a base of 0 and an exponent that is not negative. */
    private static final BinaryKernel EXPONENT_PARTIAL = new BinaryKernel(
            "pow",
            "PowBackward1",
            (a, b) -> a == 0 && b >= 0 ? 0 : power(a, b) * Math.log(a),
            partial(A + B, (bar, a, b, y) -> bar.mul(exponentDerivativeOfBasePartial(a, b))),
            partial(A + Y, (bar, a, b, y) -> bar.mul(y.mul(a.apply(ExponentialKernels.LOG)))));

    static final BinaryKernel POW = new BinaryKernel(
            "pow",
            "PowBackward1",
            PowerKernels::power,
            partial(A + B, (bar, a, b, y) -> bar.mul(basePartial(a, b))),
            partial(A + B, (bar, a, b, y) -> bar.mul(a.apply(EXPONENT_PARTIAL, b))));

    static final UnaryKernel SQRT =
            new UnaryKernel("SqrtBackward0", Keeps.VALUE, Math::sqrt, (bar, x, y) -> bar.div(y.scale(2)));

    static final UnaryKernel RSQRT = new UnaryKernel(
            "RsqrtBackward0",
            Keeps.VALUE,
            x -> 1 / Math.sqrt(x),
            (bar, x, y) -> bar.scale(-0.5).mul(y.pow(3)));

    /** {@code √(a² + b²)}; not a number at (0, 0), as in PyTorch. */
    static final BinaryKernel HYPOT = new BinaryKernel(
            "hypot",
            "HypotBackward0",
            Math::hypot,
            partial(A + Y, (bar, a, b, y) -> bar.mul(a.div(y))),
            partial(B + Y, (bar, a, b, y) -> bar.mul(b.div(y))));

    private PowerKernels() {}

    /** As C has it, which is what PyTorch computes: 1 to any power is 1, and so is -1 to an infinite one. */
    private static double power(double a, double b) {
        return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b);
    }

    /** {@code xᵖ}, by a square root where PyTorch takes one, which is not a number at -∞. */
    private static DoubleUnaryOperator scalarPower(double p) {
        if (p == 0.5) {
            return Math::sqrt;
        }
        return p == -0.5 ? x -> 1 / Math.sqrt(x) : x -> power(x, p);
    }

    /** {@code xᵖ}. */
    static UnaryKernel pow(double p) {
        if (p == 2) {
            return SQUARE;
        }
        if (p == 0) {
            return ONE;
        }
        return p == 1
                ? IDENTITY
                : new UnaryKernel(
                        "PowBackward0",
                        Keeps.ARGUMENT,
                        scalarPower(p),
                        (bar, x, y) -> bar.mul(x.pow(p - 1).scale(p)));
    }

    /** {@code cˣ}; 0 times an infinite logarithm is 0 where {@code c} is 0 and the exponent is not negative. */
    static UnaryKernel powOf(double c) {
        return new UnaryKernel(
                "PowBackward2",
                Keeps.BOTH,
                x -> power(c, x),
                (bar, x, y) -> c == 0 ? bar.apply(ZERO_BASE, x) : bar.mul(y.scale(Math.log(c))));
    }

    /** The derivative of {@code 0ˣ} times the adjoint. */
    private static final BinaryKernel ZERO_BASE = new BinaryKernel(
            "pow", "PowBackward2", (bar, x) -> x >= 0 ? 0 : bar * power(0, x) * Math.log(0), zero(), zero());

    private static Quantity basePartial(Quantity a, Quantity b) {
        return a.apply(BASE_PARTIAL, b);
    }

    /** {@code a^(b-1) (1 + b ln a)}. */
    private static Quantity exponentDerivativeOfBasePartial(Quantity a, Quantity b) {
        Quantity below = b.plus(-1);
        return a.apply(POW, below).add(b.mul(a.apply(EXPONENT_PARTIAL, below)));
    }
}
