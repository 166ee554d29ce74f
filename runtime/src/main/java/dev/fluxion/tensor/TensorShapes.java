package dev.fluxion.tensor;

/**
 * Other shapes of the same elements. All but {@link #copy()}, {@link #contiguous()} and {@link #to} of another type are
 * views that share the storage; a reshaping that cannot be a view copies.
 */
public sealed interface TensorShapes permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * The elements in row-major order in another shape, of which one size may be -1 and is then inferred.
     *
     * @throws IllegalArgumentException if the number of elements differs
     */
    default Tensor reshape(int... shape) {
        return Shaping.reshape(self(), shape);
    }

    /** As {@link #reshape}, with one dimension. */
    default Tensor flatten() {
        return Shaping.reshape(self(), new int[] {self().numel()});
    }

    /**
     * A view that repeats dimensions of one element, and new ones in front; -1 leaves a dimension as it is. The adjoint is
     * summed over what repeats.
     *
     * @throws IllegalArgumentException if another dimension would change
     */
    default Tensor expand(int... shape) {
        return Shaping.expand(self(), shape);
    }

    /** A view with two dimensions exchanged. */
    default Tensor transpose(int first, int second) {
        return Shaping.transpose("TransposeBackward0", self(), first, second);
    }

    /**
     * The transpose of a matrix; a tensor of fewer dimensions as it is.
     *
     * @throws IllegalArgumentException for more than two dimensions
     */
    default Tensor t() {
        if (self().dim() > 2) {
            throw new IllegalArgumentException(
                    "t() expects a tensor with <= 2 dimensions, but self is " + self().dim() + "D");
        }
        return self().dim() < 2
                ? Shaping.transpose("TBackward0", self(), 0, 0)
                : Shaping.transpose("TBackward0", self(), 0, 1);
    }

    /** A view with the dimensions in another order. */
    default Tensor permute(int... order) {
        return Shaping.permute(self(), order);
    }

    /** A view with a dimension of one element put in at {@code dim}. */
    default Tensor unsqueeze(int dim) {
        return Shaping.unsqueeze(self(), dim);
    }

    /** A view without dimension {@code dim}, if that has one element; else the tensor itself. */
    default Tensor squeeze(int dim) {
        return Shaping.squeeze(self(), dim);
    }

    /** The tensor in row-major order without gaps; a copy if it is not. */
    default Tensor contiguous() {
        return self().isContiguous() ? self() : Shaping.clone(self());
    }

    /** A copy, part of the graph. */
    default Tensor copy() {
        return Shaping.clone(self());
    }

    /** The elements in another type; the tensor itself if it has that. */
    default Tensor to(DType type) {
        return Shaping.to(self(), type);
    }
}
