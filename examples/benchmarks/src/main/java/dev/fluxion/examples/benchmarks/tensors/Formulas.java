package dev.fluxion.examples.benchmarks.tensors;

import dev.fluxion.Differentiable;

/** Methods that are measured over tensors. */
public final class Formulas {

    private Formulas() {}

    @Differentiable
    public static double wave(double x, double y) {
        return x * Math.exp(-y * y) + x * x * y;
    }

    @Differentiable
    public static double bend(double u, double v) {
        return u * v + u * u;
    }
}
