package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.Fluxion;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Domain;

/** Dependences that are cut on purpose. */
final class Cuts {

    private Cuts() {}

    @Differentiable(order = 2)
    static double constantFactor(double x) {
        return Fluxion.constant(x * x) * x;
    }

    static double constantFactorExact(double x) {
        return x * x;
    }

    static double constantFactorSecondExact(double x) {
        return 0;
    }

    @Differentiable
    static float constantFloat(float x) {
        return Fluxion.constant(x) * x;
    }

    static double constantFloatExact(float x) {
        return x;
    }

    @Differentiable
    static double constantBox(Double x) {
        Double held = Fluxion.constant(x);
        return held * x;
    }

    static double constantBoxExact(Double x) {
        return x;
    }

    @Differentiable
    static double throughBits(double x) {
        long bits = Double.doubleToLongBits(Fluxion.constant(x));
        return x * (bits >>> 63 == 0 ? 2 : 3);
    }

    static double throughBitsExact(double x) {
        return Double.doubleToLongBits(x) >>> 63 == 0 ? 2 : 3;
    }

    @Differentiable
    static double straightThrough(double x) {
        return x + Fluxion.constant(Math.rint(x) - x);
    }

    static double straightThroughExact(double x) {
        return 1;
    }

    @Differentiable
    static double heldParameterOfHelper(double x, double y) {
        return weighted(x, y) * y;
    }

    static double[] heldParameterOfHelperExact(double x, double y) {
        return new double[] {y * y, x * y};
    }

    private static double weighted(double x, double y) {
        return x * Fluxion.constant(y);
    }

    @Differentiable
    static double heldThroughLoop(double x, @NoDiff double w, @Domain(from = 0, to = 4) int n) {
        double s = x;
        double held = w;
        for (int i = 0; i < n; i++) {
            held = held * w + 1;
            s = s * held * 0.3 + Fluxion.constant(s);
        }
        return s;
    }

    static double heldThroughLoopExact(double x, double w, int n) {
        double slope = 1;
        double held = w;
        for (int i = 0; i < n; i++) {
            held = held * w + 1;
            slope *= held * 0.3;
        }
        return slope;
    }
}
