package dev.fluxion.tensor;

/**
 * Operations that overwrite the elements, and count as a modification for whatever saved them for a backward pass.
 *
 * <p>All return this tensor. They throw an {@link IllegalStateException} for a leaf that requires a gradient unless nothing
 * is recorded, an {@link UnsupportedOperationException} for a view if the operation is recorded, and an
 * {@link IllegalArgumentException} if the result has another shape; the tensor is then as it was.
 */
public sealed interface TensorUpdates permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** Becomes {@code a + b}. */
    default Tensor addInPlace(Tensor b) {
        return InPlace.update(self(), b, (x, y) -> x.add(y));
    }

    /** Becomes {@code a + c b}. */
    default Tensor addInPlace(Tensor b, double c) {
        return InPlace.update(self(), b, (x, y) -> x.add(y.mul(c)));
    }

    /** Becomes {@code a + c}. */
    default Tensor addInPlace(double c) {
        return InPlace.update(self(), x -> x.add(c));
    }

    /** Becomes {@code a - b}. */
    default Tensor subInPlace(Tensor b) {
        return InPlace.update(self(), b, (x, y) -> x.sub(y));
    }

    /** Becomes {@code a - c}. */
    default Tensor subInPlace(double c) {
        return InPlace.update(self(), x -> x.sub(c));
    }

    /** Becomes {@code a b}. */
    default Tensor mulInPlace(Tensor b) {
        return InPlace.update(self(), b, (x, y) -> x.mul(y));
    }

    /** Becomes {@code a c}. */
    default Tensor mulInPlace(double c) {
        return InPlace.update(self(), x -> x.mul(c));
    }

    /** Becomes {@code a / b}. */
    default Tensor divInPlace(Tensor b) {
        return InPlace.update(self(), b, (x, y) -> x.div(y));
    }

    /** Becomes {@code a / c}. */
    default Tensor divInPlace(double c) {
        return InPlace.update(self(), x -> x.div(c));
    }

    /** Becomes a copy of {@code b}, which repeats if it is smaller. */
    default Tensor copyInPlace(Tensor b) {
        Broadcast.shape("copy", self().shape, b.shape);
        return InPlace.update(self(), b, (x, y) -> Selection.where(Factories.like(x, 1), y, x));
    }

    /** Becomes {@code c} everywhere. */
    default Tensor fillInPlace(double c) {
        return InPlace.update(self(), x -> x.maskedFill(Factories.like(x, 1), c));
    }

    /** Becomes 0 everywhere. */
    default Tensor zeroInPlace() {
        return fillInPlace(0);
    }

    /** Becomes {@code max(a, 0)}. */
    default Tensor reluInPlace() {
        return InPlace.update(self(), Tensor::relu);
    }
}
