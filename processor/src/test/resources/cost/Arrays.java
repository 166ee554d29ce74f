package cost;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Functions of arrays. */
final class Arrays {

    private Arrays() {}

    @Differentiable
    static double loss(double[] w, @NoDiff double[][] x, int[] y) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            total += Math.log1p(Math.exp(-y[i] * z));
        }
        return total / x.length;
    }

    @Differentiable
    static double rnn(double w, double u, double[] x) {
        double h = 0;
        for (int t = 0; t < x.length; t++) {
            h = Math.tanh(w * h + u * x[t]);
        }
        return h * h;
    }

    @Differentiable
    static void scan(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i - 1] * a[i];
        }
    }

    @Differentiable
    static double valley(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double rise = x[i + 1] - x[i] * x[i];
            double rest = 1 - x[i];
            sum += 100 * rise * rise + rest * rest;
        }
        return sum;
    }

    @Differentiable
    static double logSumExp(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.exp(x[i]);
        }
        return Math.log(sum);
    }

    @Differentiable
    static double horner(double[] c, double x) {
        double p = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            p = p * x + c[i];
        }
        return p;
    }

    @Differentiable
    static void smooth(double[] y, double a) {
        for (int i = 1; i < y.length; i++) {
            y[i] = y[i] + a * y[i - 1];
        }
    }

    @Differentiable
    static double cosine(double[] u, double[] v) {
        double uv = 0;
        double uu = 0;
        double vv = 0;
        for (int i = 0; i < u.length; i++) {
            uv += u[i] * v[i];
            uu += u[i] * u[i];
            vv += v[i] * v[i];
        }
        return uv / Math.sqrt(uu * vv);
    }

    @Differentiable
    static double variance(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += e;
        }
        double mean = sum / x.length;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - mean;
            squares += d * d;
        }
        return squares / x.length;
    }

    @Differentiable
    static double energy(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double d = x[i] - x[j];
                sum += 1 / (d * d + 0.01);
            }
        }
        return sum;
    }

    @Differentiable
    static double path(double start, double drift, double volatility, @NoDiff double[] z) {
        double s = start;
        for (int i = 0; i < z.length; i++) {
            s = s * (1 + drift + volatility * z[i]);
        }
        return s;
    }

    @Differentiable
    static double layer(double[][] w, double[] x) {
        double total = 0;
        for (int i = 0; i < w.length; i++) {
            double z = 0;
            for (int j = 0; j < x.length; j++) {
                z += w[i][j] * x[j];
            }
            total += Math.tanh(z);
        }
        return total;
    }

    @Differentiable
    static double productOfAll(double[] x) {
        double p = 1;
        for (int i = 0; i < x.length; i++) {
            p *= x[i];
        }
        return p;
    }
}
