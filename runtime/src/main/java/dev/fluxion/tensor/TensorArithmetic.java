package dev.fluxion.tensor;

/**
 * Arithmetic and powers of tensors, element by element with broadcasting.
 *
 * <p>Below, {@code bar} is the adjoint of the result. Every operation of two tensors throws an
 * {@link IllegalArgumentException} that names both shapes if they do not broadcast.
 */
public sealed interface TensorArithmetic permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code a + b}; both adjoints are {@code bar}. */
    default Tensor add(Tensor b) {
        return Elementwise.apply(ArithmeticKernels.ADD, self(), b);
    }

    /** {@code a + c}. */
    default Tensor add(double c) {
        return Elementwise.apply(ArithmeticKernels.plus(c), self());
    }

    /** {@code a - b}; the adjoints are {@code bar} and {@code -bar}. */
    default Tensor sub(Tensor b) {
        return Elementwise.apply(ArithmeticKernels.SUB, self(), b);
    }

    /** {@code a - c}. */
    default Tensor sub(double c) {
        return Elementwise.apply(ArithmeticKernels.minus(c), self());
    }

    /** {@code c - a}; the adjoint is {@code -bar}. */
    default Tensor rsub(double c) {
        return Elementwise.apply(ArithmeticKernels.from(c), self());
    }

    /** {@code a b}; the adjoints are {@code bar b} and {@code bar a}. */
    default Tensor mul(Tensor b) {
        return Elementwise.apply(ArithmeticKernels.MUL, self(), b);
    }

    /** {@code a c}. */
    default Tensor mul(double c) {
        return Elementwise.apply(ArithmeticKernels.scale(c), self());
    }

    /** {@code a / b}; the adjoints are {@code bar / b} and {@code -bar (a / b) / b}. */
    default Tensor div(Tensor b) {
        return Elementwise.apply(ArithmeticKernels.DIV, self(), b);
    }

    /** {@code a / c}. */
    default Tensor div(double c) {
        return Elementwise.apply(ArithmeticKernels.over(c), self());
    }

    /** {@code c / a}; the adjoint is {@code -bar (c / a) / a}. */
    default Tensor rdiv(double c) {
        return Elementwise.apply(ArithmeticKernels.dividing(c), self());
    }

    /** {@code -a}; the adjoint is {@code -bar}. */
    default Tensor neg() {
        return Elementwise.apply(ArithmeticKernels.NEG, self());
    }

    /** {@code 1 / a}; with the result y the adjoint is {@code -bar y²}. */
    default Tensor reciprocal() {
        return Elementwise.apply(ArithmeticKernels.RECIPROCAL, self());
    }

    /** {@code a²}; the adjoint is {@code bar 2 a}. */
    default Tensor square() {
        return Elementwise.apply(PowerKernels.SQUARE, self());
    }

    /** {@code aᵖ} as {@link Math#pow}; the adjoint is {@code bar p aᵖ⁻¹}, 0 for p = 0. */
    default Tensor pow(double p) {
        return Elementwise.apply(PowerKernels.pow(p), self());
    }

    /**
     * {@code aᵇ} as {@link Math#pow}; the adjoints are {@code bar b aᵇ⁻¹}, 0 where b = 0, and {@code bar aᵇ ln a}, 0 where
     * a = 0 and b ≥ 0.
     */
    default Tensor pow(Tensor b) {
        return Elementwise.apply(PowerKernels.POW, self(), b);
    }

    /** {@code √a}; with the result y the adjoint is {@code bar / (2 y)}. */
    default Tensor sqrt() {
        return Elementwise.apply(PowerKernels.SQRT, self());
    }

    /** {@code 1 / √a}; with the result y the adjoint is {@code -bar y³ / 2}. */
    default Tensor rsqrt() {
        return Elementwise.apply(PowerKernels.RSQRT, self());
    }

    /** {@code √(a² + b²)}; with the result y the adjoints are {@code bar a / y} and {@code bar b / y}, NaN at (0, 0). */
    default Tensor hypot(Tensor b) {
        return Elementwise.apply(PowerKernels.HYPOT, self(), b);
    }
}
