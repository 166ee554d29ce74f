package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import dev.fluxion.processor.corpus.Singular;

/** Circular and hyperbolic functions. */
final class Trigonometry {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private Trigonometry() {}

    @Differentiable(order = 2)
    static double sin(double x) {
        return Math.sin(x);
    }

    static double sinExact(double x) {
        return Math.cos(x);
    }

    static double sinSecondExact(double x) {
        return -Math.sin(x);
    }

    @Differentiable(order = 2)
    static double cos(double x) {
        return Math.cos(x);
    }

    static double cosExact(double x) {
        return -Math.sin(x);
    }

    @Differentiable(order = 2)
    @Domain(from = -1.3, to = 1.3)
    static double tan(double x) {
        return Math.tan(x);
    }

    static double tanExact(double x) {
        return 1 / (Math.cos(x) * Math.cos(x));
    }

    @Differentiable(order = 2)
    @Domain(from = -0.9, to = 0.9)
    @Singular(at = 1, gradient = INFINITY)
    @Singular(at = -1, gradient = INFINITY)
    @Singular(at = 2, gradient = Double.NaN)
    static double asin(double x) {
        return Math.asin(x);
    }

    static double asinExact(double x) {
        return 1 / Math.sqrt(1 - x * x);
    }

    @Differentiable(order = 2)
    @Domain(from = -0.9, to = 0.9)
    @Singular(at = 1, gradient = -INFINITY)
    @Singular(at = -1, gradient = -INFINITY)
    @Singular(at = -2, gradient = Double.NaN)
    static double acos(double x) {
        return Math.acos(x);
    }

    static double acosExact(double x) {
        return -1 / Math.sqrt(1 - x * x);
    }

    @Differentiable(order = 2)
    static double atan(double x) {
        return Math.atan(x);
    }

    static double atanExact(double x) {
        return 1 / (1 + x * x);
    }

    static double atanSecondExact(double x) {
        return -2 * x / ((1 + x * x) * (1 + x * x));
    }

    @Differentiable(order = 2)
    @Singular(
            at = {0, 0},
            gradient = {0, 0})
    static double atan2(@Domain(from = 0.2, to = 3) double y, double x) {
        return Math.atan2(y, x);
    }

    static double[] atan2Exact(double y, double x) {
        double r = x * x + y * y;
        return new double[] {x / r, -y / r};
    }

    @Differentiable(order = 2)
    static double sinh(double x) {
        return Math.sinh(x);
    }

    static double sinhExact(double x) {
        return Math.cosh(x);
    }

    @Differentiable(order = 2)
    static double cosh(double x) {
        return Math.cosh(x);
    }

    static double coshExact(double x) {
        return Math.sinh(x);
    }

    @Differentiable(order = 2)
    static double tanh(double x) {
        return Math.tanh(x);
    }

    static double tanhExact(double x) {
        double t = Math.tanh(x);
        return 1 - t * t;
    }

    @Differentiable
    static double angles(double x, double y) {
        return Math.toRadians(x) * Math.toDegrees(y);
    }

    static double[] anglesExact(double x, double y) {
        return new double[] {y, x};
    }

    /** The sum of the squares is 1, so that all terms of the derivative cancel. */
    @Differentiable(order = 2)
    static double cancellingSquares(double x) {
        double s = Math.sin(x);
        double c = Math.cos(x);
        return s * s + c * c;
    }

    /** Cancels in its value, near 0 in its terms too. */
    @Differentiable
    @Domain(from = 0.01, to = 2)
    static double versine(double x) {
        return (1 - Math.cos(x)) / (x * x);
    }

    /** The cosine that is taken as well is that of another value, of the same one, or taken in a branch only. */
    @Differentiable
    static double sinesBesideCosines(double x, double y) {
        double sum = Math.sin(x) * Math.cos(y);
        for (int i = 0; i < 3; i++) {
            sum += Math.sin(x) * Math.cos(x) * Math.sin(y);
            x += 0.3 * sum;
            sum *= Math.cos(x);
            if (sum > 0) {
                sum += Math.cos(y) * Math.sin(sum);
                y *= Math.sin(y);
                sum -= Math.sin(y) * Math.cos(y);
            }
        }
        return sum * Math.cos(sum) + Math.sin(x);
    }
}
