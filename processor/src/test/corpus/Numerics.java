package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import dev.fluxion.processor.corpus.Singular;

/** Small programs as people write them. */
final class Numerics {

    private static final double[] NODES = {-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664};
    private static final double[] WEIGHTS = {
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
    };

    private Numerics() {}

    @Differentiable(order = 2)
    static double normal(double x) {
        double k = 1 / (1 + 0.2316419 * Math.abs(x));
        double sum = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        double tail = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * sum;
        return x < 0 ? tail : 1 - tail;
    }

    @Differentiable(order = 2)
    static double blackScholes(
            @Domain(from = 80, to = 120) double spot,
            @Domain(from = 90, to = 110) double strike,
            @Domain(from = 0.1, to = 0.5) double volatility,
            @Domain(from = 0.01, to = 0.05) double rate,
            @Domain(from = 0.2, to = 2) double time) {
        double root = volatility * Math.sqrt(time);
        double d1 = (Math.log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / root;
        return spot * normal(d1) - strike * Math.exp(-rate * time) * normal(d1 - root);
    }

    /** The converged iteration does not remember where it started. */
    @Differentiable
    static double convergedNewton(@Domain(from = 0.5, to = 4) double a, @Domain(from = 0.8, to = 1.5) double start) {
        double x = start;
        for (int i = 0; i < 30; i++) {
            x = x - (x * x * x - a) / (3 * x * x);
        }
        return x;
    }

    static double[] convergedNewtonExact(double a, double start) {
        return new double[] {1 / (3 * Math.cbrt(a) * Math.cbrt(a)), 0};
    }

    @Differentiable
    static double simpson(double a, double b) {
        int n = 10;
        double h = (b - a) / n;
        double sum = integrand(a) + integrand(b);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * integrand(a + i * h);
        }
        return sum * h / 3;
    }

    private static double integrand(double t) {
        return Math.exp(-t * t) * Math.cos(t);
    }

