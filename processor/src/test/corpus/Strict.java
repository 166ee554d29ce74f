package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** {@link StrictMath} has the derivatives of {@link Math}. */
final class Strict {

    private Strict() {}

    @Differentiable(order = 2)
    @Domain(from = 0.3, to = 3)
    static double exponentials(double x) {
        return StrictMath.exp(x) * StrictMath.log(x) + StrictMath.expm1(x) / StrictMath.log1p(x) - StrictMath.log10(x);
    }

    @Differentiable(order = 2)
    @Domain(from = -1, to = 1)
    static double trigonometry(double x) {
        return StrictMath.sin(x) * StrictMath.cos(x) + StrictMath.tan(x);
    }

    @Differentiable(order = 2)
    @Domain(from = -0.8, to = 0.8)
    static double inverses(double x, double y) {
        return StrictMath.asin(x) * StrictMath.acos(y) + StrictMath.atan(x * y) - StrictMath.atan2(1 + x, y);
    }

    @Differentiable(order = 2)
    static double hyperbolics(double x) {
        return StrictMath.sinh(x) * StrictMath.tanh(x) - StrictMath.cosh(x);
    }

    static double hyperbolicsExact(double x) {
        double t = Math.tanh(x);
        return Math.cosh(x) * t + Math.sinh(x) * (1 - t * t) - Math.sinh(x);
    }

    @Differentiable(order = 2)
    @Domain(from = 0.3, to = 3)
    static double roots(double x, double y) {
        return StrictMath.sqrt(x) * StrictMath.cbrt(y) + StrictMath.hypot(x, y) - StrictMath.pow(x, y);
    }

    @Differentiable
    static double kinks(double x, double y) {
        return StrictMath.abs(x) * StrictMath.max(x, y) + StrictMath.min(x, y) * StrictMath.copySign(x, y);
    }

    @Differentiable
    static double steps(double x) {
        return x * (StrictMath.floor(x) + StrictMath.ceil(x) + StrictMath.rint(x) + StrictMath.signum(x))
                + StrictMath.round(x);
    }

    static double stepsExact(double x) {
        return Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.signum(x);
    }

    @Differentiable
    static double scaling(double x, double y) {
        return StrictMath.toRadians(x) * StrictMath.toDegrees(y) + StrictMath.scalb(x, 3) + StrictMath.fma(x, y, x);
    }

    static double[] scalingExact(double x, double y) {
        return new double[] {y + 8 + y + 1, x + x};
    }
}
