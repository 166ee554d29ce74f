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

    /** The sine; the adjoint is {@code bar cos x}. */
    default Tensor sin() {
        return Elementwise.apply(TrigonometricKernels.SIN, self());
    }

    /** The cosine; the adjoint is {@code -bar sin x}. */
    default Tensor cos() {
        return Elementwise.apply(TrigonometricKernels.COS, self());
    }

    /** The tangent; the adjoint is {@code bar (1 + y²)}. */
    default Tensor tan() {
        return Elementwise.apply(TrigonometricKernels.TAN, self());
    }

    /** The arc sine, NaN outside [-1, 1]; the adjoint is {@code bar / √(1 - x²)}. */
    default Tensor asin() {
        return Elementwise.apply(TrigonometricKernels.ASIN, self());
    }

    /** The arc cosine, NaN outside [-1, 1]; the adjoint is {@code -bar / √(1 - x²)}. */
    default Tensor acos() {
        return Elementwise.apply(TrigonometricKernels.ACOS, self());
    }

    /** The arc tangent; the adjoint is {@code bar / (x² + 1)}. */
    default Tensor atan() {
        return Elementwise.apply(TrigonometricKernels.ATAN, self());
    }

    /** The hyperbolic sine; the adjoint is {@code bar cosh x}. */
    default Tensor sinh() {
        return Elementwise.apply(TrigonometricKernels.SINH, self());
    }

    /** The hyperbolic cosine; the adjoint is {@code bar sinh x}. */
    default Tensor cosh() {
        return Elementwise.apply(TrigonometricKernels.COSH, self());
    }

    /** The hyperbolic tangent; the adjoint is {@code bar (1 - y²)}. */
    default Tensor tanh() {
        return Elementwise.apply(TrigonometricKernels.TANH, self());
    }

    /** The inverse of sinh; the adjoint is {@code bar / √(x² + 1)}. */
    default Tensor asinh() {
        return Elementwise.apply(TrigonometricKernels.ASINH, self());
    }

    /** The inverse of cosh, NaN below 1; the adjoint is {@code bar / √(x² - 1)}. */
    default Tensor acosh() {
        return Elementwise.apply(TrigonometricKernels.ACOSH, self());
    }

    /** The inverse of tanh, NaN outside [-1, 1]; the adjoint is {@code bar / (1 - x²)}. */
    default Tensor atanh() {
        return Elementwise.apply(TrigonometricKernels.ATANH, self());
    }

    /** The error function; the adjoint is {@code bar 2/√π e^(-x²)}. */
    default Tensor erf() {
        return Elementwise.apply(ActivationKernels.ERF, self());
    }

    /** The absolute value; the adjoint is {@code bar} times the sign of x, 0 at ±0. */
    default Tensor abs() {
        return Elementwise.apply(SelectionKernels.ABS, self());
    }

    /** The sign, -1, 0 or 1; the adjoint is 0. */
    default Tensor sign() {
        return Elementwise.apply(SelectionKernels.SIGN, self());
    }

    /** The next integer below; the adjoint is 0. */
    default Tensor floor() {
        return Elementwise.apply(SelectionKernels.FLOOR, self());
    }

    /** The next integer above; the adjoint is 0. */
    default Tensor ceil() {
        return Elementwise.apply(SelectionKernels.CEIL, self());
    }

    /** The nearest integer, the even one of two; the adjoint is 0. */
    default Tensor round() {
        return Elementwise.apply(SelectionKernels.ROUND, self());
    }

    /** The integer towards 0; the adjoint is 0. */
    default Tensor trunc() {
        return Elementwise.apply(SelectionKernels.TRUNC, self());
    }

    /** What {@link #trunc} cuts off; the adjoint is {@code bar}. */
    default Tensor frac() {
        return Elementwise.apply(SelectionKernels.FRAC, self());
    }

    /** The angle of the point (b, a) as {@link Math#atan2}; the adjoints are {@code bar b / (a² + b²)} and
     * {@code -bar a / (a² + b²)}, NaN at (0, 0). */
    default Tensor atan2(Tensor b) {
        return Elementwise.apply(TrigonometricKernels.ATAN2, self(), b);
    }
}
