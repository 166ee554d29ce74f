package dev.fluxion.tape;

import java.util.Arrays;

/**
 * The numbers that a stream of doubles adds up, added up by a stream: {@link java.util.stream.DoubleStream#sum()} compensates for rounding as the class library sees fit, and
 * the value is to be the same to the bit.
 */
public final class ExactSum {

    private static final double[] NONE = {};

    private double[] values = NONE;
    private int size;

    /** Creates a sum of nothing. */
    public ExactSum() {}

    /**
     * Takes a number.
     *
     * @param value the number
     */
    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Growth.beyond(size));
        }
        values[size++] = value;
    }

    /**
     * The sum.
     *
     * @return what a stream of the numbers in their order has as its sum
     */
    public double sum() {
        return Arrays.stream(values, 0, size).sum();
    }

    /**
     * The mean.
     *
     * @return what a stream of the numbers in their order has as its average, 0 for no numbers
     */
    public double average() {
        return Arrays.stream(values, 0, size).average().orElse(0);
    }
}
