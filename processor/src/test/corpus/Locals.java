package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Local variables, compound assignment and increments. */
final class Locals {

    private Locals() {}

    @Differentiable(order = 2)
    static double inferred(double x) {
        var a = x * x;
        var b = 3;
        final var c = a * b;
        return c * a;
    }

    static double inferredExact(double x) {
        return 12 * x * x * x;
    }

    static double inferredSecondExact(double x) {
        return 36 * x * x;
    }

    @Differentiable
    static double compoundSums(double x, double y) {
        double a = x;
        a += y * x;
        a -= x * x;
        a *= y + a;
        a /= 2 + y * y;
        return a;
    }

    @Differentiable
    static double compoundRemainder(@Domain(from = 4, to = 6) double x, @Domain(from = 1.2, to = 1.3) double y) {
        double a = x * x;
        a %= y;
        return a * x;
    }

    /** The product that is assigned reads what it overwrites. */
    @Differentiable(order = 2)
    static double squaredInPlace(double x) {
        double a = x + 1;
        a *= a;
        a *= a;
        a += a;
        a -= a / 2;
        return a;
    }

    static double squaredInPlaceExact(double x) {
        return 4 * (x + 1) * (x + 1) * (x + 1);
    }

    static double squaredInPlaceSecondExact(double x) {
        return 12 * (x + 1) * (x + 1);
    }

    @Differentiable
    static double quotientOfItself(@Domain(from = 0.5, to = 3) double x) {
        double a = x;
        a /= a;
        a -= a;
        return a + x;
    }

    static double quotientOfItselfExact(double x) {
        return 1;
    }

    @Differentiable
    static double increments(double x) {
        double a = x++ * x;
        double b = --a * a--;
        ++b;
        b--;
        return b * a + x;
    }

    @Differentiable
    static float floatIncrements(float x) {
        float a = x++ * ++x;
        a--;
        return a * x--;
    }

    @Differentiable
    static double boxedIncrements(Double x) {
        Double a = x;
        a++;
        a *= x;
        Double b = a--;
        return a * b;
    }

    @Differentiable
    static double assignedInBranches(double x) {
        double a;
        final double b;
        if (x > 0) {
            a = x * x;
            b = 2;
        } else {
            a = -x;
            b = a * x;
        }
        return a * b;
    }

    static double assignedInBranchesExact(double x) {
        return x > 0 ? 4 * x : 3 * x * x;
    }

    /** One name for several variables. */
    @Differentiable
    static double namesUsedAgain(double x) {
        double r = 0;
        {
            double t = x * x;
            r += t;
        }
        for (int i = 0; i < 2; i++) {
            double t = Math.sin(r) + i;
            r += t * x;
        }
        {
            double t = r;
            r = t * t;
        }
        double t = r * x;
        return t + r;
    }

    @Differentiable
    static double swap(double x, double y) {
        double a = x * 2;
        double b = y * 3;
        double t = a;
        a = b;
        b = t;
        return a * a + b;
    }

    static double[] swapExact(double x, double y) {
        return new double[] {2, 18 * y};
    }

    /** What is computed but not used. */
    @Differentiable
    static double deadValues(double x) {
        double dead = Math.exp(x * x);
        double a = x * 3;
        dead += a;
        dead = Math.sqrt(dead);
        a = a * x;
        return a;
    }

    static double deadValuesExact(double x) {
        return 6 * x;
    }

    /** Overwritten by a constant, which ends what it was. */
    @Differentiable
    static double forgotten(double x) {
        double a = x * x;
        double b = a * x;
        a = 5;
        return a * b + a;
    }

    static double forgottenExact(double x) {
        return 15 * x * x;
    }

    /** An integer that takes a product with an active value cuts it. */
    @Differentiable
    static double narrowingCompound(double x, int n) {
        int k = n;
        k *= 1.5;
        k += x;
        return k * x;
    }

    @Differentiable
    static double copies(double x) {
        double a = x;
        double b = a;
        double c = b;
        b = c * a;
        return a * b * c;
    }

    static double copiesExact(double x) {
        return 4 * x * x * x;
    }

    @Differentiable(order = 2)
    static double sharedSubexpressions(double x, double y) {
        return Math.exp(x * y) * Math.sin(x * y) + (x * y) / (1 + Math.exp(x * y));
    }

    @Differentiable
    static double declaredTogether(double x) {
        double a = x, b = a * a, c;
        c = a + b;
        return a * b * c;
    }

    @Differentiable
    static double longChain(double x) {
        double a = Math.sin(x);
        double b = Math.exp(a);
        double c = Math.sqrt(1 + b);
        double d = Math.log(c + b);
        double e = Math.atan(d * a);
        double f = Math.tanh(e - d);
        return Math.cos(f * c);
    }
}
