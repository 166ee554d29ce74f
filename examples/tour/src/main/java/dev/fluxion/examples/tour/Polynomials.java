package dev.fluxion.examples.tour;

import dev.fluxion.Differentiable;

/** Polynomials whose derivatives everybody knows. */
public final class Polynomials {

    private Polynomials() {}

    /** {@code x²}. */
    @Differentiable
    public static double square(double x) {
        return x * x;
    }

    /** {@code uv + u²}. */
    @Differentiable
    public static double f(double u, double v) {
        return u * v + u * u;
    }
}
