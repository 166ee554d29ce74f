package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.Fluxion;
import dev.fluxion.processor.corpus.Domain;
import dev.fluxion.processor.corpus.Singular;

/** Points without a derivative, and functions that are constant between steps. */
final class Kinks {

    private Kinks() {}

    @Differentiable(order = 2)
    @Singular(at = 0, gradient = 0)
    @Singular(at = -0.0, gradient = 0)
    @Singular(at = Double.NaN, gradient = Double.NaN)
    static double abs(double x) {
        return Math.abs(x);
    }

    static double absExact(double x) {
        return Math.signum(x);
    }

    static double absSecondExact(double x) {
        return 0;
    }

    @Differentiable
    @Singular(
            at = {1, 1},
            gradient = {0.5, 0.5})
    @Singular(
            at = {0, -0.0},
            gradient = {0.5, 0.5})
    @Singular(
            at = {Double.NaN, 1},
            gradient = {Double.NaN, Double.NaN})
    static double max(double x, double y) {
        return Math.max(x, y);
    }

    static double[] maxExact(double x, double y) {
        return new double[] {x > y ? 1 : 0, x > y ? 0 : 1};
    }

    @Differentiable
    @Singular(
            at = {2, 2},
            gradient = {0.5, 0.5})
    @Singular(
            at = {1, Double.NaN},
            gradient = {Double.NaN, Double.NaN})
    static double min(double x, double y) {
        return Math.min(x, y);
    }

    static double[] minExact(double x, double y) {
        return new double[] {x < y ? 1 : 0, x < y ? 0 : 1};
    }

    @Differentiable
    @Singular(at = 0, gradient = 0.5)
    @Singular(at = -0.0, gradient = 0.5)
    static double reluByMax(double x) {
        return Math.max(x, 0);
    }

    @Differentiable
    @Singular(at = 0, gradient = 0)
    static double reluByStrictBranch(double x) {
        return x > 0 ? x : 0;
    }

    @Differentiable
    @Singular(at = 0, gradient = 1)
    static double reluByLaxBranch(double x) {
        return x < 0 ? 0 : x;
    }

    /** The larger of a constant and an expression. */
    @Differentiable
    static double maxOfConstantAndExpression(double x) {
        return Math.max(1, x * x) + Math.min(x, 2.0) * Math.max(-1e9, x);
    }

    @Differentiable
    static double extremesOfBoxes(double x, double y) {
        return Double.max(x, y) * Double.min(x, y) + Double.sum(x, y);
    }

    static double[] extremesOfBoxesExact(double x, double y) {
        return new double[] {y + 1, x + 1};
    }

    /** All three are one variable. */
    @Differentiable
    static double maxOfOneVariable(double x) {
        return Math.max(Math.max(x, x), x);
    }

    @Differentiable
    @Singular(
            at = {0, 1},
            gradient = {0, 0})
    static double copySign(double x, double y) {
        return Math.copySign(x, y);
    }

    static double[] copySignExact(double x, double y) {
        return new double[] {Math.signum(x) * Math.signum(y), 0};
    }

    @Differentiable
    static double signum(double x) {
        return x * Math.signum(x);
    }

    static double signumExact(double x) {
        return Math.signum(x);
    }

    @Differentiable
    static double floor(double x) {
        return x - Math.floor(x);
    }

    static double floorExact(double x) {
        return 1;
    }

    @Differentiable
    static double ceil(double x) {
        return Math.ceil(x * 2) * x;
    }

    static double ceilExact(double x) {
        return Math.ceil(x * 2);
    }

    @Differentiable
    static double rint(double x) {
        return Math.rint(x) * x;
    }

    static double rintExact(double x) {
        return Math.rint(x);
    }

    @Differentiable
    static double round(double x) {
        return Math.round(x) * x;
    }

    static double roundExact(double x) {
        return Math.round(x);
    }

    @Differentiable
    static double ulp(double x) {
        return x * x + Math.ulp(x);
    }

    static double ulpExact(double x) {
        return 2 * x;
    }

    @Differentiable
    static double exponent(double x) {
        return x * Math.getExponent(x);
    }

    static double exponentExact(double x) {
        return Math.getExponent(x);
    }

    @Differentiable
    static double neighbours(double x, double y) {
        return Math.nextUp(x) * Math.nextDown(x) + Math.nextAfter(x, y) * y;
    }

    static double[] neighboursExact(double x, double y) {
        return new double[] {2 * x + y, x};
    }

    @Differentiable
    static double scalb(double x, @Domain(from = -4, to = 4) int n) {
        return Math.scalb(x * x, n);
    }

    static double scalbExact(double x, int n) {
        return 2 * x * Math.pow(2, n);
    }

    @Differentiable(order = 2)
    static double fma(double x, double y, double z) {
        return Math.fma(x, y, z) * x;
    }

    static double[] fmaExact(double x, double y, double z) {
        return new double[] {2 * x * y + z, x * x, x};
    }

    @Differentiable
    static double ieeeRemainder(@Domain(from = 5, to = 9) double x, @Domain(from = 2, to = 2.3) double y) {
        return Math.IEEEremainder(x, y);
    }

    static double[] ieeeRemainderExact(double x, double y) {
        return new double[] {1, -Math.rint(x / y)};
    }

    /** What is wrapped stays a step, without a note. */
    @Differentiable
    static double fractionalPart(double x) {
        double whole = Math.floor(Fluxion.constant(x));
        return (x - whole) * x;
    }

    static double fractionalPartExact(double x) {
        return 2 * x - Math.floor(x);
    }

    /** A triangle wave of an active period. */
    @Differentiable
    static double triangle(@Domain(from = 1, to = 5) double t, @Domain(from = 0.7, to = 0.9) double period) {
        return Math.abs(t % period - period / 2);
    }

    @Differentiable
    static double huber(double x, @Domain(from = 0.5, to = 1.5) double delta) {
        double a = Math.abs(x);
        return a <= delta ? 0.5 * x * x : delta * (a - 0.5 * delta);
    }

    static double[] huberExact(double x, double delta) {
        boolean isInside = Math.abs(x) <= delta;
        return new double[] {
            isInside ? x : delta * Math.signum(x), isInside ? 0 : Math.abs(x) - delta
        };
    }
}
