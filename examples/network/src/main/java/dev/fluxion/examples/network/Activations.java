package dev.fluxion.examples.network;

import dev.fluxion.Differentiable;

/** Activations, as ordinary methods. */
public final class Activations {

    private Activations() {}

    /** {@code x tanh(ln(1 + eˣ))} (D. Misra, <i>Mish: a self regularized non-monotonic activation function</i>, 2019). */
    @Differentiable(order = 2)
    public static double mish(double x) {
        return x * Math.tanh(Math.log1p(Math.exp(x)));
    }
}
