package dev.fluxion.examples.tour.topics;

import dev.fluxion.Differentiable;

/** A square root by Heron's method: how often the loop runs is known only when it stops. */
public final class Roots {

    private Roots() {}

    @Differentiable
    public static double root(double a) {
        double x = a > 1 ? a : 1;
        while (Math.abs(x * x - a) > 1e-12 * a) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }
}
