package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import dev.fluxion.processor.corpus.Singular;

/** What {@code Math} has since Java 21. */
final class Clamps {

    private Clamps() {}

    @Differentiable
    @Singular(
            at = {1, -1, 1},
            gradient = {1, 0, 0})
    @Singular(
            at = {-1, -1, 1},
            gradient = {1, 0, 0})
    @Singular(
            at = {0, -0.0, 0},
            gradient = {1, 0, 0})
    static double bounds(
            double x, @Domain(from = -2, to = -1) double low, @Domain(from = 1, to = 2) double high) {
        return Math.clamp(x, low, high);
    }

    static double[] boundsExact(double x, double low, double high) {
        return new double[] {low <= x && x <= high ? 1 : 0, x < low ? 1 : 0, x > high ? 1 : 0};
    }

    @Differentiable(order = 2)
    static double constantBounds(double x, double y) {
        return Math.clamp(x * y, 0.5, 4.0) * x;
    }

    static double[] constantBoundsExact(double x, double y) {
        double p = x * y;
        double inside = 0.5 <= p && p <= 4 ? 1 : 0;
        return new double[] {Math.clamp(p, 0.5, 4.0) + inside * y * x, inside * x * x};
    }

    static double[][] constantBoundsSecondExact(double x, double y) {
        double p = x * y;
        double inside = 0.5 <= p && p <= 4 ? 1 : 0;
        return new double[][] {{inside * 2 * y, inside * 2 * x}, {inside * 2 * x, 0}};
    }

    @Differentiable
    static float single(float x, @Domain(from = 1, to = 2) float high) {
        return Math.clamp(x, -1, high) * x;
    }

    @Differentiable
    static double strict(double x) {
        return StrictMath.clamp(x, -1.0, 1.0) + StrictMath.clamp(Math.sin(x), 0.25, 0.75);
    }

    @Differentiable
    static double integers(double x, int n) {
        return Math.clamp((long) n, -1, 1) * x;
    }
}
