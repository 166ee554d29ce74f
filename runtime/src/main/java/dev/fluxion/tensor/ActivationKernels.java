package dev.fluxion.tensor;

import static dev.fluxion.tensor.BinaryKernel.B;
import static dev.fluxion.tensor.BinaryKernel.partial;
import static dev.fluxion.tensor.BinaryKernel.zero;

import dev.fluxion.tensor.UnaryKernel.Keeps;

/** Activations of neural networks, with PyTorch's derivatives at the kinks. */
final class ActivationKernels {

    /** From here on PyTorch takes softplus for the identity. */
    private static final double SOFTPLUS_THRESHOLD = 20;

    /** {@code bar} where the value of a relu is above 0, or not a number. */
    private static final BinaryKernel RELU_GATE = new BinaryKernel(
            "relu",
            "ThresholdBackwardBackward0",
            (bar, y) -> y <= 0 ? 0 : bar,
            partial(B, (bar, a, y, z) -> bar.apply(reluGate(), y)),
            zero());

    static final UnaryKernel RELU =
            new UnaryKernel("ReluBackward0", Keeps.VALUE, x -> x <= 0 ? 0 : x, (bar, x, y) -> bar.apply(RELU_GATE, y)) {
                @Override
                void dense(double[] x, int at, double[] y, int to, int count) {
                    if (at == to) {
                        for (int i = to; i < to + count; i++) {
                            y[i] = x[i] <= 0 ? 0 : x[i];
                        }
                        return;
                    }
                    for (int i = 0; i < count; i++) {
                        double value = x[at + i];
                        y[to + i] = value <= 0 ? 0 : value;
                    }
                }
            };

    static final UnaryKernel SIGMOID = new UnaryKernel(
            "SigmoidBackward0",
            Keeps.VALUE,
            ActivationKernels::sigmoid,
            (bar, x, y) -> bar.mul(y.neg().plus(1).mul(y)));

    private static final UnaryKernel SOFTPLUS_PARTIAL = new UnaryKernel(
            "SoftplusBackwardBackward0",
            Keeps.VALUE,
            x -> x > SOFTPLUS_THRESHOLD ? 1 : sigmoid(x),
            (bar, x, y) -> bar.mul(y.neg().plus(1).mul(y)));

    static final UnaryKernel SOFTPLUS = new UnaryKernel(
            "SoftplusBackward0",
            Keeps.ARGUMENT,
            x -> x > SOFTPLUS_THRESHOLD ? x : Math.log1p(Math.exp(x)),
            (bar, x, y) -> bar.mul(x.apply(SOFTPLUS_PARTIAL)));

    static final UnaryKernel LOG_SIGMOID = new UnaryKernel(
            "LogSigmoidBackward0",
            Keeps.ARGUMENT,
            x -> Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
            (bar, x, y) -> bar.mul(x.neg().apply(SIGMOID)));

    static final UnaryKernel SILU = new UnaryKernel(
            "SiluBackward0",
            Keeps.ARGUMENT,
            x -> x * sigmoid(x),
            (bar, x, y) -> bar.mul(siluPartial(x, x.apply(SIGMOID))));

    private static final UnaryKernel DENSITY = new UnaryKernel(
            "MulBackward0",
            Keeps.BOTH,
            ErrorFunction::density,
            (bar, x, y) -> bar.mul(x.mul(y).neg()));

    private static final UnaryKernel NORMAL = new UnaryKernel(
            "ErfBackward0", Keeps.ARGUMENT, ErrorFunction::normal, (bar, x, y) -> bar.mul(x.apply(DENSITY)));

    static final UnaryKernel GELU = new UnaryKernel(
            "GeluBackward0",
            Keeps.ARGUMENT,
            x -> x * ErrorFunction.normal(x),
            (bar, x, y) -> bar.mul(x.apply(NORMAL).add(x.mul(x.apply(DENSITY)))));

    static final UnaryKernel ERF = new UnaryKernel(
            "ErfBackward0",
            Keeps.ARGUMENT,
            ErrorFunction::erf,
            (bar, x, y) ->
                    bar.mul(x.square().neg().apply(ExponentialKernels.EXP).scale(2 / Math.sqrt(Math.PI))));

    private ActivationKernels() {}

    private static BinaryKernel reluGate() {
        return RELU_GATE;
    }

    /** {@code α (eˣ - 1)} below 0. */
    static UnaryKernel elu(double alpha) {
        return new UnaryKernel(
                "EluBackward0",
                Keeps.ARGUMENT,
                x -> x > 0 ? x : alpha * Math.expm1(x),
                (bar, x, y) -> bar.mul(x.apply(eluPartial(alpha, 1))));
    }

    /** {@code α eˣ} below 0, else a constant. */
    private static UnaryKernel eluPartial(double alpha, double above) {
        return new UnaryKernel(
                "EluBackwardBackward0",
                Keeps.ARGUMENT,
                x -> x > 0 ? above : alpha * Math.exp(x),
                (bar, x, y) -> bar.mul(x.apply(eluPartial(alpha, 0))));
    }

    /** {@code s x} below 0. */
    static UnaryKernel leakyRelu(double slope) {
        return new UnaryKernel(
                "LeakyReluBackward0",
                Keeps.ARGUMENT,
                x -> x > 0 ? x : x * slope,
                (bar, x, y) -> bar.mul(x.apply(SelectionKernels.constantBySides(slope))));
    }

    private static Quantity siluPartial(Quantity x, Quantity sigmoid) {
        return sigmoid.mul(x.mul(sigmoid.neg().plus(1)).plus(1));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
