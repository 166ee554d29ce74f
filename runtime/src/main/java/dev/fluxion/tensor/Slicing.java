package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Parts of tensors: views, whose adjoints are zeros around that of the part. */
final class Slicing {

    private Slicing() {}

    /** The part with that index along a dimension, which is dropped. */
    static Tensor select(Tensor x, int dim, int index) {
        if (x.dim() == 0) {
            throw new IndexOutOfBoundsException("select() cannot be applied to a 0-dim tensor.");
        }
        int d = Shape.dim(dim, x.dim());
        int i = Position.index(index, d, x.shape[d]);
        Tensor part = x.view(x.offset + i * x.strides[d], Shape.without(x.shape, d), Shape.without(x.strides, d));
        int[] whole = x.shape;
        return Operation.record("SelectBackward0", part, x, bar -> embed(bar, whole, y -> select(y, d, i)));
    }

    /** Every {@code step}th index from {@code start} up to but without {@code end}, both clipped as in PyTorch. */
    static Tensor slice(Tensor x, int dim, int start, int end, int step) {
        if (x.dim() == 0) {
            throw new IndexOutOfBoundsException("slice() cannot be applied to a 0-dim tensor.");
        }
        if (step <= 0) {
            throw new IllegalArgumentException("slice step must be positive");
        }
        int d = Shape.dim(dim, x.dim());
        int from = clipped(start, x.shape[d]);
        int to = Math.max(from, clipped(end, x.shape[d]));
        int[] shape = x.shape.clone();
        int[] strides = x.strides.clone();
        shape[d] = (int) (((long) to - from + step - 1) / step);
        strides[d] *= step;
        int[] whole = x.shape;
        return Operation.record(
                "SliceBackward0",
                x.view(x.offset + from * x.strides[d], shape, strides),
                x,
                bar -> embed(bar, whole, y -> slice(y, d, from, to, step)));
    }

    private static int clipped(int index, int size) {
        int counted = index < 0 ? index + size : index;
        return Math.max(0, Math.min(size, counted));
    }

    /** The diagonal of the first two dimensions, which it replaces as the last one. */
    static Tensor diagonal(Tensor x) {
        int rank = x.dim();
        if (rank < 2) {
            throw new IllegalArgumentException(
                    "diagonal needs a tensor with at least two dimensions, but got shape " + Shape.text(x.shape));
        }
        int[] shape = Arrays.copyOfRange(x.shape, 2, rank + 1);
        int[] strides = Arrays.copyOfRange(x.strides, 2, rank + 1);
        shape[rank - 2] = Math.min(x.shape[0], x.shape[1]);
        strides[rank - 2] = x.strides[0] + x.strides[1];
        int[] whole = x.shape;
        return Operation.record(
                "DiagonalBackward0", x.view(x.offset, shape, strides), x, bar -> embed(bar, whole, Slicing::diagonal));
    }

    /** Zeros of a shape with {@code part} at the place that {@code cut} cuts out of such a tensor. */
    static Tensor embed(Tensor part, int[] whole, UnaryOperator<Tensor> cut) {
        Tensor result = Factories.full(part.dtype(), 0, whole);
        Copying.copy(part, cut.apply(result));
        return Operation.record("SliceBackward0", result, part, cut);
    }
}
