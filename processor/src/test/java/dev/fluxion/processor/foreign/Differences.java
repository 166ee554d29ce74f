package dev.fluxion.processor.foreign;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * Central differences of a curve at 0, extrapolated by Ridders' method, with an estimate of their error for each component.
 *
 * @param slopes the derivatives
 * @param errors infinite where nothing is known
 */
record Differences(double[] slopes, double[] errors) {

    private static final int STEPS = 9;
    private static final double RATIO = 1.6;

    /** @param curve gives null where the curve has no value */
    static Differences of(DoubleFunction<double[]> curve, int size, double first) {
        double[] slopes = new double[size];
        double[] errors = new double[size];
        Arrays.fill(errors, Double.POSITIVE_INFINITY);
        double[][] before = new double[0][];
        double step = first;
        for (int i = 0; i < STEPS; i++, step /= RATIO) {
            double[] above = curve.apply(step);
            double[] below = curve.apply(-step);
            if (above == null || below == null || above.length != size || below.length != size) {
                before = new double[0][];
                continue;
            }
            double[][] row = new double[before.length + 1][size];
            for (int j = 0; j < size; j++) {
                row[0][j] = (above[j] - below[j]) / (2 * step);
                extrapolate(before, row, j, slopes, errors);
            }
            before = row;
        }
        return new Differences(slopes, errors);
    }

    private static void extrapolate(double[][] before, double[][] row, int j, double[] slopes, double[] errors) {
        double factor = RATIO * RATIO;
        for (int k = 1; k < row.length; k++, factor *= RATIO * RATIO) {
            row[k][j] = (row[k - 1][j] * factor - before[k - 1][j]) / (factor - 1);
            double error = Math.max(Math.abs(row[k][j] - row[k - 1][j]), Math.abs(row[k][j] - before[k - 1][j]));
            if (error < errors[j]) {
                errors[j] = error;
                slopes[j] = row[k][j];
            }
        }
    }
}
