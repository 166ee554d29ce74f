package dev.fluxion.tensor;

import java.util.Arrays;

/** Tensors put together, padded and reversed. */
final class Joining {

    private Joining() {}

    /** The tensors one after the other along a dimension. */
    static Tensor cat(int dim, Tensor... parts) {
        return cat("CatBackward0", dim, parts);
    }

    private static Tensor cat(String name, int dim, Tensor[] parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("cat(): expected a non-empty list of Tensors");
        }
        int d = Shape.dim(dim, parts[0].dim());
        int[] shape = joined(parts, d);
        DType type = parts[0].dtype();
        for (Tensor part : parts) {
            type = part.dtype().compareTo(type) > 0 ? part.dtype() : type;
        }
        Tensor result = Factories.full(type, 0, shape);
        int[] starts = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            starts[i + 1] = starts[i] + parts[i].shape[d];
            Copying.copy(parts[i].detach(), Slicing.slice(result, d, starts[i], starts[i + 1], 1));
        }
        DType[] types = new DType[parts.length];
        Arrays.setAll(types, i -> parts[i].requiresGrad() ? parts[i].dtype() : null);
        return Operation.record(name, result, parts, new Tensor[0], (bar, none) -> split(bar, d, starts, types));
    }

    /** The parts of an adjoint in their types; null where there is none. */
    private static Tensor[] split(Tensor bar, int d, int[] starts, DType[] types) {
        Tensor[] bars = new Tensor[types.length];
        for (int i = 0; i < bars.length; i++) {
            if (types[i] != null) {
                bars[i] = Slicing.slice(bar, d, starts[i], starts[i + 1], 1).to(types[i]);
            }
        }
        return bars;
    }

    private static int[] joined(Tensor[] parts, int d) {
        int[] shape = parts[0].shape.clone();
        if (shape.length == 0) {
            throw new IllegalArgumentException("zero-dimensional tensor (at position 0) cannot be concatenated");
        }
        for (int i = 1; i < parts.length; i++) {
            int[] other = parts[i].shape;
            if (other.length != shape.length || !Arrays.equals(Shape.without(other, d), Shape.without(shape, d))) {
                throw new IllegalArgumentException("Sizes of tensors must match except in dimension " + d
                        + ". Expected shapes like " + Shape.text(parts[0].shape) + " but got " + Shape.text(other)
                        + " for tensor number " + i + " in the list.");
            }
            shape[d] = Math.addExact(shape[d], other[d]);
        }
        return shape;
    }

    /** The tensors, all of one shape, side by side along a new dimension. */
    static Tensor stack(int dim, Tensor... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("stack expects a non-empty TensorList");
        }
        Tensor[] deeper = new Tensor[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!Arrays.equals(parts[i].shape, parts[0].shape)) {
                throw new IllegalArgumentException(
                        "stack expects each tensor to be equal size, but got " + Shape.text(parts[0].shape)
                                + " at entry 0 and " + Shape.text(parts[i].shape) + " at entry " + i);
            }
            deeper[i] = Shaping.unsqueeze(parts[i], dim);
        }
        return cat("StackBackward0", Shape.dim(dim, parts[0].dim() + 1), deeper);
    }

    /** The order along some dimensions reversed. */
    static Tensor flip(Tensor x, int... dims) {
        boolean[] mask = dims.length == 0 ? new boolean[x.dim()] : Shape.mask(dims, x.dim());
        int[] strides = x.strides.clone();
        int offset = x.offset;
        for (int d = 0; d < x.dim(); d++) {
            if (mask[d]) {
                offset += Math.max(0, x.shape[d] - 1) * x.strides[d];
                strides[d] = -x.strides[d];
            }
        }
        Tensor reversed = x.view(offset, x.shape, strides);
        Tensor copy = Tensor.dense(x.dtype(), Dense.copy(reversed), x.shape);
        return Operation.record("FlipBackward0", copy, x, bar -> flip(bar, dims));
    }

    /**
     * A constant around the tensor: pairs of counts before and after, for the last dimension first, as PyTorch takes them.
     */
    static Tensor pad(Tensor x, double value, int... counts) {
        if (counts.length % 2 != 0 || counts.length / 2 > x.dim()) {
            throw new IllegalArgumentException("pad takes pairs of counts for at most " + x.dim()
                    + " dimensions, but got " + Arrays.toString(counts) + " for shape " + Shape.text(x.shape));
        }
        int[] before = new int[x.dim()];
        int[] shape = x.shape.clone();
        for (int k = 0; k < counts.length / 2; k++) {
            int d = x.dim() - 1 - k;
            if (counts[2 * k] < 0 || counts[2 * k + 1] < 0) {
                throw new IllegalArgumentException(
                        "pad takes counts that are not negative, but got " + Arrays.toString(counts));
            }
            before[d] = counts[2 * k];
            shape[d] += counts[2 * k] + counts[2 * k + 1];
        }
        Tensor result = Factories.full(x.dtype(), value, shape);
        int[] inner = x.shape;
        Copying.copy(x.detach(), crop(result, before, inner));
        return Operation.record("ConstantPadNdBackward0", result, x, bar -> crop(bar, before, inner));
    }

    /** The part of that shape that starts at that index. */
    private static Tensor crop(Tensor x, int[] start, int[] shape) {
        Tensor part = x;
        for (int d = 0; d < shape.length; d++) {
            part = Slicing.slice(part, d, start[d], start[d] + shape[d], 1);
        }
        return part;
    }
}
