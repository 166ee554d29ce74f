package dev.fluxion.tensor;

import java.util.Arrays;

/** Arithmetic on shapes and dimensions. */
final class Shape {

    private static final int[] NONE = {};

    private Shape() {}

    /** How many elements a tensor of this shape has. */
    static int elements(int[] shape) {
        long product = 1;
        for (int size : shape) {
            product *= size;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("shape " + text(shape) + " has too many elements");
            }
        }
        return (int) product;
    }

    /** A copy of a shape that a caller gave. */
    static int[] checked(int... shape) {
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException(
                        "Trying to create tensor with negative dimension " + size + ": " + text(shape));
            }
        }
        elements(shape);
        return shape.length == 0 ? NONE : shape.clone();
    }

    /** The strides of a tensor that holds its elements in row-major order without gaps. */
    static int[] strides(int[] shape) {
        if (shape.length == 0) {
            return NONE;
        }
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= Math.max(shape[d], 1);
        }
        return strides;
    }

    static boolean isContiguous(int[] shape, int[] strides) {
        int expected = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            if (shape[d] != 1 && strides[d] != expected) {
                return elements(shape) == 0;
            }
            expected *= shape[d];
        }
        return true;
    }

    /** {@code [2, 3]}. */
    static String text(int[] shape) {
        return Arrays.toString(shape);
    }

    /** The dimension, counted from the end if negative, as an index; a tensor without dimensions takes 0 and -1. */
    static int dim(int dim, int rank) {
        int limit = Math.max(rank, 1);
        if (dim < -limit || dim >= limit) {
            throw new IndexOutOfBoundsException("Dimension out of range (expected to be in range of [" + -limit + ", "
                    + (limit - 1) + "], but got " + dim + ")");
        }
        return dim < 0 ? dim + limit : dim;
    }

    /** Which dimensions are meant: all if none is named. */
    static boolean[] mask(int[] dims, int rank) {
        boolean[] mask = new boolean[Math.max(rank, 1)];
        if (dims.length == 0) {
            Arrays.fill(mask, true);
        }
        for (int given : dims) {
            int dim = dim(given, rank);
            if (mask[dim]) {
                throw new IllegalArgumentException("dim " + dim + " appears multiple times in the list of dims");
            }
            mask[dim] = true;
        }
        return Arrays.copyOf(mask, rank);
    }

    /** The shape with the masked dimensions reduced to one element, or dropped. */
    static int[] reduced(int[] shape, boolean[] mask, boolean keep) {
        int[] result = new int[shape.length];
        int rank = 0;
        for (int d = 0; d < shape.length; d++) {
            if (!mask[d] || keep) {
                result[rank++] = mask[d] ? 1 : shape[d];
            }
        }
        return Arrays.copyOf(result, rank);
    }

    /** The shape with dimension {@code dim} taken out. */
    static int[] without(int[] shape, int dim) {
        int[] result = new int[shape.length - 1];
        System.arraycopy(shape, 0, result, 0, dim);
        System.arraycopy(shape, dim + 1, result, dim, result.length - dim);
        return result;
    }

    /** The shape with a dimension put in at {@code dim}. */
    static int[] with(int[] shape, int dim, int size) {
        int[] result = new int[shape.length + 1];
        System.arraycopy(shape, 0, result, 0, dim);
        result[dim] = size;
        System.arraycopy(shape, dim, result, dim + 1, shape.length - dim);
        return result;
    }
}
