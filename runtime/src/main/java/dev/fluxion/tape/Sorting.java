package dev.fluxion.tape;

import java.util.Arrays;

/**
 * Sorting with the order that was found, which derivatives follow: if element {@code i} of the result stood at {@code order[i]}, so did its
 * derivative. Equal elements keep their order; where two elements meet, sorting has a kink, and this is one of its one-sided derivatives. The order is that
 * of {@link Double#compare}: -0 before +0, NaN last. Internal: called by companions.
 */
public final class Sorting {

    private Sorting() {}

    /**
     * Sorts as {@link Arrays#sort(double[])} does.
     *
     * @param array what is sorted
     * @return for each element where it stood before
     */
    public static int[] sort(double[] array) {
        int[] order = array == null ? null : order(array, 0, array.length);
        Arrays.sort(array);
        return order;
    }

    /**
     * Sorts as {@link Arrays#sort(double[], int, int)} does.
     *
     * @param array the array that is sorted in part
     * @param from the first element of the part
     * @param to the one behind the last
     * @return for each element of the part where it stood before, counted from the beginning of the part
     */
    public static int[] sort(double[] array, int from, int to) {
        boolean isRange = array != null && 0 <= from && from <= to && to <= array.length;
        int[] order = isRange ? order(array, from, to - from) : null;
        Arrays.sort(array, from, to);
        return order;
    }

    /** Merge sort from the bottom up, which is stable. */
    private static int[] order(double[] array, int from, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int[] merged = new int[count];
        for (long width = 1; width < count; width *= 2) {
            for (long start = 0; start < count; start += 2 * width) {
                int middle = (int) Math.min(start + width, count);
                int end = (int) Math.min(start + 2 * width, count);
                merge(array, from, order, (int) start, middle, end, merged);
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void merge(double[] array, int from, int[] order, int start, int middle, int end, int[] merged) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesLeft = right == end
                    || left < middle && Double.compare(array[from + order[left]], array[from + order[right]]) <= 0;
            merged[i] = takesLeft ? order[left++] : order[right++];
        }
    }

    /**
     * Puts the elements of an array in an order: {@code array[i]} becomes what {@code array[order[i]]} was.
     *
     * @param array the array
     * @param order an order of all its elements
     */
    public static void permute(double[] array, int[] order) {
        permute(array, order, 0);
    }

    /**
     * Puts a part of an array in an order: {@code array[from + i]} becomes what {@code array[from + order[i]]} was.
     *
     * @param array the array
     * @param order an order of the elements of the part
     * @param from where the part begins
     */
    public static void permute(double[] array, int[] order, int from) {
        double[] before = Arrays.copyOfRange(array, from, from + order.length);
        for (int i = 0; i < order.length; i++) {
            array[from + i] = before[order[i]];
        }
    }

    /**
     * Undoes {@link #permute(double[], int[])}.
     *
     * @param array the array
     * @param order an order of all its elements
     */
    public static void restore(double[] array, int[] order) {
        restore(array, order, 0);
    }

    /**
     * Undoes {@link #permute(double[], int[], int)}.
     *
     * @param array the array
     * @param order an order of the elements of the part
     * @param from where the part begins
     */
    public static void restore(double[] array, int[] order, int from) {
        double[] before = Arrays.copyOfRange(array, from, from + order.length);
        for (int i = 0; i < order.length; i++) {
            array[from + order[i]] = before[i];
        }
    }

    /**
     * Sorts as {@link Arrays#sort(float[])} does.
     *
     * @param array what is sorted
     * @return for each element where it stood before
     */
    public static int[] sort(float[] array) {
        int[] order = array == null ? null : order(array, 0, array.length);
        Arrays.sort(array);
        return order;
    }

    /**
     * Sorts as {@link Arrays#sort(float[], int, int)} does.
     *
     * @param array the array that is sorted in part
     * @param from the first element of the part
     * @param to the one behind the last
     * @return for each element of the part where it stood before, counted from the beginning of the part
     */
    public static int[] sort(float[] array, int from, int to) {
        boolean isRange = array != null && 0 <= from && from <= to && to <= array.length;
        int[] order = isRange ? order(array, from, to - from) : null;
        Arrays.sort(array, from, to);
        return order;
    }

    /** Merge sort from the bottom up, which is stable. */
    private static int[] order(float[] array, int from, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        int[] merged = new int[count];
        for (long width = 1; width < count; width *= 2) {
            for (long start = 0; start < count; start += 2 * width) {
                int middle = (int) Math.min(start + width, count);
                int end = (int) Math.min(start + 2 * width, count);
                merge(array, from, order, (int) start, middle, end, merged);
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private static void merge(float[] array, int from, int[] order, int start, int middle, int end, int[] merged) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesLeft = right == end
                    || left < middle && Float.compare(array[from + order[left]], array[from + order[right]]) <= 0;
            merged[i] = takesLeft ? order[left++] : order[right++];
        }
    }

    /**
     * Puts the elements of an array in an order: {@code array[i]} becomes what {@code array[order[i]]} was.
     *
     * @param array the array
     * @param order an order of all its elements
     */
    public static void permute(float[] array, int[] order) {
        permute(array, order, 0);
    }

    /**
     * Puts a part of an array in an order: {@code array[from + i]} becomes what {@code array[from + order[i]]} was.
     *
     * @param array the array
     * @param order an order of the elements of the part
     * @param from where the part begins
     */
    public static void permute(float[] array, int[] order, int from) {
        float[] before = Arrays.copyOfRange(array, from, from + order.length);
        for (int i = 0; i < order.length; i++) {
            array[from + i] = before[order[i]];
        }
    }

    /**
     * Undoes {@link #permute(float[], int[])}.
     *
     * @param array the array
     * @param order an order of all its elements
     */
    public static void restore(float[] array, int[] order) {
        restore(array, order, 0);
    }

    /**
     * Undoes {@link #permute(float[], int[], int)}.
     *
     * @param array the array
     * @param order an order of the elements of the part
     * @param from where the part begins
     */
    public static void restore(float[] array, int[] order, int from) {
        float[] before = Arrays.copyOfRange(array, from, from + order.length);
        for (int i = 0; i < order.length; i++) {
            array[from + order[i]] = before[i];
        }
    }
}
