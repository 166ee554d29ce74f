package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** What is left of random programs that something was wrong with. */
final class Shrunken {

    private Shrunken() {}

    /** The tangent of a constant argument begins when the helper assigns the parameter. */
    @Differentiable
    static double constantArgumentThatTurnsActive(double x, @Domain(from = 0, to = 3) int n) {
        return overwritten(3.0, x, n);
    }

    private static double overwritten(double first, double x, int levels) {
        if (levels <= 0) {
            return first * first;
        }
        first = first + first * x;
        return x * overwritten(first, x, levels - 1) + first;
    }

    /** A loop is left by a condition that it does not compute. */
    @Differentiable(order = 2)
    static double leftByAParameter(double x, boolean flag) {
        for (int i = 0; i < 3; i++) {
            x = x * Math.sin(x);
            if (flag) {
                return x;
            }
        }
        return x * x;
    }

    /** One condition decides a branch and, later, whether the loop is left; another exit lies between. */
    @Differentiable
    static double conditionReadTwice(double x, double y) {
        for (int i = 0; i < 5; i++) {
            boolean large = x > 1;
            if (large) {
                y = y * x;
            }
            x = x + 0.7 * y;
            if (y > 3) {
                break;
            }
            y = y * 0.9;
            if (large) {
                break;
            }
        }
        return x * y;
    }

    /** Nothing is left of the clauses of a try. */
    @Differentiable
    static double tryWithoutClauses(double x, int n) {
        int unused = 0;
        try {
            unused = 7 / n;
        } finally {
            unused++;
        }
        return x * x;
    }

    /** An integer that is 2 everywhere is converted in the loop alone. */
    @Differentiable
    static double constantConvertedInALoop(float x, double y) {
        int two = 2;
        Float f = 1f;
        f += x;
        for (int i = 0; i < 3; i++) {
            y -= f * (two - f * f);
        }
        return y;
    }

    /** Only how often the loop ran passes from one half of the derivative to the other, and only where it ran. */
    @Differentiable
    static double loopInTheOnlyBranch(double x, double y) {
        if (true) {
            int n = 5;
            while (true && n-- > 0) {
                y = x;
            }
        } else {
        }
        return y;
    }

    /** The value is a negative product, and one of its factors has a negative partial. */
    @Differentiable
    static double negativeFactorsOfAKnownProduct(double r, double m) {
        return -Math.exp(r) * Math.exp(-0.5 * m * m);
    }
}
