package cost;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Functions that repeat. */
final class Loops {

    private Loops() {}

    @Differentiable
    static double example4(double a) {
        double x = a > 1 ? a : 1;
        while (Math.abs(x * x - a) > 1e-12 * a) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }

    @Differentiable
    static double logisticMap(double x, double r, @NoDiff int n) {
        for (int i = 0; i < n; i++) {
            x = r * x * (1 - x);
        }
        return x;
    }

    @Differentiable
    static double exponential(double x, @NoDiff int terms) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k <= terms; k++) {
            term *= x / k;
            sum += term;
        }
        return sum;
    }

    @Differentiable
    static double cubeRoot(double a) {
        double x = a;
        double change;
        do {
            double next = (2 * x + a / (x * x)) / 3;
            change = next - x;
            x = next;
        } while (Math.abs(change) > 1e-14);
        return x;
    }

    @Differentiable
    static double simpson(double a, double b, @NoDiff int n) {
        double h = (b - a) / (2 * n);
        double sum = Math.exp(-a * a) + Math.exp(-b * b);
        for (int i = 1; i < 2 * n; i++) {
            double x = a + i * h;
            double weight = i % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-x * x);
        }
        return sum * h / 3;
    }

    @Differentiable
    static double euler(double y0, double k, @NoDiff double dt, @NoDiff int steps) {
        double y = y0;
        double t = 0;
        for (int i = 0; i < steps; i++) {
            y += dt * (Math.sin(t) - k * y);
            t += dt;
        }
        return y;
    }

    @Differentiable
    static double rungeKutta(double y, double r, @NoDiff double h, @NoDiff int steps) {
        for (int i = 0; i < steps; i++) {
            double k1 = r * y * (1 - y);
            double y2 = y + 0.5 * h * k1;
            double k2 = r * y2 * (1 - y2);
            double y3 = y + 0.5 * h * k2;
            double k3 = r * y3 * (1 - y3);
            double y4 = y + h * k3;
            double k4 = r * y4 * (1 - y4);
            y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return y;
    }

    @Differentiable
    static double arithmeticGeometricMean(double a, double b) {
        while (Math.abs(a - b) > 1e-13 * a) {
            double next = 0.5 * (a + b);
            b = Math.sqrt(a * b);
            a = next;
        }
        return a;
    }

    @Differentiable
    static double continuedFraction(double x, @NoDiff int depth) {
        double f = 1;
        for (int k = depth; k > 0; k--) {
            f = k + x / f;
        }
        return f;
    }

    @Differentiable
    static double chebyshev(double x, @NoDiff int n) {
        double previous = 1;
        double current = x;
        for (int k = 1; k < n; k++) {
            double next = 2 * x * current - previous;
            previous = current;
            current = next;
        }
        return current;
    }

    @Differentiable
    static double nestedMap(double x, double r, @NoDiff int rounds, @NoDiff int n) {
        for (int j = 0; j < rounds; j++) {
            for (int i = 0; i < n; i++) {
                x = r * x * (1 - x);
            }
            x = Math.tanh(x);
        }
        return x;
    }

    @Differentiable
    static double kepler(double mean, double eccentricity) {
        double e = mean;
        for (int i = 0; i < 50; i++) {
            double change = (e - eccentricity * Math.sin(e) - mean) / (1 - eccentricity * Math.cos(e));
            e -= change;
            if (Math.abs(change) < 1e-13) {
                break;
            }
        }
        return e;
    }

    @Differentiable
    static double skipping(double x, double y, @NoDiff int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            if (i % 3 == 0) {
                continue;
            }
            s = Math.sin(s) * y + x;
        }
        return s;
    }

    @Differentiable
    static double geometric(double x, @NoDiff int n) {
        double p = 0;
        for (int i = n; i >= 0; i--) {
            p = p * x + i;
        }
        return p;
    }

    @Differentiable
    static double oscillator(double q, double p, double k, @NoDiff double h, @NoDiff int n) {
        for (int i = 0; i < n; i++) {
            p -= h * k * q;
            q += h * p;
        }
        return 0.5 * p * p + 0.5 * k * q * q;
    }

    @Differentiable
    static double escape(double x, double c, @NoDiff int limit) {
        for (int i = 0; i < limit; i++) {
            x = x * x + c;
            if (x > 4) {
                return Math.log(x);
            }
        }
        return x;
    }

    @Differentiable
    static double wave(double x, double a, @NoDiff int n) {
        double sum = 0;
        for (int k = 1; k <= n; k++) {
            sum += a * Math.sin(k * x) / k;
        }
        return sum;
    }

    @Differentiable
    static double lattice(double x, double y, @NoDiff int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = i * x - j * y;
                sum += d * d * d;
            }
        }
        return sum;
    }
}
