package dev.fluxion.tape;

import java.util.Arrays;

/** A growable stack of {@code long} values, last in, first out. */
public final class LongStack {

    private static final long[] EMPTY = {};

    private long[] values = EMPTY;
    private int size;

    /** Creates an empty stack, which allocates nothing before its first push. */
    public LongStack() {}

    /**
     * Puts a value on top.
     *
     * @param value the value
     */
    public void push(long value) {
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
    public long pop() {
        long value = values[size - 1];
        size--;
        return value;
    }

    /**
     * Reads the top value.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public long peek() {
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
