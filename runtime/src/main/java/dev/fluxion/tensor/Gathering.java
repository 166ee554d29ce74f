package dev.fluxion.tensor;

import java.util.Arrays;

/** Elements taken from, and added at, places that a tensor of indices names. */
final class Gathering {

    private Gathering() {}

    /** {@code y[i][j] = x[index[i][j]][j]} for dimension 0, and alike for others; the result has the index's shape. */
    static Tensor gather(String name, Tensor x, int dim, Tensor index) {
        int d = Shape.dim(dim, x.dim());
        int[] places = places(x.shape, d, index);
        double[] source = Dense.of(x);
        double[] values = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = source[places[i]];
        }
        int[] whole = x.shape;
        return Operation.record(
                name, Tensor.dense(x.dtype(), values, index.shape), x, bar -> spread(bar, whole, places));
    }

    /** Zeros of a shape, to which the elements of {@code part} are added at the places that the index names. */
    static Tensor scatter(Tensor part, int[] whole, int d, Tensor index) {
        return spread(part, whole, places(whole, d, index));
    }

    /** Zeros of a shape, to which the elements of {@code part} are added at their places. */
    private static Tensor spread(Tensor part, int[] whole, int[] places) {
        double[] values = new double[Shape.elements(whole)];
        double[] terms = Dense.of(part);
        for (int i = 0; i < places.length; i++) {
            values[places[i]] += terms[i];
        }
        int[] shape = part.shape;
        return Operation.record(
                "ScatterAddBackward0",
                Tensor.dense(part.dtype(), values, whole),
                part,
                bar -> pick(bar, shape, whole, places));
    }

    private static Tensor pick(Tensor x, int[] shape, int[] whole, int[] places) {
        double[] source = Dense.of(x);
        double[] values = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = source[places[i]];
        }
        return Operation.record(
                "GatherBackward0", Tensor.dense(x.dtype(), values, shape), x, bar -> spread(bar, whole, places));
    }

    /** {@code x} with the elements of {@code source} added at the places that the index names. */
    static Tensor scatterAdd(Tensor x, int dim, Tensor index, Tensor source) {
        int d = Shape.dim(dim, x.dim());
        if (!Arrays.equals(index.shape, source.shape)) {
            throw new IllegalArgumentException("scatterAdd: index and src must have the same shape, but got "
                    + Shape.text(index.shape) + " and " + Shape.text(source.shape));
        }
        return x.add(spread(source, x.shape, places(x.shape, d, index)));
    }

    /** The slices with those indices along a dimension, in that order. */
    static Tensor indexSelect(Tensor x, int dim, int[] index) {
        int d = Shape.dim(dim, x.dim());
        if (x.dim() == 0) {
            throw new IllegalArgumentException("indexSelect() cannot be applied to a 0-dim tensor.");
        }
        int[] shape = x.shape.clone();
        shape[d] = index.length;
        double[] indices = new double[index.length];
        for (int i = 0; i < index.length; i++) {
            indices[i] = Position.index(index[i], d, x.shape[d]);
        }
        int[] along = new int[x.dim()];
        Arrays.fill(along, 1);
        along[d] = index.length;
        Tensor expanded = Tensor.dense(DType.FLOAT64, indices, along).expand(shape);
        return gather("IndexSelectBackward0", x, d, expanded);
    }

    /** Where in the row-major elements of {@code x} the places are that an index names. */
    private static int[] places(int[] whole, int d, Tensor index) {
        if (whole.length != index.dim()) {
            throw new IllegalArgumentException("Index tensor must have the same number of dimensions as input tensor: "
                    + Shape.text(index.shape) + " and " + Shape.text(whole));
        }
        for (int k = 0; k < whole.length; k++) {
            if (k != d && index.shape[k] > whole[k]) {
                throw new IllegalArgumentException("Size does not match at dimension " + k + " expected index "
                        + Shape.text(index.shape) + " to be no larger than self " + Shape.text(whole)
                        + " apart from dimension " + d);
            }
        }
        double[] indices = Dense.of(index);
        int[] strides = Shape.strides(whole);
        int[] places = new int[indices.length];
        int[] at = new int[whole.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(whole, d, indices[i], strides, at);
            next(at, index.shape);
        }
        return places;
    }

    private static int place(int[] whole, int d, double index, int[] strides, int[] at) {
        int size = whole.length == 0 ? 1 : whole[d];
        if (index != Math.rint(index) || index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " is out of bounds for dimension " + d + " with size " + size);
        }
        int place = 0;
        for (int k = 0; k < at.length; k++) {
            place += (k == d ? (int) index : at[k]) * strides[k];
        }
        return place;
    }

    private static void next(int[] at, int[] shape) {
        for (int k = at.length - 1; k >= 0; k--) {
            if (++at[k] < shape[k]) {
                return;
            }
            at[k] = 0;
        }
    }
}
