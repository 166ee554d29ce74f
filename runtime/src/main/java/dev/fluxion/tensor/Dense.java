package dev.fluxion.tensor;

import java.util.Arrays;

/** The elements of a tensor as doubles in row-major order. */
final class Dense {

    private Dense() {}

    /** The elements; the tensor's own array where it can be, which the caller must not change. */
    static double[] of(Tensor tensor) {
        double[] own = tensor.storage.doubles();
        if (own != null && tensor.offset == 0 && own.length == tensor.numel() && tensor.isContiguous()) {
            return own;
        }
        return copy(tensor);
    }

    /** A copy of the elements. */
    static double[] copy(Tensor tensor) {
        if (tensor.numel() == 0) {
            return new double[0]; // Of a view of nothing the offset may lie beyond the storage.
        }
        Storage storage = tensor.storage;
        if (storage.doubles() != null && tensor.isContiguous()) {
            return Arrays.copyOfRange(storage.doubles(), tensor.offset, tensor.offset + tensor.numel());
        }
        double[] copy = new double[tensor.numel()];
        LaneLoop loop = new LaneLoop(tensor.shape, new int[][] {tensor.strides}, new int[] {tensor.offset});
        int to = 0;
        while (loop.hasLane()) {
            for (int i = 0; i < loop.count(); i++) {
                copy[to++] = storage.get(loop.at(0) + i * loop.step(0));
            }
            loop.advance();
        }
        return copy;
    }
}
