package dev.fluxion.tensor;

/** Exponentials, logarithms, trigonometric and hyperbolic functions, element by element. Below, {@code y} is the result. */
public sealed interface TensorFunctions permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code eˣ}; the adjoint is {@code bar y}. */
    default Tensor exp() {
        return Elementwise.apply(ExponentialKernels.EXP, self());
    }

    /** {@code 2ˣ}; the adjoint is {@code bar y ln 2}. */
    default Tensor exp2() {
        return Elementwise.apply(ExponentialKernels.EXP2, self());
    }

    /** {@code eˣ - 1}, exact near 0; the adjoint is {@code bar (y + 1)}. */
    default Tensor expm1() {
        return Elementwise.apply(ExponentialKernels.EXPM1, self());
    }

    /** {@code ln x}, NaN below 0; the adjoint is {@code bar / x}. */
    default Tensor log() {
        return Elementwise.apply(ExponentialKernels.LOG, self());
    }

    /** The logarithm to base 2; the adjoint is {@code bar / (x ln 2)}. */
    default Tensor log2() {
        return Elementwise.apply(ExponentialKernels.LOG2, self());
    }

    /** The logarithm to base 10; the adjoint is {@code bar / (x ln 10)}. */
    default Tensor log10() {
        return Elementwise.apply(ExponentialKernels.LOG10, self());
    }

    /** {@code ln(1 + x)}, exact near 0; the adjoint is {@code bar / (x + 1)}. */
    default Tensor log1p() {
        return Elementwise.apply(ExponentialKernels.LOG1P, self());
    }

    /** {@code ln(eᵃ + eᵇ)} without overflow; the adjoints are {@code bar eᵃ⁻ʸ} and {@code bar eᵇ⁻ʸ}. */
    default Tensor logaddexp(Tensor b) {
        return Elementwise.apply(ExponentialKernels.LOGADDEXP, self(), b);
    }
}
