package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Arrays that are allocated, overwritten, aliased and swapped. */
final class Writes {

    private Writes() {}

    @Differentiable
    static void scan(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i - 1] * a[i];
        }
    }

    @Differentiable(order = 2)
    static double aliasAndReplacement(double[] x, double p) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * p;
        }
        double[] t = y;
        y = new double[2 * x.length];
        for (int i = 0; i < t.length; i++) {
            y[2 * i] = t[i] * t[i];
            y[2 * i + 1] += y[2 * i] * p;
        }
        double s = 0;
        for (double v : y) {
            s += v * v;
        }
        return s;
    }

    @Differentiable
    static double[] elementwise(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sin(k * x[i]);
        }
        return y;
    }

    @Differentiable(order = 2)
    static double swapOfReferences(double[] x, int steps) {
        double[] a = new double[x.length];
        double[] b = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            a[i] = x[i];
        }
        for (int n = 0; n <= steps; n++) {
            for (int i = 0; i < x.length; i++) {
                b[i] = a[i] * a[(i + 1) % x.length] * 0.5;
            }
            double[] t = a;
            a = b;
            b = t;
        }
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += a[i] * (i + 1) + b[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double scratchReusedEachRound(double[] x, @NoDiff double[] scratch) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                scratch[j] = x[j] * x[i];
            }
            for (int j = 0; j < x.length; j++) {
                s += scratch[j] * scratch[j];
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double sharedRows(double[] x) {
        if (x.length == 0) {
            return 0;
        }
        double[] row = new double[x.length];
        double[][] m = {row, row, new double[x.length]};
        for (int i = 0; i < x.length; i++) {
            m[0][i] += x[i];
            m[1][i] *= 2 * x[0];
            m[2][i] = m[0][i] * m[1][i];
        }
        m[0] = m[2];
        double s = 0;
        for (double[] r : m) {
            for (double v : r) {
                s += v * v;
            }
        }
        return s;
    }

    @Differentiable
    static double matrixOverwritten(double[][] m) {
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                s += m[i][j] * (i + 2 * j + 1) * m[i][j] * 0.1;
                m[i][j] = s;
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double allocatedPerIteration(double[] x, double k) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double[] t = new double[3];
            t[0] = x[i];
            t[1] = t[0] * k;
            t[2] = t[1] * t[0];
            t[0] = t[2] * s + 1;
            s += t[0] * t[1];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double literal(double a, double b) {
        double[] x = {a * b, a, 2};
        x[2] += x[0] * x[1];
        return x[0] * x[2];
    }

    @Differentiable
    static void twoArrays(double[] x, double[] y, double k) {
        for (int i = 0; i < x.length; i++) {
            double t = x[i];
            x[i] = y[i] * k;
            y[i] = t * t;
        }
    }

    @Differentiable
    static double oldValueAfterStore(double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double old = x[i];
            x[i] = 2;
            s += old * old * x[i];
            x[i] = s;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double chainedAssignment(double u, double v) {
        double[] t = new double[4];
        double y = v;
        t[3] = (y *= (t[0] = t[1] = t[2] = u * u));
        return t[0] * t[1] + t[2] * t[3] * y;
    }

    @Differentiable
    static double conditionOnElement(double[] x) {
        double s = 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                x[i] = s * x[i];
            } else {
                s += x[i] * x[i];
            }
            s += x[i];
        }
        return s;
    }

    @Differentiable
    static double[] partOf(double[] x, double k) {
        double[] y = new double[x.length + 1];
        y[0] = k;
        for (int i = 0; i < x.length; i++) {
            y[i + 1] = y[i] * x[i];
        }
        return y;
    }

    @Differentiable
    static double[] sameArray(double[] x, double k) {
        if (x.length > 1) {
            x[0] = x[1] * k;
        }
        return x;
    }

    @Differentiable
    static double rowsReplaced(double[][] m, double k) {
        if (m.length < 2) {
            return k;
        }
        double[] first = m[0];
        m[0] = m[1];
        m[1] = first;
        m[0][0] *= k;
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            s += m[i][0] * m[i][1] * (i + 1);
        }
        return s;
    }

    @Differentiable
    static void rowsRotated(double[][] m) {
        for (int i = 1; i < m.length; i++) {
            double[] row = m[i - 1];
            m[i - 1] = m[i];
            m[i] = row;
            m[i][0] = m[i - 1][0] * m[i][0];
        }
    }

    @Differentiable(order = 2)
    static double rowsReplacedTwice(double[][] m) {
        double s = 0;
        for (int i = 1; i < m.length; i++) {
            m[i - 1] = m[i];
            m[i] = new double[m.length];
            m[i][0] = m[i - 1][0] * m[0][1];
            s += m[i][0] * m[i - 1][1];
        }
        return s;
    }
}
