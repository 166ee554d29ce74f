package dev.fluxion.tensor;

/**
 * What a tensor's elements are.
 *
 * <p>Doubles are the default and are not mentioned in the text of a tensor. Operations on floats compute in double and round
 * once, when they store their result.
 */
public enum DType {
    /** {@code float}. */
    FLOAT32,

    /** {@code double}. */
    FLOAT64;

    /**
     * The type of the result of an operation on {@code a} and {@code b}: the wider one, where a tensor with dimensions
     * overrules one without.
     */
    static DType promote(Tensor a, Tensor b) {
        if (a.dtype() == b.dtype() || (a.dim() > 0) == (b.dim() > 0)) {
            return a.dtype().compareTo(b.dtype()) >= 0 ? a.dtype() : b.dtype();
        }
        return a.dim() > 0 ? a.dtype() : b.dtype();
    }

    /** {@code float32} or {@code float64}. */
    @Override
    public String toString() {
        return this == FLOAT32 ? "float32" : "float64";
    }
}
