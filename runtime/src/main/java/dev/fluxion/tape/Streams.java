package dev.fluxion.tape;

/** What the sources and stages of streams check, for generated loops in their place. */
public final class Streams {

    private Streams() {}

    /**
     * Checks the range of an array's stream, as {@link java.util.Arrays#stream(double[], int, int)} does.
     *
     * @param length the array's length
     * @param from the first index
     * @param to the index behind the last
     * @throws ArrayIndexOutOfBoundsException if the range does not lie in the array
     */
    public static void range(int length, int from, int to) {
        if (from > to) {
            throw new ArrayIndexOutOfBoundsException("origin(" + from + ") > fence(" + to + ")");
        } else if (from < 0) {
            throw new ArrayIndexOutOfBoundsException(from);
        } else if (to > length) {
            throw new ArrayIndexOutOfBoundsException(to);
        }
    }

    /**
     * Checks a number of elements, as {@code limit} and {@code skip} do.
     *
     * @param count the number
     * @throws IllegalArgumentException if it is negative
     */
    public static void count(long count) {
        if (count < 0) {
            throw new IllegalArgumentException(Long.toString(count));
        }
    }

    /**
     * How many integers there are from one to another.
     *
     * @param from the first
     * @param to the last
     * @return the number of integers, 0 if the last is before the first
     * @throws ArithmeticException if there are more than an int can count
     */
    public static int size(int from, int to) {
        return from > to ? 0 : Math.toIntExact((long) to - from + 1);
    }
}
