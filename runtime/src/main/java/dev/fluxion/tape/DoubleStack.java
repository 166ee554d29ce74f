package dev.fluxion.tape;

import java.util.Arrays;

/** A growable stack of {@code double} values, last in, first out. */
public final class DoubleStack {

    private static final double[] EMPTY = {};

    private double[] values = EMPTY;
    private int size;

    /** Creates an empty stack, which allocates nothing before its first push. */
    public DoubleStack() {}

    /**
     * Puts a value on top.
     *
     * @param value the value
     */
    public void push(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.beyond(size));
        }
        values[size++] = value;
    }

    /**
     * Takes the top value off.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public double pop() {
        double value = values[size - 1];
        size--;
        return value;
    }

    /**
     * Reads the top value.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public double peek() {
        return values[size - 1];
    }

    /**
     * Tells whether there is nothing to pop.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * Counts the values.
     *
     * @return how many there are to pop
     */
    public int size() {
        return size;
    }

    /** Forgets all values and keeps the memory. */
    public void clear() {
        size = 0;
    }

    /** Takes off what was pushed since the stack had a size. */
    void cut(int to) {
        size = to;
    }
}
