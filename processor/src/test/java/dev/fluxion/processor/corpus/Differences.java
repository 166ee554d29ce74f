package dev.fluxion.processor.corpus;

import java.util.function.DoubleUnaryOperator;

/**
 * Central differences extrapolated to step 0, with an estimate of the error (C. J. F. Ridders, <i>Accurate computation of F'(x)
 * and F'(x) F''(x)</i>, Advances in Engineering Software 4 (1982)).
 *
 * @param value the derivative
 * @param error how far the extrapolations of neighbouring orders and steps are apart
 */
public record Differences(double value, double error) {

    private static final int STEPS = 9;
    private static final double SHRINK = 1.8;

    /** The derivative of a function at a point; the error is infinite where the function has no value nearby. */
    public static Differences of(DoubleUnaryOperator function, double x, boolean isFloat) {
        double step = 0.04 * Math.max(Math.abs(x), 0.2);
        double[] previous = new double[STEPS];
        Differences best = new Differences(Double.NaN, Double.POSITIVE_INFINITY);
        for (int i = 0; i < STEPS; i++) {
            double[] row = new double[STEPS];
            row[0] = slope(function, x, step, isFloat);
            double factor = SHRINK * SHRINK;
            for (int j = 1; j <= i; j++) {
                row[j] = (row[j - 1] * factor - previous[j - 1]) / (factor - 1);
                factor *= SHRINK * SHRINK;
                double error = Math.max(Math.abs(row[j] - row[j - 1]), Math.abs(row[j] - previous[j - 1]));
                if (error < best.error) {
                    best = new Differences(row[j], error);
                }
            }
            previous = row;
            step /= SHRINK;
        }
        return best;
    }

    /**
     * Whether the error is small beside the terms that a derivative is the sum of, and beside the value. Of what oscillates much faster than the steps are, differences
     * are nothing but noise, which may well be small beside its terms.
     */
    public boolean converges(double terms) {
        return error <= 1e-9 * terms && error <= 1e-2 * Math.abs(value);
    }

    private static double slope(DoubleUnaryOperator function, double x, double step, boolean isFloat) {
        double above = isFloat ? (float) (x + step) : x + step;
        double below = isFloat ? (float) (x - step) : x - step;
        return (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above - below);
    }
}
