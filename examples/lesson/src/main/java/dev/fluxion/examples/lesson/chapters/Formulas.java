package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.Differentiable;

/** Ordinary methods, differentiated when they are compiled. */
public final class Formulas {

    private Formulas() {}

    @Differentiable(order = 2)
    public static double bend(double u, double v) {
        return u * v + u * u;
    }

    /** The mean of squared distances of a line from points. */
    @Differentiable
    public static double misfit(double[] x, double[] y, double slope, double offset) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double distance = slope * x[i] + offset - y[i];
            sum += distance * distance;
        }
        return sum / x.length;
    }
}
