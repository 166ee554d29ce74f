package dev.fluxion.tensor;

/**
 * Reductions over dimensions. Dimensions are counted from the end if negative; where none is named, all are meant. A
 * dimension that does not exist is an {@link IndexOutOfBoundsException}, one that is named twice an
 * {@link IllegalArgumentException}.
 */
public sealed interface TensorReductions permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /** The sum of all elements, 0 of none; the adjoint is {@code bar} everywhere. */
    default Tensor sum() {
        return Reductions.sum("SumBackward0", self(), Shape.mask(new int[0], self().dim()), false);
    }

    /** The sums over these dimensions, which are dropped. */
    default Tensor sum(int... dims) {
        return sum(dims, false);
    }

    /** The sums over these dimensions, which keep the size 1 if {@code keepDim}. */
    default Tensor sum(int[] dims, boolean keepDim) {
        return Reductions.sum("SumBackward1", self(), Shape.mask(dims, self().dim()), keepDim);
    }

    /** The mean of all n elements, NaN of none; the adjoint is {@code bar / n} everywhere. */
    default Tensor mean() {
        return Reductions.mean("MeanBackward0", self(), Shape.mask(new int[0], self().dim()), false);
    }

    /** The means over these dimensions, which are dropped. */
    default Tensor mean(int... dims) {
        return mean(dims, false);
    }

    /** The means over these dimensions, which keep the size 1 if {@code keepDim}. */
    default Tensor mean(int[] dims, boolean keepDim) {
        return Reductions.mean("MeanBackward1", self(), Shape.mask(dims, self().dim()), keepDim);
    }

    /** The variance with Bessel's correction; the adjoint is {@code bar 2 (x - mean) / (n - 1)}. */
    default Tensor var(int... dims) {
        return var(dims, 1, false);
    }

    /** The sum of {@code (x - mean)²} over {@code n - correction}; not a number or infinite if that is 0. */
    default Tensor var(int[] dims, double correction, boolean keepDim) {
        return Statistics.variance(self(), Shape.mask(dims, self().dim()), correction, keepDim);
    }

    /** The square root of {@link #var(int...)}; the adjoint is 0 where that is 0. */
    default Tensor std(int... dims) {
        return std(dims, 1, false);
    }

    /** The square root of {@link #var(int[], double, boolean)}; the adjoint is 0 where that is 0. */
    default Tensor std(int[] dims, double correction, boolean keepDim) {
        return Statistics.deviation(self(), Shape.mask(dims, self().dim()), correction, keepDim);
    }

    /** The Euclidean norm of all elements; the adjoint is {@code bar x / y}, 0 where y = 0. */
    default Tensor norm() {
        return norm(2);
    }

    /** The p-norm {@code (Σ |x|ᵖ)^(1/p)}: for p = 0 the number of elements that are not 0, for p = ±∞ the extreme. */
    default Tensor norm(double p, int... dims) {
        return norm(p, dims, false);
    }

    /** As {@link #norm(double, int...)}; the dimensions keep the size 1 if {@code keepDim}. */
    default Tensor norm(double p, int[] dims, boolean keepDim) {
        return Statistics.norm(self(), p, Shape.mask(dims, self().dim()), keepDim);
    }

    /** The product of all elements, 1 of none; the adjoint of an element is {@code bar} times the product of the others. */
    default Tensor prod() {
        return Statistics.product(self());
    }

    /** The products along a dimension, which is dropped. */
    default Tensor prod(int dim) {
        int d = Shape.dim(dim, self().dim());
        return self().dim() == 0 ? prod() : Statistics.product(self(), d, false);
    }

    /** Running sums along a dimension. */
    default Tensor cumsum(int dim) {
        return Statistics.cumulativeSum(self(), dim);
    }

    /** The greatest element; the adjoint is shared evenly among ties. An error if there is none. NaN if one is. */
    default Tensor max() {
        return Extremes.shared("MaxBackward1", self(), Shape.mask(new int[0], self().dim()), true, true);
    }

    /** The least element; the adjoint is shared evenly among ties. An error if there is none. NaN if one is. */
    default Tensor min() {
        return Extremes.shared("MinBackward1", self(), Shape.mask(new int[0], self().dim()), true, false);
    }

    /** The greatest elements along a dimension, which is dropped, and their first indices, where the adjoint goes. */
    default TensorWithIndices max(int dim) {
        return max(dim, false);
    }

    /** As {@link #max(int)}; the dimension keeps the size 1 if {@code keepDim}. */
    default TensorWithIndices max(int dim, boolean keepDim) {
        return Extremes.along("MaxBackward0", self(), dim, keepDim, true);
    }

    /** The least elements along a dimension, which is dropped, and their first indices, where the adjoint goes. */
    default TensorWithIndices min(int dim) {
        return min(dim, false);
    }

    /** As {@link #min(int)}; the dimension keeps the size 1 if {@code keepDim}. */
    default TensorWithIndices min(int dim, boolean keepDim) {
        return Extremes.along("MinBackward0", self(), dim, keepDim, false);
    }

    /** The greatest elements over these dimensions, which are dropped; the adjoint is shared evenly among ties. */
    default Tensor amax(int... dims) {
        return Extremes.shared("AmaxBackward0", self(), Shape.mask(dims, self().dim()), false, true);
    }

    /** The least elements over these dimensions, which are dropped; the adjoint is shared evenly among ties. */
    default Tensor amin(int... dims) {
        return Extremes.shared("AminBackward0", self(), Shape.mask(dims, self().dim()), false, false);
    }

    /** The index of the first greatest element in row-major order, as a whole number. */
    default Tensor argmax() {
        return Extremes.argument("ArgmaxBackward0", self().detach().flatten(), 0, true)
                .reshape();
    }

    /** The indices of the first greatest elements along a dimension, which is dropped. */
    default Tensor argmax(int dim) {
        int d = Shape.dim(dim, self().dim());
        return Extremes.argument("ArgmaxBackward0", self(), d, true).squeeze(d);
    }

    /** The index of the first least element in row-major order, as a whole number. */
    default Tensor argmin() {
        return Extremes.argument("ArgminBackward0", self().detach().flatten(), 0, false)
                .reshape();
    }

    /** The indices of the first least elements along a dimension, which is dropped. */
    default Tensor argmin(int dim) {
        int d = Shape.dim(dim, self().dim());
        return Extremes.argument("ArgminBackward0", self(), d, false).squeeze(d);
    }
}
