package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;
import java.util.function.DoubleUnaryOperator;

/** Integration, interpolation, differential equations and special functions out of textbooks. */
final class Calculus {

    private Calculus() {}

    private static double simpson(DoubleUnaryOperator f, double a, double b, int n) {
        double h = (b - a) / n;
        double sum = f.applyAsDouble(a) + f.applyAsDouble(b);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(a + i * h);
        }
        return sum * h / 3;
    }

    /** Simpson's rule over a lambda that captures what is differentiated. */
    @Differentiable
    static double integral(double[] x, double b) {
        double total = 0;
        for (double rate : x) {
            total += simpson(t -> Math.exp(-rate * t * t), 0, b, 8);
        }
        return total;
    }

    /** Romberg's method: a triangle of extrapolated trapezoids. */
    @Differentiable
    static double romberg(double rate, @Domain(from = 0.5, to = 2) double b) {
        double[][] r = new double[5][5];
        double h = b;
        r[0][0] = 0.5 * h * (1 + Math.cos(rate * b));
        for (int i = 1; i < r.length; i++) {
            h /= 2;
            double sum = 0;
            for (int k = 1; k < 1 << i; k += 2) {
                sum += Math.cos(rate * k * h);
            }
            r[i][0] = 0.5 * r[i - 1][0] + h * sum;
            double power = 4;
            for (int j = 1; j <= i; j++) {
                r[i][j] = r[i][j - 1] + (r[i][j - 1] - r[i - 1][j - 1]) / (power - 1);
                power *= 4;
            }
        }
        return r[4][4];
    }

    private static void pendulum(double[] y, double[] dy, double damping) {
        dy[0] = y[1];
        dy[1] = -Math.sin(y[0]) - damping * y[1];
    }

    /** The classical method of Runge and Kutta, with its stages in arrays that are used again. */
    @Differentiable
    static double rungeKutta(double angle, double speed, @Domain(from = 0, to = 0.5) double damping) {
        double h = 0.1;
        double[] y = {angle, speed};
        double[] k1 = new double[2];
        double[] k2 = new double[2];
        double[] k3 = new double[2];
        double[] k4 = new double[2];
        double[] t = new double[2];
        for (int step = 0; step < 6; step++) {
            pendulum(y, k1, damping);
            for (int i = 0; i < 2; i++) {
                t[i] = y[i] + h / 2 * k1[i];
            }
            pendulum(t, k2, damping);
            for (int i = 0; i < 2; i++) {
                t[i] = y[i] + h / 2 * k2[i];
            }
            pendulum(t, k3, damping);
            for (int i = 0; i < 2; i++) {
                t[i] = y[i] + h * k3[i];
            }
            pendulum(t, k4, damping);
            for (int i = 0; i < 2; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
        }
        return y[0] * y[0] + y[1];
    }

    private static final double[][] STAGES = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };

    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    /** The method of Dormand and Prince with steps that are taken again where the error is too large. */
    @Differentiable
    static double dormandPrince(@Domain(from = 0.5, to = 2) double rate, @Domain(from = 0.1, to = 1) double start) {
        double t = 0;
        double y = start;
        double h = 0.5;
        double[] k = new double[7];
        for (int attempt = 0; attempt < 40 && t < 1; attempt++) {
            h = Math.min(h, 1 - t);
            double next = y;
            for (int s = 0; s < 7; s++) {
                next = y;
                for (int j = 0; j < s; j++) {
                    next += h * STAGES[s][j] * k[j];
                }
                k[s] = rate * next * (2 - next) + Math.sin(t);
            }
            double error = 0;
            for (int s = 0; s < 7; s++) {
                error += h * ERROR[s] * k[s];
            }
            if (Math.abs(error) > 1e-3) {
                h /= 2;
                continue;
            }
            t += h;
            y = next;
            if (Math.abs(error) < 1e-5) {
                h *= 2;
            }
        }
        return y;
    }

    /** A natural cubic spline through points at 0, 1, 2, ..., evaluated between them. */
    @Differentiable
    static double spline(double[] y, @Domain(from = 0.1, to = 0.9) double at) {
        int n = y.length;
        if (n == 0) {
            return 0;
        }
        double[] second = new double[n];
        double[] u = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double p = 0.5 * second[i - 1] + 2;
            second[i] = -0.5 / p;
            u[i] = (3 * (y[i + 1] - 2 * y[i] + y[i - 1]) - 0.5 * u[i - 1]) / p;
        }
        for (int i = n - 2; i >= 0; i--) {
            second[i] = second[i] * second[i + 1] + u[i];
        }
        double sum = 0;
        for (int i = 0; i + 1 < n; i++) {
            double a = 1 - at;
            double b = at;
            sum += a * y[i] + b * y[i + 1] + ((a * a * a - a) * second[i] + (b * b * b - b) * second[i + 1]) / 6;
        }
        return sum;
    }

    /** The fast Fourier transform of eight numbers, in place; the power of one frequency. */
    @Differentiable
    static double power(double[] x, double shift) {
        int n = 8;
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = i < x.length ? x[i] : Math.sin(shift * i);
        }
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double t = re[i];
                re[i] = re[j];
                re[j] = t;
                t = im[i];
                im[i] = im[j];
                im[j] = t;
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double angle = -2 * Math.PI / length;
            for (int i = 0; i < n; i += length) {
                for (int k = 0; k < length / 2; k++) {
                    double c = Math.cos(angle * k);
                    double s = Math.sin(angle * k);
                    int a = i + k;
                    int b = a + length / 2;
                    double tr = re[b] * c - im[b] * s;
                    double ti = re[b] * s + im[b] * c;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
        return re[1] * re[1] + im[1] * im[1] + re[4];
    }

    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    /** Lanczos' approximation, with reflection. */
    @Differentiable(order = 2)
    static double gamma(@Domain(from = -1.9, to = 4) double x) {
        if (x < 0.5) {
            return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
        }
        double z = x - 1;
        double sum = LANCZOS[0];
        double t = z + 7.5;
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        return Math.sqrt(2 * Math.PI) * Math.pow(t, z + 0.5) * Math.exp(-t) * sum;
    }

    /** The error function: a series near 0, a continued fraction far away (Numerical Recipes). */
    @Differentiable
    static double erf(double x) {
        double z = Math.abs(x);
        if (z < 1) {
            double term = x;
            double sum = x;
            for (int n = 1; Math.abs(term) > 1e-17; n++) {
                term *= -x * x / n;
                sum += term / (2 * n + 1);
            }
            return 2 / Math.sqrt(Math.PI) * sum;
        }
        double fraction = 0;
        for (int k = 60; k > 0; k--) {
            fraction = k / 2.0 / (z + fraction);
        }
        double rest = Math.exp(-z * z) / (Math.sqrt(Math.PI) * (z + fraction));
        return x < 0 ? rest - 1 : 1 - rest;
    }

    /** Bessel's function of the first kind and order 0, by its series. */
    @Differentiable(order = 2)
    static double bessel(double x) {
        double quarter = x * x / 4;
        double term = 1;
        double sum = 1;
        int k = 0;
        do {
            k++;
            term *= -quarter / (k * (double) k);
            sum += term;
        } while (Math.abs(term) > 1e-18);
        return sum;
    }
}
