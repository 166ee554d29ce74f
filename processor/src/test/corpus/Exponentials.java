package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import dev.fluxion.processor.corpus.Singular;

/** Exponentials, logarithms, powers and roots. */
final class Exponentials {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private Exponentials() {}

    @Differentiable(order = 2)
    static double exp(double x) {
        return Math.exp(x);
    }

    static double expExact(double x) {
        return Math.exp(x);
    }

    static double expSecondExact(double x) {
        return Math.exp(x);
    }

    @Differentiable(order = 2)
    static double expm1(double x) {
        return Math.expm1(x * x);
    }

    static double expm1Exact(double x) {
        return 2 * x * Math.exp(x * x);
    }

    @Differentiable(order = 2)
    @Domain(from = 0.2, to = 4)
    @Singular(at = 0, gradient = INFINITY)
    @Singular(at = -0.0, gradient = INFINITY)
    @Singular(at = -1, gradient = Double.NaN)
    static double log(double x) {
        return Math.log(x);
    }

    static double logExact(double x) {
        return 1 / x;
    }

    static double logSecondExact(double x) {
        return -1 / (x * x);
    }

    @Differentiable(order = 2)
    @Domain(from = 0.2, to = 4)
    @Singular(at = 0, gradient = INFINITY)
    @Singular(at = -2, gradient = Double.NaN)
    static double log10(double x) {
        return Math.log10(x);
    }

    static double log10Exact(double x) {
        return 1 / (x * Math.log(10));
    }

    @Differentiable(order = 2)
    @Domain(from = -0.8, to = 4)
    @Singular(at = -1, gradient = INFINITY)
    @Singular(at = -2, gradient = Double.NaN)
    static double log1p(double x) {
        return Math.log1p(x);
    }

    static double log1pExact(double x) {
        return 1 / (1 + x);
    }

    @Differentiable(order = 2)
    @Domain(from = 0.2, to = 4)
    @Singular(at = 0, gradient = INFINITY)
    @Singular(at = -0.0, gradient = INFINITY)
    static double sqrt(double x) {
        return Math.sqrt(x);
    }

    static double sqrtExact(double x) {
        return 0.5 / Math.sqrt(x);
    }

    static double sqrtSecondExact(double x) {
        return -0.25 / (x * Math.sqrt(x));
    }

    @Differentiable(order = 2)
    @Domain(from = 0.2, to = 4)
    @Singular(at = 0, gradient = INFINITY)
    @Singular(at = -0.0, gradient = INFINITY)
    static double cbrt(double x) {
        return Math.cbrt(x);
    }

    static double cbrtExact(double x) {
        return 1 / (3 * Math.cbrt(x) * Math.cbrt(x));
    }

    /** The root of 0 is infinitely steep, but what it is multiplied with masks it. */
    @Differentiable
    @Domain(from = 0.2, to = 4)
    @Singular(
            at = {0, 0},
            gradient = {0, 0},
            forward = {Double.NaN, 0})
    static double maskedRoot(double x, double mask) {
        return mask * Math.sqrt(x);
    }

    @Differentiable(order = 2)
    @Domain(from = 0.3, to = 3)
    @Singular(
            at = {0, 0},
            gradient = {0, 0})
    @Singular(
            at = {0, 1},
            gradient = {1, 0})
    @Singular(
            at = {0, 2.5},
            gradient = {0, 0})
    @Singular(
            at = {0, 0.5},
            gradient = {INFINITY, 0})
    @Singular(
            at = {0, -1},
            gradient = {-INFINITY, -INFINITY})
    @Singular(
            at = {-2, 3},
            gradient = {12, Double.NaN})
    static double pow(double x, double p) {
        return Math.pow(x, p);
    }

    static double[] powExact(double x, double p) {
        return new double[] {p * Math.pow(x, p - 1), Math.pow(x, p) * Math.log(x)};
    }

    @Differentiable(order = 2)
    static double smallPowers(double x) {
        return Math.pow(x, 2) + Math.pow(x, 3) - Math.pow(x, 1) + Math.pow(x, 0);
    }

    static double smallPowersExact(double x) {
        return 2 * x + 3 * x * x - 1;
    }

    static double smallPowersSecondExact(double x) {
        return 2 + 6 * x;
    }

    @Differentiable(order = 2)
    @Domain(from = 0.3, to = 3)
    static double constantPowers(double x) {
        return Math.pow(x, -2) + Math.pow(x, 0.5) + Math.pow(x, 4);
    }

    static double constantPowersExact(double x) {
        return -2 / (x * x * x) + 0.5 / Math.sqrt(x) + 4 * x * x * x;
    }

    @Differentiable(order = 2)
    static double constantBase(double x) {
        return Math.pow(2, x) * Math.pow(0.5, x * x);
    }

    @Differentiable(order = 2)
    static double integerPower(@Domain(from = 0.3, to = 3) double x, @Domain(from = -3, to = 5) int n) {
        return Math.pow(x, n);
    }

    static double integerPowerExact(double x, int n) {
        return n == 0 ? 0 : n * Math.pow(x, n - 1);
    }

    /** The base and the exponent are one variable. */
    @Differentiable(order = 2)
    @Domain(from = 0.3, to = 3)
    static double selfPower(double x) {
        return Math.pow(x, x);
    }

    static double selfPowerExact(double x) {
        return Math.pow(x, x) * (Math.log(x) + 1);
    }

    @Differentiable(order = 2)
    @Singular(
            at = {0, 0},
            gradient = {0, 0})
    @Singular(
            at = {0, -2},
            gradient = {0, -1})
    static double hypot(double x, double y) {
        return Math.hypot(x, y);
    }

    static double[] hypotExact(double x, double y) {
        double r = Math.sqrt(x * x + y * y);
        return new double[] {x / r, y / r};
    }

    /** Does not overflow, though the sum of the exponentials would. */
    @Differentiable(order = 2)
    static double logSumExp(double u, double v) {
        double m = Math.max(u, v);
        return m + Math.log(Math.exp(u - m) + Math.exp(v - m));
    }
}
