package dev.fluxion.tensor.conformance;

import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.Tensor;
import java.util.Arrays;

/** A tensor as the fixture writes it: {@code [2,3]1.0 2.0 3.0 4.0 5.0 6.0}. */
record Numbers(int[] shape, double[] elements) {

    static Numbers of(String text) {
        int end = text.indexOf(']');
        int[] shape =
                split(text.substring(1, end), ",").mapToInt(Integer::parseInt).toArray();
        double[] elements =
                split(text.substring(end + 1), " ").mapToDouble(Numbers::number).toArray();
        return new Numbers(shape, elements);
    }

    static Numbers of(Tensor tensor) {
        return new Numbers(tensor.shape(), tensor.toDoubleArray());
    }

    private static java.util.stream.Stream<String> split(String text, String by) {
        return text.isEmpty() ? java.util.stream.Stream.empty() : Arrays.stream(text.split(by));
    }

    private static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    Tensor tensor(DType type) {
        return Tensor.of(elements, shape).to(type);
    }

    /** What is not as it should be, or null. */
    String difference(Numbers expected, double tolerance) {
        if (!Arrays.equals(shape, expected.shape)) {
            return "shape " + Arrays.toString(shape) + " instead of " + Arrays.toString(expected.shape);
        }
        for (int i = 0; i < elements.length; i++) {
            if (!isClose(elements[i], expected.elements[i], tolerance)) {
                return "element " + i + " is " + elements[i] + " instead of " + expected.elements[i];
            }
        }
        return null;
    }

    private static boolean isClose(double actual, double expected, double tolerance) {
        return actual == expected
                || Double.isNaN(actual) && Double.isNaN(expected)
                || Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    }
}
