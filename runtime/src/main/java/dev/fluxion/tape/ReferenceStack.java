package dev.fluxion.tape;

import java.util.Arrays;

/**
 * A growable stack of references, last in, first out; {@code null} is a value like any other.
 *
 * @param <T> the type of the values
 */
public final class ReferenceStack<T> {

    private static final Object[] EMPTY = {};

    private Object[] values = EMPTY;
    private int size;

    /** Creates an empty stack, which allocates nothing before its first push. */
    public ReferenceStack() {}

    /**
     * Puts a value on top.
     *
     * @param value the value, or null
     */
    public void push(T value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.beyond(size));
        }
        values[size++] = value;
    }

    /**
     * Takes the top value off; the stack no longer keeps it alive.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public T pop() {
        T value = peek();
        values[--size] = null;
        return value;
    }

    /**
     * Reads the top value.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    @SuppressWarnings("unchecked") // Only push stores, and it takes a T.
    public T peek() {
        return (T) values[size - 1];
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

    /** Forgets all values, so that none is kept alive, and keeps the memory of the stack itself. */
    public void clear() {
        Arrays.fill(values, 0, size, null);
        size = 0;
    }

    /** Takes off what was pushed since the stack had a size. */
    void cut(int to) {
        Arrays.fill(values, to, size, null);
        size = to;
    }
}
