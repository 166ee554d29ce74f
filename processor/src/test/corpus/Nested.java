package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Derivatives of derivatives, by calls of companions. */
final class Nested {

    private Nested() {}

    @Differentiable
    static double wave(double x) {
        return Math.sin(x) * x;
    }

    /** The companion of the same class. */
    @Differentiable
    static double slope(double x) {
        return NestedGrad.waveDerivative(x) * x;
    }

    static double slopeExact(double x) {
        return Math.sin(x) + 3 * x * Math.cos(x) - x * x * Math.sin(x);
    }

    /** Declared before what it calls. */
    @Differentiable
    static double early(double x) {
        double g = NestedGrad.lateDerivative(x * x);
        return g * g;
    }

    static double earlyExact(double x) {
        return 72 * Math.pow(x, 7);
    }

    @Differentiable
    static double late(double x) {
        return x * x * x;
    }

    @Differentiable
    static double thrice(double x) {
        return NestedGrad.slopeDerivative(x) + NestedGrad.waveDerivative(x);
    }

    @Differentiable
    static double surface(double u, double v) {
        return u * u * v + Math.exp(u * v);
    }

    /** Components of a gradient. */
    @Differentiable
    static double gradientNorm(@Domain(from = -1, to = 1) double u, @Domain(from = -1, to = 1) double v) {
        var g = NestedGrad.surfaceGradient(u, v);
        return g.dU() * g.dU() + g.dV() * g.dV() + g.value();
    }

    static double[] gradientNormExact(double u, double v) {
        double e = Math.exp(u * v);
        double du = 2 * u * v + v * e;
        double dv = u * u + u * e;
        double uu = 2 * v + v * v * e;
        double uv = 2 * u + e + u * v * e;
        double vv = u * u * e;
        return new double[] {2 * du * uu + 2 * dv * uv + du, 2 * du * uv + 2 * dv * vv + dv};
    }

    @Differentiable
    static double directional(@Domain(from = -1, to = 1) double u, @Domain(from = -1, to = 1) double v) {
        return NestedGrad.surfaceJvp(u, v, 1, 2).tangent() * u;
    }

    @Differentiable
    static double seeded(double u, double v) {
        return NestedGrad.seededSurfaceVjp(u, v, u * v).dU();
    }

    static double[] seededExact(double u, double v) {
        return new double[] {4 * u * v * v, 4 * u * u * v};
    }

    @Differentiable
    static double seededSurface(double u, double v) {
        return u * u * v;
    }

    /** The companion of another class, which calls this one's. */
    @Differentiable
    static double acrossClasses(double x) {
        return NestedElsewhereGrad.backDerivative(x) * x;
    }

    @Differentiable
    static double inLoop(double x, @Domain(from = 0, to = 4) int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y - 0.3 * NestedGrad.waveDerivative(y) + 0.1 * x;
        }
        return y;
    }

    /** Newton's method with a generated derivative; the residual depends on a parameter that is held. */
    @Differentiable
    static double newton(@Domain(from = 0.5, to = 4) double a) {
        double y = 1 + a / 2;
        for (int i = 0; i < 12; i++) {
            y -= residual(y, a) / NestedGrad.residualGradient(y, a).dY();
        }
        return y;
    }

    static double newtonExact(double a) {
        return 1 / (3 * Math.cbrt(a) * Math.cbrt(a));
    }

    @Differentiable
    static double residual(double y, double a) {
        return y * y * y - a;
    }

    @Differentiable(order = 2)
    static double quartic(double x) {
        return x * x * x * x;
    }

    @Differentiable(order = 2)
    static double ofSecondDerivative(double x) {
        return NestedGrad.quarticSecondDerivative(x) * x;
    }

    static double ofSecondDerivativeExact(double x) {
        return 36 * x * x;
    }

    static double ofSecondDerivativeSecondExact(double x) {
        return 72 * x;
    }

    /** The perturbations of the inner and the outer derivative must not be confused. */
    @Differentiable
    static double perturbation(double x) {
        return x * NestedGrad.innerGradient(1, x).dY();
    }

    static double perturbationExact(double x) {
        return 1;
    }

    @Differentiable
    static double inner(double y, double x) {
        return x + y;
    }
}
