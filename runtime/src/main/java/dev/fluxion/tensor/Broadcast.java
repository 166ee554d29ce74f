package dev.fluxion.tensor;

import java.util.Arrays;

/**
 * PyTorch's and NumPy's broadcasting: shapes are aligned at their last dimensions, and a dimension of one element, or one
 * that is missing, repeats.
 */
final class Broadcast {

    private Broadcast() {}

    /** The common shape of {@code a} and {@code b}. */
    static int[] shape(String operation, int[] a, int[] b) {
        if (Arrays.equals(a, b)) {
            return a;
        }
        int rank = Math.max(a.length, b.length);
        int[] result = new int[rank];
        for (int d = 0; d < rank; d++) {
            int ofA = size(a, d, rank);
            int ofB = size(b, d, rank);
            if (ofA != ofB && ofA != 1 && ofB != 1) {
                throw new IllegalArgumentException(operation + ": the size of tensor a (" + ofA
                        + ") must match the size of tensor b (" + ofB + ") at non-singleton dimension " + d
                        + "; the shapes are " + Shape.text(a) + " and " + Shape.text(b));
            }
            result[d] = ofA == 1 ? ofB : ofA;
        }
        return result;
    }

    private static int size(int[] shape, int d, int rank) {
        int at = d - (rank - shape.length);
        return at < 0 ? 1 : shape[at];
    }

    /** Strides that walk a tensor of {@code shape} as if it had the shape {@code to}: 0 where it repeats. */
    static int[] strides(int[] shape, int[] strides, int[] to) {
        if (shape == to || Arrays.equals(shape, to)) {
            return strides;
        }
        int missing = to.length - shape.length;
        int[] result = new int[to.length];
        for (int d = missing; d < to.length; d++) {
            result[d] = shape[d - missing] == 1 && to[d] != 1 ? 0 : strides[d - missing];
        }
        return result;
    }

    /** Whether a tensor of {@code shape} repeats to fill {@code to}. */
    static boolean fits(int[] shape, int[] to) {
        int missing = to.length - shape.length;
        if (missing < 0) {
            return false;
        }
        for (int d = 0; d < shape.length; d++) {
            if (shape[d] != 1 && shape[d] != to[d + missing]) {
                return false;
            }
        }
        return true;
    }
}
