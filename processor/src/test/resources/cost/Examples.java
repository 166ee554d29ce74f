package cost;

import dev.fluxion.Differentiable;

/** A straight line, and a loop of unknown trip count. */
public final class Examples {

    private Examples() {}

    @Differentiable
    public static double line(double u, double v) {
        return u * v + u * u;
    }

    @Differentiable
    public static double root(double a) {
        double x = a > 1 ? a : 1;
        while (Math.abs(x * x - a) > 1e-12 * a) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }
}
