package dev.fluxion.tape;

import java.util.Arrays;

/** A growable stack of {@code float} values, last in, first out. */
public final class FloatStack {

    private static final float[] EMPTY = {};

    private float[] values = EMPTY;
    private int size;

    /** Creates an empty stack, which allocates nothing before its first push. */
    public FloatStack() {}

    /**
     * Puts a value on top.
     *
     * @param value the value
     */
    public void push(float value) {
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
    public float pop() {
        float value = values[size - 1];
        size--;
        return value;
    }

    /**
     * Reads the top value.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public float peek() {
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