    @Differentiable(order = 2)
    static double gauss(double a, double b) {
        double half = (b - a) / 2;
        double middle = (a + b) / 2;
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * integrand(middle + half * NODES[i]);
        }
        return sum * half;
    }

    /** Brackets by halves: piecewise constant in what it converges to, but for the last secant. */
    @Differentiable
    static double bisection(@Domain(from = 1, to = 4) double a) {
        double low = 0;
        double high = 4;
        for (int i = 0; i < 20; i++) {
            double middle = 0.5 * (low + high);
            if (middle * middle < a) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (a - low * low) / (low + high);
    }

    static double bisectionExact(double a) {
        double width = 4 * 0x1p-20;
        double low = Math.floor(Math.sqrt(a) / width) * width;
        return 1 / (low + low + width);
    }

    @Differentiable
    static double exponentialSeries(double x) {
        double term = 1;
        double sum = 1;
        int n = 0;
        while (Math.abs(term) > 1e-16 && n < 200) {
            n++;
            term *= x / n;
            sum += term;
        }
        return sum;
    }

    static double exponentialSeriesExact(double x) {
        return Math.exp(x);
    }

    /** At the root of 0 reverse mode multiplies an infinite adjoint with 0, where the tangent is 0 already. */
    @Differentiable
    @Singular(
            at = {0, 0},
            gradient = {Double.NaN, Double.NaN},
            forward = {0.015625, 0.015625})
    static double agm(@Domain(from = 0.5, to = 3) double x, @Domain(from = 0.5, to = 3) double y) {
        double a = x;
        double g = y;
        for (int i = 0; i < 6; i++) {
            double next = 0.5 * (a + g);
            g = Math.sqrt(a * g);
            a = next;
        }
        return a;
    }

    @Differentiable(order = 2)
    static double logisticMap(@Domain(from = 0.1, to = 0.9) double x, @Domain(from = 2, to = 3) double r) {
        for (int i = 0; i < 8; i++) {
            x = r * x * (1 - x);
        }
        return x;
    }

    @Differentiable
    static double pendulum(double angle, double speed, @Domain(from = 0.5, to = 2) double length) {
        double h = 0.05;
        for (int i = 0; i < 20; i++) {
            double acceleration = -9.81 / length * Math.sin(angle);
            speed += h * acceleration;
            angle += h * speed;
        }
        return angle;
    }

    @Differentiable
    static double rungeKutta(double y, double k) {
        double t = 0;
        double h = 0.1;
        for (int i = 0; i < 5; i++) {
            double k1 = slope(t, y, k);
            double k2 = slope(t + h / 2, y + h / 2 * k1, k);
            double k3 = slope(t + h / 2, y + h / 2 * k2, k);
            double k4 = slope(t + h, y + h * k3, k);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            t += h;
        }
        return y;
    }

    private static double slope(double t, double y, double k) {
        return k * Math.sin(y) - t * y;
    }

    @Differentiable
    static double chebyshev(@Domain(from = -1, to = 1) double x, @Domain(from = 0, to = 7) int n) {
        double previous = 1;
        double current = x;
        if (n == 0) {
            return previous;
        }
        for (int k = 1; k < n; k++) {
            double next = 2 * x * current - previous;
            previous = current;
            current = next;
        }
        return current;
    }

    static double chebyshevExact(double x, int n) {
        return n == 0 ? 0 : n * Math.sin(n * Math.acos(x)) / Math.sqrt(1 - x * x);
    }

    @Differentiable
    static double logGamma(@Domain(from = 0.3, to = 6) double x) {
        double shift = 0;
        while (x > 0 && x < 7) {
            shift -= Math.log(x);
            x += 1;
        }
        double z = 1 / (x * x);
        double series = 1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z / 1680));
        return shift + (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x;
    }

    @Differentiable(order = 2)
    static double rosenbrock(double x, double y) {
        double a = 1 - x;
        double b = y - x * x;
        return a * a + 100 * b * b;
    }

    static double[] rosenbrockExact(double x, double y) {
        return new double[] {-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)};
    }

    static double[][] rosenbrockSecondExact(double x, double y) {
        return new double[][] {{2 - 400 * (y - 3 * x * x), -400 * x}, {-400 * x, 200}};
    }

    @Differentiable
    static double compensatedSum(double x, @Domain(from = 1, to = 9) int n) {
        double sum = 0;
        double lost = 0;
        for (int i = 1; i <= n; i++) {
            double y = x / i - lost;
            double t = sum + y;
            lost = t - sum - y;
            sum = t;
        }
        return sum;
    }

    @Differentiable
    static double quadraticRoot(@Domain(from = 1, to = 2) double a, @Domain(from = 4, to = 6) double b, double c) {
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) {
            return Double.NaN;
        }
        double q = -0.5 * (b + Math.copySign(Math.sqrt(discriminant), b));
        return c / q;
    }

    @Differentiable
    static double cancellation(@Domain(from = 0.5, to = 2) double x) {
        double large = 1e8 * x;
        return (large + 1) * (large - 1) - large * large + x;
    }

    static double cancellationExact(double x) {
        return 1;
    }

    /** A tangent and an adjoint of many terms that cancel. */
    @Differentiable
    static double telescope(double x) {
        double s = 0;
        for (int i = 1; i < 50; i++) {
            s += Math.sin(x * (i + 1)) - Math.sin(x * i);
        }
        return s;
    }

    static double telescopeExact(double x) {
        return 50 * Math.cos(50 * x) - Math.cos(x);
    }

    @Differentiable
    static double mandelbrot(@Domain(from = -1, to = 0.3) double re, @Domain(from = -0.5, to = 0.5) double im) {
        double a = 0;
        double b = 0;
        int i = 0;
        while (a * a + b * b < 4 && i < 12) {
            double t = a * a - b * b + re;
            b = 2 * a * b + im;
            a = t;
            i++;
        }
        return a * a + b * b + i;
    }

    /** Dekker's product, exact in two parts; the parts are taken apart by their bits. */
    @Differentiable
    static double linearCombination(double a, double b, double c, double d) {
        double aHigh = Double.longBitsToDouble(Double.doubleToRawLongBits(a) & ((-1L) << 27));
        double aLow = a - aHigh;
        double bHigh = Double.longBitsToDouble(Double.doubleToRawLongBits(b) & ((-1L) << 27));
        double bLow = b - bHigh;
        double product = a * b;
        double low = aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
        return product + c * d + low;
    }

    static double[] linearCombinationExact(double a, double b, double c, double d) {
        return new double[] {b, a, d, c};
    }

    private static java.util.Optional<Double> known(int n) {
        return n > 1 ? java.util.Optional.of(n * 2.0) : java.util.Optional.empty();
    }

    @Differentiable
    static double orElse(double x, @Domain(from = 0, to = 3) int n) {
        double last = known(n).orElse(x * x);
        return last * x + java.util.OptionalDouble.empty().orElse(x);
    }
}
