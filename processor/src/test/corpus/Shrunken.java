package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import java.util.function.DoubleUnaryOperator;

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

    private record Pair(double first, double second) {}

    @Differentiable
    static double recordsInCasesThatFallThrough(double x, @Domain(from = 0, to = 4) int n) {
        double y = x;
        switch (n) {
            case 1: {
                Pair p = new Pair(x * x, y);
                y += p.first() * p.second();
            }
            case 2: {
                Pair p = new Pair(y, 2);
                y = p.first() * p.first();
                break;
            }
            default:
                y = -y;
        }
        return y;
    }

    @Differentiable
    static double lambdaThatIsNotCalled(double x) {
        double k = x * x;
        DoubleUnaryOperator f = t -> t * k;
        return k * x;
    }

    /** There is an overload for a {@code long} and an {@code int}, which gives an {@code int}. */
    @Differentiable
    static double remainderOfLongs(double x, long n) {
        Long boxed = 400 + Math.floorMod(n, 101L) + Math.floorMod(n, 7);
        return x * boxed;
    }

    @Differentiable
    static double nothingInFinally(double x, int n) {
        double y = x;
        try {
            try {
                y *= x / (12 / n);
            } finally {
            }
            y += x;
        } catch (ArithmeticException e) {
            y *= y;
        }
        return y;
    }
}
