package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Second derivatives through every kind of statement. */
final class SecondOrder {

    private static final double WEIGHT = 0.75;

    private SecondOrder() {}

    @Differentiable(order = 2)
    static double threeVariables(double x, double y, double z) {
        return x * y * z + Math.sin(x * z) - y * y * y;
    }

    static double[][] threeVariablesSecondExact(double x, double y, double z) {
        double s = Math.sin(x * z);
        double c = Math.cos(x * z);
        return new double[][] {
            {-z * z * s, z, y + c - x * z * s}, {z, -6 * y, x}, {y + c - x * z * s, x, -x * x * s}
        };
    }

    @Differentiable(order = 2)
    static double heldParameters(double x, int n, @NoDiff double w, boolean squared, double y) {
        return (squared ? x * x : x) * w * y + n * y * y * x;
    }

    @Differentiable(order = 2)
    static double openLoop(@Domain(from = 0.5, to = 3) double x) {
        double y = x;
        while (y > 0.3 && y < 1e9) {
            y = y * 0.6 - 0.05 * y * y / (1 + x);
        }
        return y * x;
    }

    @Differentiable(order = 2)
    static double recurrence(double x, @Domain(from = 0, to = 5) int n) {
        double a = x;
        double b = 1;
        for (int i = 0; i < n; i++) {
            double t = Math.sin(a) * b + x;
            b = a;
            a = t;
        }
        return a * b;
    }

    @Differentiable(order = 2)
    static double nestedLoops(double x, double y) {
        double s = 0;
        for (int i = 1; i < 4; i++) {
            double p = y;
            for (int j = 0; j < i; j++) {
                p = p * x * 0.5 + j;
            }
            s += p * p;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double branches(double x, double y) {
        if (x > y) {
            double t = x * y;
            return t > 1 ? t * t : Math.exp(t);
        }
        return x * x * x - y * x;
    }

    @Differentiable(order = 2)
    static double switches(double x, @Domain(from = 0, to = 3) int n) {
        return switch (n) {
            case 0 -> x * x * x;
            case 1 -> {
                double t = Math.sin(x);
                yield t * t;
            }
            default -> x / (1 + x * x);
        };
    }

    @Differentiable(order = 2)
    static double jumps(double x) {
        double s = x;
        outer:
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 3; j++) {
                s = s * 0.7 + x * x * 0.3;
                if (s > 2) {
                    break outer;
                } else if (s < 0.2) {
                    continue outer;
                }
            }
            s = Math.sin(s) * x;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double earlyReturn(double x) {
        double s = x;
        for (int i = 0; i < 6; i++) {
            s = s * x + 0.5;
            if (s > 3) {
                return s * s;
            }
        }
        return s * x;
    }

    @Differentiable(order = 2)
    static double helpers(double x, double y) {
        return mixed(x, y) * mixed(y, 2) - mixed(3, x);
    }

    private static double mixed(double a, double b) {
        double s = a;
        for (int i = 0; i < 2; i++) {
            s = Math.sin(s * b) + a * WEIGHT;
        }
        return s > 0 ? s * s : s * b;
    }

    @Differentiable(order = 2)
    static double recursive(double x, @Domain(from = 0, to = 4) int n) {
        return n == 0 ? x : Math.sin(recursive(x * x * 0.5, n - 1)) + x * n;
    }

    @Differentiable(order = 2)
    static double mutual(double x, @Domain(from = 0, to = 4) int n) {
        return n == 0 ? x * x : x * partner(x + 0.1, n - 1);
    }

    private static double partner(double x, int n) {
        return n == 0 ? Math.cos(x) : mutual(x * 0.5, n - 1) + x;
    }

    @Differentiable(order = 2)
    static double overwritten(double x, double y) {
        x *= y;
        y = x * x;
        x += y++;
        return x * y;
    }

    @Differentiable(order = 2)
    static double kinks(double x, double y) {
        return Math.max(x * y, x + y) * Math.abs(x) + Math.min(x, y * y);
    }

    @Differentiable(order = 2)
    static double effects(double x, Counter counter) {
        counter.mark(1);
        double y = x * x * counter.next();
        return y * x;
    }

    @Differentiable(order = 2)
    @Domain(from = 0.4, to = 3)
    static double quotients(double x, double y, double z) {
        return x / y / z + 1 / (x * y) - z / (x + y);
    }

    @Differentiable(order = 2)
    static double boxes(Double x, Double y) {
        Double t = x * y;
        t *= x;
        return t + y;
    }

    @Differentiable(order = 2)
    static float floats(float x, float y) {
        return x * x * y + y;
    }

    static double[] floatsExact(float x, float y) {
        return new double[] {2.0 * x * y, x * x + 1.0};
    }

    private static double rate = 0.5;

    /** A field that may change between calls, not during one. */
    @Differentiable(order = 2)
    static double readsState(double x, double y) {
        return Math.exp(rate * x * y) + x * x * y;
    }
}
