package dev.fluxion.tensor;

/** Activations of neural networks, element by element, and the normalised exponentials. Below, {@code y} is the result. */
public sealed interface TensorActivations permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code max(x, 0)}; the adjoint is {@code bar} above 0, else 0. */
    default Tensor relu() {
        return Elementwise.apply(ActivationKernels.RELU, self());
    }

    /** {@code x} above 0, else {@code slope x}; the adjoint is {@code bar} above 0, else {@code bar slope}. */
    default Tensor leakyRelu(double slope) {
        return Elementwise.apply(ActivationKernels.leakyRelu(slope), self());
    }

    /** {@code x} above 0, else {@code eˣ - 1}; the adjoint is {@code bar} above 0, else {@code bar eˣ}. */
    default Tensor elu() {
        return elu(1);
    }

    /** {@code x} above 0, else {@code α (eˣ - 1)}; the adjoint is {@code bar} above 0, else {@code bar α eˣ}. */
    default Tensor elu(double alpha) {
        return Elementwise.apply(ActivationKernels.elu(alpha), self());
    }

    /** {@code σ(x) = 1 / (1 + e⁻ˣ)}; the adjoint is {@code bar (1 - y) y}. */
    default Tensor sigmoid() {
        return Elementwise.apply(ActivationKernels.SIGMOID, self());
    }

    /** {@code ln σ(x)} without overflow; the adjoint is {@code bar σ(-x)}. */
    default Tensor logSigmoid() {
        return Elementwise.apply(ActivationKernels.LOG_SIGMOID, self());
    }

    /** {@code ln(1 + eˣ)}, {@code x} above 20; the adjoint is {@code bar σ(x)}, {@code bar} above 20. */
    default Tensor softplus() {
        return Elementwise.apply(ActivationKernels.SOFTPLUS, self());
    }

    /** {@code x σ(x)}; the adjoint is {@code bar σ(x) (1 + x (1 - σ(x)))}. */
    default Tensor silu() {
        return Elementwise.apply(ActivationKernels.SILU, self());
    }

    /** {@code x Φ(x)} with the normal distribution Φ; the adjoint is {@code bar (Φ(x) + x φ(x))} with its density φ. */
    default Tensor gelu() {
        return Elementwise.apply(ActivationKernels.GELU, self());
    }

    /** {@code e^xᵢ / Σ e^xⱼ} along a dimension; the adjoint is {@code y (bar - Σ bar y)}. */
    default Tensor softmax(int dim) {
        return Exponentials.softmax(self(), dim);
    }

    /** {@code xᵢ - ln Σ e^xⱼ} along a dimension; the adjoint is {@code bar - eʸ Σ bar}. */
    default Tensor logSoftmax(int dim) {
        return Exponentials.logSoftmax(self(), dim);
    }

    /** {@code ln Σ e^xⱼ} over these dimensions, without overflow; the adjoint is {@code bar e^(x - y)}. */
    default Tensor logSumExp(int... dims) {
        return logSumExp(dims, false);
    }

    /** As {@link #logSumExp(int...)}; the dimensions keep the size 1 if {@code keepDim}. */
    default Tensor logSumExp(int[] dims, boolean keepDim) {
        return Exponentials.logSumExp(self(), Shape.mask(dims, self().dim()), keepDim);
    }
}
