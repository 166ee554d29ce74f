package corpus;

import dev.fluxion.Differentiable;

/** Needs the companion of {@link Nested}, which needs this one's. */
final class NestedElsewhere {

    private NestedElsewhere() {}

    @Differentiable
    static double back(double x) {
        return NestedGrad.waveDerivative(x) + x * x;
    }

    @Differentiable
    static double both(double x) {
        return NestedElsewhereGrad.backDerivative(x) * NestedGrad.lateDerivative(x);
    }
}
