package dev.fluxion.tensor;

/** The elements as numbers and arrays. Arrays are copies, in row-major order. */
public sealed interface TensorValues permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * The only element.
     *
     * @throws IllegalStateException if there is not exactly one
     */
    default double item() {
        if (self().numel() != 1) {
            throw new IllegalStateException(
                    "a Tensor with " + self().numel() + " elements cannot be converted to Scalar");
        }
        return self().storage.get(self().offset);
    }

    /**
     * The element at that index, each part of it counted from the end if negative.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    default double get(int... index) {
        return self().storage.get(Position.of(self(), index));
    }

    /** The elements. */
    default double[] toDoubleArray() {
        return Dense.copy(self());
    }

    /** The elements, rounded if they are doubles. */
    default float[] toFloatArray() {
        return Storage.of(DType.FLOAT32, Dense.of(self())).floats();
    }
}
