package dev.fluxion.tensor;

/** The elements of a tensor as kernels take them: doubles in an array, with strides. */
record Operand(double[] array, int offset, int[] strides) {

    /** The elements of {@code tensor}, walked as if it had the shape {@code to}. Floats are copied. */
    static Operand of(Tensor tensor, int[] to) {
        double[] own = tensor.storage.doubles();
        if (own != null) {
            return new Operand(own, tensor.offset, Broadcast.strides(tensor.shape, tensor.strides, to));
        }
        int[] dense = Shape.strides(tensor.shape);
        return new Operand(Dense.copy(tensor), 0, Broadcast.strides(tensor.shape, dense, to));
    }

    /** The step if a tensor of so many elements is walked in one lane: 1 without gaps, 0 if one element repeats; else -1. */
    int step(int elements, int[] to) {
        if (elements == 1 || isRepeated()) {
            return 0;
        }
        return Shape.isContiguous(to, strides) ? 1 : -1;
    }

    private boolean isRepeated() {
        for (int stride : strides) {
            if (stride != 0) {
                return false;
            }
        }
        return true;
    }
}
