package corpus;

import dev.fluxion.Differentiable;

/** What other classes of the corpus call. */
final class Helpers {

    private static double offset = 0.25;

    private Helpers() {}

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x)) + offset;
    }

    @Differentiable(order = 2)
    static double norm(double x, double y) {
        return Math.sqrt(1 + x * x + y * y);
    }

    static double[] normExact(double x, double y) {
        return new double[] {x / norm(x, y), y / norm(x, y)};
    }

    static int gcd(int a, int b) {
        while (b != 0) {
            int t = a % b;
            a = b;
            b = t;
        }
        return a;
    }

    /** Static methods of an interface. */
    interface Smooth {

        static double step(double x) {
            return x <= 0 ? 0 : x >= 1 ? 1 : x * x * (3 - 2 * x);
        }
    }
}
