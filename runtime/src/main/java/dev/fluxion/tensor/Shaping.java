package dev.fluxion.tensor;

import java.util.Arrays;

/** Views of tensors with other shapes, and copies where a view cannot be. */
final class Shaping {

    private Shaping() {}

    /** The same elements in row-major order in another shape, of which one size may be -1; a view if possible. */
    static Tensor reshape(Tensor x, int[] wanted) {
        int[] shape = inferred(x, wanted);
        if (Arrays.equals(shape, x.shape)) {
            return x;
        }
        Tensor from = x.isContiguous() ? x : clone(x);
        int[] before = x.shape;
        return Operation.record(
                "ViewBackward0",
                from.view(from.offset, shape, Shape.strides(shape)),
                from,
                bar -> reshape(bar, before));
    }

    private static int[] inferred(Tensor x, int[] wanted) {
        int[] shape = wanted.clone();
        int unknown = -1;
        long known = 1;
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] == -1 && unknown < 0) {
                unknown = d;
            } else if (shape[d] < 0) {
                throw new IllegalArgumentException(
                        shape[d] == -1 ? "only one dimension can be inferred" : "invalid shape dimension " + shape[d]);
            } else {
                known *= shape[d];
            }
        }
        if (unknown >= 0 && known != 0 && x.numel() % known == 0) {
            shape[unknown] = (int) (x.numel() / known);
            return shape;
        }
        if (unknown >= 0 || known != x.numel()) {
            throw new IllegalArgumentException("shape " + Shape.text(wanted) + " is invalid for input of size "
                    + x.numel() + " and shape " + Shape.text(x.shape));
        }
        return shape;
    }

    /** A copy in row-major order. */
    static Tensor clone(Tensor x) {
        Tensor copy = x.dtype() == DType.FLOAT64
                ? Tensor.dense(DType.FLOAT64, Dense.copy(x), x.shape)
                : Tensor.dense(Storage.of(DType.FLOAT32, Dense.copy(x)), x.shape);
        return Operation.record("CloneBackward0", copy, x, bar -> bar);
    }

    /** The same elements in another type; the tensor itself if it has that. */
    static Tensor to(Tensor x, DType type) {
        if (x.dtype() == type) {
            return x;
        }
        DType before = x.dtype();
        return Operation.record(
                "ToCopyBackward0", Tensor.dense(type, Dense.copy(x), x.shape), x, bar -> to(bar, before));
    }

    /** A view that repeats dimensions of one element; -1 leaves a dimension as it is. */
    static Tensor expand(Tensor x, int[] wanted) {
        int[] shape = expanded(x, wanted);
        if (Arrays.equals(shape, x.shape)) {
            return x;
        }
        int[] before = x.shape;
        return Operation.record(
                "ExpandBackward0",
                x.view(x.offset, shape, Broadcast.strides(x.shape, x.strides, shape)),
                x,
                bar -> Reductions.sumTo(bar, before));
    }

    private static int[] expanded(Tensor x, int[] wanted) {
        int[] shape = wanted.clone();
        int missing = shape.length - x.shape.length;
        for (int d = Math.max(missing, 0); d < shape.length; d++) {
            shape[d] = shape[d] == -1 ? x.shape[d - missing] : shape[d];
        }
        if (missing < 0 || !Broadcast.fits(x.shape, shape)) {
            throw new IllegalArgumentException("The expanded size " + Shape.text(wanted)
                    + " must match the existing size " + Shape.text(x.shape) + " at non-singleton dimensions");
        }
        return Shape.checked(shape);
    }

    /** A view with two dimensions exchanged. */
    static Tensor transpose(String name, Tensor x, int first, int second) {
        int a = Shape.dim(first, x.dim());
        int b = Shape.dim(second, x.dim());
        if (x.dim() == 0) {
            return Operation.record(name, x.view(x.offset, x.shape, x.strides), x, bar -> bar);
        }
        int[] shape = exchanged(x.shape, a, b);
        return Operation.record(
                name,
                x.view(x.offset, shape, exchanged(x.strides, a, b)),
                x,
                bar -> transpose("TransposeBackward0", bar, a, b));
    }

    private static int[] exchanged(int[] of, int a, int b) {
        int[] result = of.clone();
        result[a] = of[b];
        result[b] = of[a];
        return result;
    }

    /** A view with the dimensions in another order. */
    static Tensor permute(Tensor x, int[] order) {
        boolean[] all = Shape.mask(order, x.dim());
        if (order.length != x.dim()) {
            throw new IllegalArgumentException("permute: number of dimensions in the tensor input does not match"
                    + " the length of the desired ordering of dimensions i.e. input.dim() = " + all.length
                    + " is not equal to len(dims) = " + order.length);
        }
        int[] shape = new int[order.length];
        int[] strides = new int[order.length];
        int[] back = new int[order.length];
        for (int d = 0; d < order.length; d++) {
            int from = Shape.dim(order[d], x.dim());
            shape[d] = x.shape[from];
            strides[d] = x.strides[from];
            back[from] = d;
        }
        return Operation.record("PermuteBackward0", x.view(x.offset, shape, strides), x, bar -> permute(bar, back));
    }

    /** A view with a dimension of one element put in. */
    static Tensor unsqueeze(Tensor x, int dim) {
        int d = Shape.dim(dim, x.dim() + 1);
        int stride = d < x.dim() ? x.shape[d] * x.strides[d] : 1;
        return Operation.record(
                "UnsqueezeBackward0",
                x.view(x.offset, Shape.with(x.shape, d, 1), Shape.with(x.strides, d, stride)),
                x,
                bar -> squeeze(bar, d));
    }

    /** A view without dimension {@code dim}, if that has one element. */
    static Tensor squeeze(Tensor x, int dim) {
        int d = Shape.dim(dim, x.dim());
        if (x.dim() == 0 || x.shape[d] != 1) {
            return x;
        }
        return Operation.record(
                "SqueezeBackward1",
                x.view(x.offset, Shape.without(x.shape, d), Shape.without(x.strides, d)),
                x,
                bar -> unsqueeze(bar, d));
    }
}
