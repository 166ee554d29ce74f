package dev.fluxion.tape;

import java.util.Arrays;

/**
 * Numbers and arrays in a row, as methods take them that take any number of arguments, without an array made for each call. Taken from a {@link Workspace}. Internal:
 * called by companions.
 */
public final class Parts {

    private Object[] arrays = new Object[8];
    private double[] numbers = new double[8];
    private Object[] table = {};
    private int size;

    Parts() {}

    /** Forgets all parts. */
    Parts clear() {
        Arrays.fill(arrays, 0, size, null);
        size = 0;
        return this;
    }

    /**
     * One more part.
     *
     * @param array an array of {@code double} or {@code float} of any rank, or null
     * @return this
     */
    public Parts with(Object array) {
        room();
        arrays[size++] = array == null ? this : array;
        return this;
    }

    /**
     * One more part.
     *
     * @param number a number
     * @return this
     */
    public Parts with(double number) {
        room();
        numbers[size++] = number;
        return this;
    }

    private void room() {
        if (size == arrays.length) {
            arrays = Arrays.copyOf(arrays, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
    }

    int size() {
        return size;
    }

    /** An array, or null. */
    Object array(int i) {
        return arrays[i] == this ? null : arrays[i];
    }

    private Object[] all() {
        Object[] all = new Object[size];
        Arrays.setAll(all, this::array);
        return all;
    }

    /** An array of nothing, to use before the next one. */
    Object[] table(int length) {
        if (table.length < length) {
            table = new Object[length];
        }
        Arrays.fill(table, null);
        return table;
    }

    /**
     * Counts numbers.
     *
     * @return how many numbers there are in all parts
     */
    public int count() {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += arrays[i] == null ? 1 : Bars.count(array(i));
        }
        return sum;
    }

    /**
     * Writes all numbers into one vector, in order and row by row.
     *
     * @return a new vector
     */
    public double[] flat() {
        double[] vector = new double[count()];
        int at = 0;
        for (int i = 0; i < size; i++) {
            if (arrays[i] == null) {
                vector[at++] = numbers[i];
            } else {
                at = Bars.put(array(i), vector, at);
            }
        }
        return vector;
    }

    /**
     * Checks arrays like {@link Distinct#bars(String, String, Object...)}.
     *
     * @param names what the arrays of adjoints are called
     * @param others what the other arrays are called
     * @throws IllegalArgumentException if one of them is another one, too, or has a row with it in common; the message says which
     */
    public void bars(String names, String others) {
        if (Distinct.isTwice(names, this)) {
            Distinct.bars(names, others, all());
        }
    }

    /**
     * Checks arrays like {@link Distinct#written(String, String, Object...)}.
     *
     * @param names what the arrays are called that are written to
     * @param others what the other arrays are called
     * @throws IllegalArgumentException if one of them is another one, too, or has a row with it in common; the message says which
     */
    public void written(String names, String others) {
        if (Distinct.isTwice(names, this)) {
            Distinct.written(names, others, all());
        }
    }
}
