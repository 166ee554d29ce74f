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
}
