package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.tensor.GraphView;
import dev.fluxion.tensor.Tensor;
import java.util.List;

/** Takes what a chapter has to show. */
public interface Notebook {

    /** Shows text. */
    void say(String text);

    /** Shows what an expression gives. */
    void show(String code, Object value);

    /** Shows numbers that must be what is expected. */
    void check(String code, double[] actual, double... expected);

    /** Shows rows of cells, the first of them a heading. */
    void table(List<List<String>> rows);

    /** Draws curves. */
    void plot(Plot plot);

    /** Draws the graph behind a tensor. */
    void graph(String file, GraphView graph);

    /** Shows the elements of a tensor, which must be what is expected. */
    default void check(String code, Tensor actual, double... expected) {
        check(code, actual.toDoubleArray(), expected);
    }

    /** Fails unless the numbers are equal but for rounding. */
    static void verify(String code, double[] actual, double[] expected) {
        boolean equal = actual.length == expected.length;
        for (int i = 0; equal && i < expected.length; i++) {
            equal = Math.abs(actual[i] - expected[i]) <= 1e-12 * Math.max(1, Math.abs(expected[i]));
        }
        if (!equal) {
            throw new AssertionError(
                    code + " is " + java.util.Arrays.toString(actual) + ", not " + java.util.Arrays.toString(expected));
        }
    }
}
