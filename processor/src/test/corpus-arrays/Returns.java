package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Helpers that return arrays. */
final class Returns {

    private Returns() {}

    private static final double[] TABLE = {1, 2, 3, 4};

    private static double[] scaled(double[] a, double k) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = a[i] * a[i] * k;
        }
        return y;
    }

    private static double[] same(double[] a) {
        return a;
    }

    private static double[] larger(double[] a, double[] b, double k) {
        if (k > 0) {
            return a;
        }
        return b;
    }

    private static double[][] table(double[] x, int rows) {
        double[][] m = new double[rows][];
        for (int i = 0; i < rows; i++) {
            m[i] = scaled(x, i + 1.5);
        }
        return m;
    }

    private static double[] running(double[] x, int n) {
        if (n == 0) {
            return new double[x.length + 1];
        }
        double[] before = running(x, n - 1);
        before[n] = before[n - 1] + x[n - 1] * x[n - 1];
        return before;
    }

    private static double[] inPlace(double[] a, double k) {
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.sin(a[i] * k);
        }
        return a;
    }

    private static double[] empty(int n) {
        return new double[n];
    }

    private static double[] constants(int n) {
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = i + 1;
        }
        return c;
    }

    private static double sum(double... terms) {
        double s = 0;
        for (double t : terms) {
            s += t * t;
        }
        return s;
    }

    private static void mix(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * b[i] * b[b.length - 1];
        }
    }

    private static double[] row(double[][] m, int i) {
        return m[i];
    }

    private static double[][] linked(double[] a, double[] b) {
        double[][] m = {a, b, a};
        return m;
    }

    private static void link(double[][] m, double[] a) {
        m[0] = a;
    }

    private static double[] table(double x) {
        return x > 0 ? TABLE : null;
    }

    private static double[] loud(double[] a, double k) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= k * a[i];
            if (a[i] > 3) {
                throw new IllegalStateException("too much: " + i);
            }
        }
        return new double[0];
    }

    private static double[] maybe(double[] x, int n) {
        return n == 0 ? null : x;
    }

    @Differentiable(order = 2)
    static double allocatedByACallee(double[] x, double k) {
        double[] y = scaled(x, k);
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += y[i] * x[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double[] returnedAsItIs(double[] x, double k) {
        return scaled(scaled(x, k), 0.5);
    }

    @Differentiable(order = 2)
    static double parameterReturned(double[] x, double k) {
        double[] y = scaled(x, k);
        double[] z = same(y);
        for (int i = 0; i < z.length; i++) {
            z[i] *= k;
        }
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            s += y[i] * x[i];
        }
        return s;
    }

    @Differentiable
    static double ownParameterReturned(double[] x, double k) {
        double[] y = same(x);
        double s = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] *= k * y[i];
            s += x[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double oneOfTwo(double[] x, double[] y, double k) {
        double[] z = larger(x, y, k);
        double s = 0;
        for (double v : z) {
            s += v * v * k;
        }
        return s;
    }

    @Differentiable
    static double oneOfTwoWritten(double[] x, double[] y, double k) {
        double[] z = larger(x, y, k);
        double s = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = z[i] * z[i];
            s += x[i] * y[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double rowsBuiltByACallee(double[] x) {
        double[][] m = table(x, 3);
        double s = 0;
        for (double[] row : m) {
            for (double v : row) {
                s += v * v;
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double recursiveResult(double[] x) {
        double[] r = running(x, x.length);
        double s = 0;
        for (int i = 0; i < r.length; i++) {
            s += r[i] * r[i] * 0.1;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double writtenAndReturned(double[] x, double k) {
        double[] y = inPlace(scaled(x, k), k);
        double[] z = inPlace(y, 2);
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += y[i] * z[i] * x[i];
        }
        return s;
    }

    @Differentiable
    static double[] parameterWrittenAndReturned(double[] x, double k) {
        return inPlace(x, k);
    }

    @Differentiable(order = 2)
    static double emptyByACallee(double[] x) {
        double[] y = empty(x.length);
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
        double s = 0;
        for (double v : y) {
            s += v * v;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double constantsByACallee(double[] x) {
        double[] c = constants(x.length);
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += c[i] * x[i] * x[i];
            c[i] = s;
        }
        return s + c[c.length / 2 * 0] * 2;
    }

    @Differentiable(order = 2)
    static double variableArity(double a, double b) {
        return sum(a, b, a * b) * sum() + sum(a) * b + sum(a, sum(b, 2));
    }

    @Differentiable(order = 2)
    static double initialisers(double a, double b) {
        double[][] m = {{a, b}, {a * b, 1}, new double[] {b, b}};
        double s = 0;
        for (double[] row : m) {
            s = s * a + row[0] * row[1];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double literalHandedOn(double a, double b) {
        return sum(scaled(new double[] {a, b, 2 * a}, b));
    }

    @Differentiable(order = 2)
    static double rowByRow(double[] x) {
        double[][] m = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double[] row = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                row[j] = x[i] * x[j];
            }
            m[i] = row;
        }
        double s = 0;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                s += m[i][j] * m[i][j];
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double resultInALoop(double[] x, double k) {
        double[] y = x;
        for (int n = 0; n < 3; n++) {
            y = scaled(y, k * 0.3);
        }
        double s = 0;
        for (double v : y) {
            s += v;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double elementOfResult(double[] x, double k) {
        return x.length == 0 ? k : scaled(x, k)[0] * scaled(x, k)[x.length - 1];
    }

    @Differentiable
    static float[] floats(float[] x, float k) {
        float[] y = {k, k * k};
        float[] z = x.length > 1 ? x : y;
        for (int i = 0; i < z.length; i++) {
            z[i] *= k;
        }
        return z;
    }

    @Differentiable(order = 2)
    static double sameTwice(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * x[i];
        }
        mix(y, y);
        double s = 0;
        for (double v : y) {
            s += v;
        }
        return s;
    }

    @Differentiable
    static double rowOfParameter(double[][] m, double k) {
        if (m.length < 2) {
            return k;
        }
        double[] r = row(m, 1);
        r[0] = r[0] * r[1] * k;
        return m[1][0] * m[0][0] * r[1];
    }

    @Differentiable(order = 2)
    static double linkedRows(double[] x, double k) {
        double[] y = new double[x.length];
        double[][] m = linked(x, y);
        for (int i = 0; i < x.length; i++) {
            m[1][i] = m[0][i] * k * x[i];
            m[1][i] += m[2][i] * y[i];
        }
        double[] z = new double[x.length];
        link(m, z);
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            z[i] = y[i] * x[i];
            s += m[0][i] * m[0][i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double tableOnlyRead(double x) {
        double[] t = table(x);
        return t == null ? x : x * t[1] + t[0] * x * x;
    }

    @Differentiable
    static double resultDropped(double[] x, double k) {
        loud(x, k);
        double s = 0;
        for (double v : x) {
            s += v * v;
        }
        return s;
    }

    @Differentiable
    static double nullResult(double[] x, int n) {
        double[] y = maybe(x, n);
        double s = 0;
        if (y != null) {
            for (int i = 0; i < y.length; i++) {
                s += y[i] * x[i];
            }
        }
        return s;
    }

    @Differentiable
    static double[] doubled(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * k * x[i];
        }
        return y;
    }

    @Differentiable(order = 2)
    static double annotatedCallee(double[] x, double k) {
        double[] y = doubled(doubled(x, k), 3);
        double s = 0;
        for (double v : y) {
            s += v * v;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double annotatedCalleeElsewhere(double[] x, double k) {
        double[] y = ReturnsElsewhere.squares(ReturnsElsewhere.squares(x, k, 1), 3, 2);
        double s = 0;
        for (double v : y) {
            s += v * v;
        }
        return s + ReturnsElsewhere.zeros(x.length)[0] * k;
    }

    @Differentiable
    static double[][] matrixResult(double[] x, @NoDiff double[] z) {
        double[][] m = new double[2][];
        m[0] = doubled(x, 2);
        m[1] = doubled(z, x.length > 0 ? x[0] : 1);
        return m;
    }
}
