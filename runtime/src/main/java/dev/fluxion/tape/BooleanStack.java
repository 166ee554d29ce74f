package dev.fluxion.tape;

import java.util.Arrays;

/** A growable stack of {@code boolean} values, one bit each, last in, first out. */
public final class BooleanStack {

    private static final long[] EMPTY = {};

    private long[] words = EMPTY;
    private int size;

    /** Creates an empty stack, which allocates nothing before its first push. */
    public BooleanStack() {}

    /**
     * Puts a value on top.
     *
     * @param value the value
     */
    public void push(boolean value) {
        int word = size >> 6;
        if (word == words.length) {
            words = Arrays.copyOf(words, Growth.beyond(word));
        }
        long bit = 1L << size;
        words[word] = value ? words[word] | bit : words[word] & ~bit;
        size = Math.incrementExact(size);
    }

    /**
     * Takes the top value off.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public boolean pop() {
        boolean value = peek();
        size--;
        return value;
    }

    /**
     * Reads the top value.
     *
     * @return the value pushed last
     * @throws ArrayIndexOutOfBoundsException if the stack is empty
     */
    public boolean peek() {
        int top = size - 1;
        return (words[top >> 6] >>> top & 1) != 0;
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
