package dev.fluxion.examples.tour.topics;

import dev.fluxion.Differentiable;

/** Simpson's rule for the integral of a bell curve, differentiated by the bounds. */
public final class Integrals {

    private Integrals() {}

    /** The integral of {@link #bell} from {@code a} to {@code b} over an even number of panels. */
    @Differentiable
    public static double integral(double a, double b, int panels) {
        double h = (b - a) / panels;
        double sum = bell(a) + bell(b);
        for (int i = 1; i < panels; i++) {
            int weight = i % 2 == 0 ? 2 : 4;
            sum += weight * bell(a + i * h);
        }
        return sum * h / 3;
    }

    /** A helper without annotation: it is differentiated where it is called. */
    static double bell(double x) {
        return Math.exp(-x * x);
    }
}
