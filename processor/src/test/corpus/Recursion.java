package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Methods that call themselves and each other. */
final class Recursion {

    private Recursion() {}

    @Differentiable(order = 2)
    static double power(double x, @Domain(from = 0, to = 6) int n) {
        return n == 0 ? 1 : x * power(x, n - 1);
    }

    static double powerExact(double x, int n) {
        return n == 0 ? 0 : n * Math.pow(x, n - 1);
    }

    @Differentiable
    static double fastPower(double x, @Domain(from = 0, to = 9) int n) {
        if (n == 0) {
            return 1;
        }
        double half = fastPower(x, n / 2);
        return n % 2 == 0 ? half * half : half * half * x;
    }

    static double fastPowerExact(double x, int n) {
        return n == 0 ? 0 : n * Math.pow(x, n - 1);
    }

    @Differentiable
    static double mutual(double x, @Domain(from = 0, to = 6) int n) {
        return n <= 0 ? x : Math.sin(other(x * 1.5, n - 1)) + x;
    }

    private static double other(double x, int n) {
        return n <= 0 ? x * x : 0.5 * mutual(x - 0.1, n - 1) * x;
    }

    @Differentiable
    static double bothAnnotated(double x, @Domain(from = 0, to = 5) int n) {
        return n <= 0 ? x : x * partner(x, n - 1);
    }

    @Differentiable
    static double partner(double x, @Domain(from = 0, to = 5) int n) {
        return n <= 0 ? 1 : x + bothAnnotated(x, n - 1);
    }

    @Differentiable
    static double tree(double x, @Domain(from = 0, to = 5) int n) {
        return n < 2 ? x + n : tree(x, n - 1) * 0.5 + Math.cos(tree(x * 0.9, n - 2));
    }

    @Differentiable
    static double accumulator(double x, @Domain(from = 0, to = 6) int n) {
        return accumulated(x, n, 1);
    }

    private static double accumulated(double x, int n, double product) {
        return n == 0 ? product : accumulated(x, n - 1, product * (x + n));
    }

    /** Ends where an active value says so. */
    @Differentiable
    static double untilSmall(double x) {
        return x * x < 0.1 || x * x > 1e9 ? x : 1 + untilSmall(x * 0.5) * x;
    }

    @Differentiable
    static double loopInside(double x, @Domain(from = 0, to = 3) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = s * 0.5 + loopInside(x * s * 0.3, i);
        }
        return Math.sin(s);
    }

    @Differentiable
    static double withEffects(double x, @Domain(from = 0, to = 5) int n, Counter counter) {
        counter.mark(n);
        if (n == 0) {
            return x;
        }
        double inner = withEffects(x * x * 0.5, n - 1, counter);
        counter.mark(-n);
        return inner + x;
    }

    @Differentiable
    static double ackermann(double x, @Domain(from = 0, to = 2) int m, @Domain(from = 0, to = 2) int n) {
        if (m == 0) {
            return x * 0.9 + n;
        } else if (n == 0) {
            return ackermann(x, m - 1, 1);
        }
        return ackermann(Math.sin(ackermann(x, m, n - 1)), m - 1, n);
    }

    @Differentiable
    static double continuedFraction(@Domain(from = 0.5, to = 3) double x, @Domain(from = 0, to = 8) int depth) {
        return depth == 0 ? x : x + 1 / continuedFraction(x, depth - 1);
    }

    @Differentiable
    static double thrownDeepInside(double x, @Domain(from = 0, to = 5) int n) {
        if (n == 4) {
            throw new IllegalStateException("depth");
        }
        return n == 0 ? x : x * thrownDeepInside(x + 1, n - 1);
    }

    /** What a branch made is passed on behind what the calls in it passed on, in branches within branches too. */
    @Differentiable
    static double branchesAroundCalls(double x, double y, @Domain(from = 0, to = 5) int n) {
        if (n <= 0) {
            return x * y;
        }
        double s;
        switch (n % 3) {
            case 0:
                double a = Math.sin(x);
                double b = branchesAroundCalls(a * x, y, n - 1);
                double c = Math.exp(b * 0.1);
                s = a * b * c;
                if (s > 0.1) {
                    double d = Math.cos(s * b);
                    s = d * d * branchesAroundCalls(d, b, n - 2);
                }
                break;
            case 1:
                y = y * Math.sin(y);
                s = y * branchesAroundCalls(x, y, n - 1) * y;
                break;
            default:
                double e = x * y;
                for (int i = 0; i < n; i++) {
                    e = Math.sin(e) * x;
                }
                s = e * branchesAroundCalls(y, e * e, n - 2);
                break;
        }
        return s * x;
    }

    /** The numbers that go in are assigned afterwards, in a branch or always. */
    @Differentiable
    static double parametersAssigned(double x, double y, @Domain(from = 0, to = 5) int n) {
        if (n <= 0) {
            return x * x * y;
        }
        if (x > 0) {
            n = n - 2;
            x = -x * y;
        }
        y = Math.sin(y * x);
        return y * parametersAssigned(x * y, y, n - 1) * x;
    }
}
