package dev.fluxion.examples.tour.topics;

import dev.fluxion.Differentiable;

/** Polynomials whose derivatives everybody knows. */
public final class Polynomials {

    private Polynomials() {}

    @Differentiable(order = 2)
    public static double square(double x) {
        return x * x;
    }

    @Differentiable
    public static double quadratic(double x) {
        return x * x + 2 * x + 1;
    }

    @Differentiable
    public static double bend(double u, double v) {
        return u * v + u * u;
    }
}
