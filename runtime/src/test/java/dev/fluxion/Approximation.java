package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by differences, and the one place that says how close is close enough. */
final class Approximation {

    /** A few roundings of a formula of a handful of operations. */
    static final double CLOSED_FORM = 1e-13;

    /** What extrapolated central differences reach on smooth functions of moderate size. */
    static final double DIFFERENCES = 1e-7;

    private Approximation() {}

    /** Central differences, extrapolated twice (Ridders 1982): the error is of order h⁶. */
    static double derivative(DoubleUnaryOperator f, double x) {
        double h = 1e-2 * Math.max(1e-2, Math.min(1, Math.abs(x)));
        double coarse = centralDifference(f, x, h);
        double middle = centralDifference(f, x, h / 2);
        double fine = centralDifference(f, x, h / 4);
        double first = middle + (middle - coarse) / 3;
        double second = fine + (fine - middle) / 3;
        return second + (second - first) / 15;
    }

    private static double centralDifference(DoubleUnaryOperator f, double x, double h) {
        double above = x + h;
        double below = x - h;
        return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
    }

    static void assertClose(double actual, double expected, double tolerance, String what) {
        double allowed = tolerance * Math.max(1, Math.abs(expected));
        assertThat(Math.abs(actual - expected))
                .as("%s: %s, expected %s", what, actual, expected)
                .isLessThanOrEqualTo(allowed);
    }

    static void assertSameBits(double actual, double expected, String what) {
        assertThat(Double.doubleToLongBits(actual))
                .as("%s: %s, expected %s", what, actual, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
