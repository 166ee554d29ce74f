package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Arrays that are read. */
final class Reads {

    private Reads() {}

    @Differentiable(order = 2)
    static double rosenbrock(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            s += 100 * a * a + b * b;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double logisticLoss(double[] w, @NoDiff double[][] x, int[] y) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            total += Math.log1p(Math.exp(-y[i] * z));
        }
        return total / Math.max(1, x.length);
    }

    @Differentiable(order = 2)
    static double recurrent(double w, double u, double[] x) {
        double h = 0;
        for (int t = 0; t < x.length; t++) {
            h = Math.tanh(w * h + u * x[t]);
        }
        return h * h;
    }

    @Differentiable(order = 2)
    static double forEach(double[] x) {
        double p = 1;
        for (double v : x) {
            p *= v;
        }
        return p;
    }

    @Differentiable(order = 2)
    static double indexedByArray(double[] x, int[] index) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[index[i]] * x[i] * x[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double matrixVector(double[][] a, double[] x) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            double z = 0;
            for (int j = 0; j < a[i].length; j++) {
                z += a[i][j] * x[j];
            }
            s += Math.sin(z);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double choosesRow(double[][] a, boolean first, double k) {
        if (a.length < 2) {
            return k;
        }
        double[] row = first ? a[0] : a[1];
        double s = 0;
        for (double v : row) {
            s += v * v * k;
        }
        return s;
    }

    @Differentiable
    static float floats(float[] x, float k) {
        float s = 0;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i] * k;
        }
        return s;
    }

    @Differentiable
    static double outOfBounds(double[] x, double k) {
        double s = 0;
        for (int i = 0; i <= x.length; i++) {
            s += k * (i < 3 ? x[i] : 1);
        }
        return s;
    }

    @Differentiable
    static double varargs(double k, double... x) {
        double s = k;
        for (int i = x.length - 1; i >= 0; i--) {
            s = s * k + x[i];
        }
        return s;
    }

    @Differentiable
    static double searchWithBreak(double[] x, double limit) {
        double s = 0;
        int i = 0;
        while (i < x.length) {
            s += x[i] * x[i];
            if (s > Math.abs(limit)) {
                break;
            }
            i++;
        }
        return s * limit;
    }
}
