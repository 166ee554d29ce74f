package dev.fluxion.tensor;

/**
 * Comparisons, which answer with 1 for true and 0 for false and have no derivative, and what selects by them.
 *
 * <p>A condition is any tensor: 0 is false, all else is true.
 */
public sealed interface TensorComparisons permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code a > b}. */
    default Tensor gt(Tensor b) {
        return Elementwise.constant(SelectionKernels.GT, self(), b);
    }

    /** {@code a > c}. */
    default Tensor gt(double c) {
        return gt(Factories.like(self(), c));
    }

    /** {@code a >= b}. */
    default Tensor ge(Tensor b) {
        return Elementwise.constant(SelectionKernels.GE, self(), b);
    }

    /** {@code a >= c}. */
    default Tensor ge(double c) {
        return ge(Factories.like(self(), c));
    }

    /** {@code a < b}. */
    default Tensor lt(Tensor b) {
        return Elementwise.constant(SelectionKernels.GT, b, self());
    }

    /** {@code a < c}. */
    default Tensor lt(double c) {
        return lt(Factories.like(self(), c));
    }

    /** {@code a <= b}. */
    default Tensor le(Tensor b) {
        return Elementwise.constant(SelectionKernels.GE, b, self());
    }

    /** {@code a <= c}. */
    default Tensor le(double c) {
        return le(Factories.like(self(), c));
    }

    /** {@code a == b}; NaN equals nothing. */
    default Tensor eq(Tensor b) {
        return Elementwise.constant(SelectionKernels.EQ, self(), b);
    }

    /** {@code a == c}. */
    default Tensor eq(double c) {
        return eq(Factories.like(self(), c));
    }

    /** {@code a != b}. */
    default Tensor ne(Tensor b) {
        return Elementwise.constant(SelectionKernels.NE, self(), b);
    }

    /** {@code a != c}. */
    default Tensor ne(double c) {
        return ne(Factories.like(self(), c));
    }

    /** Whether an element is NaN. */
    default Tensor isNaN() {
        return ne(self());
    }

    /** The greater of two; the adjoint goes to the greater, half to each at a tie. NaN if one is. */
    default Tensor maximum(Tensor b) {
        return Elementwise.apply(SelectionKernels.MAXIMUM, self(), b);
    }

    /** The less of two; the adjoint goes to the less, half to each at a tie. NaN if one is. */
    default Tensor minimum(Tensor b) {
        return Elementwise.apply(SelectionKernels.MINIMUM, self(), b);
    }

    /** The argument moved into {@code [min, max]}; the adjoint is {@code bar} inside and at the bounds, else 0. */
    default Tensor clamp(double min, double max) {
        return Elementwise.apply(SelectionKernels.clamp(min, max), self());
    }

    /** {@code a - b trunc(a / b)}, with the sign of a; the adjoints are {@code bar} and {@code -bar trunc(a / b)}. */
    default Tensor fmod(Tensor b) {
        return Elementwise.apply(SelectionKernels.FMOD, self(), b);
    }

    /** {@code a - b floor(a / b)}, with the sign of b; the adjoints are {@code bar} and {@code -bar floor(a / b)}. */
    default Tensor remainder(Tensor b) {
        return Elementwise.apply(SelectionKernels.REMAINDER, self(), b);
    }

    /** {@code |a|} with the sign of b; the adjoint of a is {@code bar} times both signs, 0 at ±0; that of b is 0. */
    default Tensor copysign(Tensor b) {
        return Elementwise.apply(SelectionKernels.COPYSIGN, self(), b);
    }

    /** The value given where {@code mask} is true; the adjoint is 0 there. */
    default Tensor maskedFill(Tensor mask, double value) {
        return Selection.where(mask, Factories.like(self(), value), self());
    }
}
