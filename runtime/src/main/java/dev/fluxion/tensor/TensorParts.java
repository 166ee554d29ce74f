package dev.fluxion.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of tensors and tensors from parts. {@link #select}, {@link #slice}, {@link #narrow} and {@link #diagonal} are views;
 * the adjoint of a part is zeros around that of the part.
 */
public sealed interface TensorParts permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** A view of the part with that index along a dimension, which is dropped; both count from the end if negative. */
    default Tensor select(int dim, int index) {
        return Slicing.select(self(), dim, index);
    }

    /** A view of the indices from {@code start} up to but without {@code end}, clipped to what there is. */
    default Tensor slice(int dim, int start, int end) {
        return Slicing.slice(self(), dim, start, end, 1);
    }

    /** As {@link #slice(int, int, int)}, of every {@code step}th index. */
    default Tensor slice(int dim, int start, int end, int step) {
        return Slicing.slice(self(), dim, start, end, step);
    }

    /**
     * A view of so many indices from {@code start} on.
     *
     * @throws IllegalArgumentException if there are not that many
     */
    default Tensor narrow(int dim, int start, int length) {
        int size = self().size(dim);
        if (start < 0 || length < 0 || start + length > size) {
            throw new IllegalArgumentException("start (" + start + ") + length (" + length
                    + ") exceeds dimension size (" + size + ") of shape " + Shape.text(self().shape));
        }
        return Slicing.slice(self(), dim, start, start + length, 1);
    }

    /** A view of the diagonal of the first two dimensions, which becomes the last one. */
    default Tensor diagonal() {
        return Slicing.diagonal(self());
    }

    /** Views of at most {@code size} indices each along a dimension; of no index one. */
    default List<Tensor> split(int size, int dim) {
        if (size <= 0) {
            throw new IllegalArgumentException("split expects split_size be positive, but got split_size=" + size);
        }
        int end = self().size(dim);
        List<Tensor> parts = new ArrayList<>();
        for (int start = 0; start < end || parts.isEmpty(); start += size) {
            parts.add(slice(dim, start, start + size));
        }
        return parts;
    }

    /** Views of all parts along a dimension, which is dropped. */
    default List<Tensor> unbind(int dim) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < self().size(dim); i++) {
            parts.add(select(dim, i));
        }
        return parts;
    }

    /** The slices with those indices along a dimension, in that order. */
    default Tensor indexSelect(int dim, int... index) {
        return Gathering.indexSelect(self(), dim, index);
    }

    /**
     * The elements at the places that an index names along a dimension: {@code y[i][j] = x[index[i][j]][j]} for dimension
     * 0. The result has the index's shape; adjoints of the same element add up.
     *
     * @throws IndexOutOfBoundsException if an index is no whole number or is out of bounds
     */
    default Tensor gather(int dim, Tensor index) {
        return Gathering.gather("GatherBackward0", self(), dim, index);
    }

    /** This tensor with {@code source} added at the places that an index of the same shape names, as {@link #gather} does. */
    default Tensor scatterAdd(int dim, Tensor index, Tensor source) {
        return Gathering.scatterAdd(self(), dim, index, source);
    }

    /** The order along these dimensions reversed; a copy. */
    default Tensor flip(int... dims) {
        return Joining.flip(self(), dims);
    }

    /** A constant around the tensor: pairs of counts before and after, for the last dimension first. */
    default Tensor pad(int[] counts, double value) {
        return Joining.pad(self(), value, counts);
    }

    /** Zeros around the tensor: pairs of counts before and after, for the last dimension first. */
    default Tensor pad(int... counts) {
        return Joining.pad(self(), 0, counts);
    }
}
