package corpus;

import dev.fluxion.Differentiable;

/** Helpers that read and write the arrays they are given. */
final class Helpers {

    private Helpers() {}

    private static void square(double[] a, double k) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * a[i] * k;
        }
    }

    private static double dot(double[] a, double[] b) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * b[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double calls(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        square(y, k);
        square(y, 2);
        return dot(y, x) + dot(x, x);
    }

    @Differentiable
    static void writesWhatACalleeRead(double[] x, double k) {
        double s = dot(x, x);
        for (int i = 0; i < x.length; i++) {
            x[i] *= s * k;
        }
    }

    private static double sum(double[] x, int from, int to) {
        if (to - from < 1) {
            return 0;
        } else if (to - from == 1) {
            return x[from] * x[from];
        }
        int middle = (from + to) / 2;
        return sum(x, from, middle) * 0.5 + sum(x, middle, to);
    }

    @Differentiable(order = 2)
    static double recursive(double[] x) {
        return sum(x, 0, x.length) * sum(x, 0, x.length / 2);
    }

    private static void swapRows(double[][] m, int i, int j) {
        double[] t = m[i];
        m[i] = m[j];
        m[j] = t;
    }

    @Differentiable(order = 2)
    static double rowsSwappedByACallee(double[] x) {
        if (x.length < 2) {
            return 0;
        }
        double[][] m = new double[2][x.length];
        for (int i = 0; i < x.length; i++) {
            m[0][i] = x[i];
            m[1][i] = x[i] * x[i];
        }
        swapRows(m, 0, 1);
        return dot(m[0], x) + 3 * m[1][0] * m[0][1];
    }

    @Differentiable
    static double sameArrayTwice(double[] x, double[] y) {
        return dot(x, y) + dot(y, y);
    }

    private static double take(double[] a, int i, double k) {
        double old = a[i];
        a[i] = Math.tanh(old * k);
        return old * old;
    }

    private static float takeFloat(float[] a, float k) {
        a[0] = a[0] * k;
        return a[0];
    }

    private static int takeAndCount(double[] a, double k) {
        int above = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.sin(a[i] * k);
            if (a[i] > 0.5) {
                above++;
            }
        }
        return above;
    }

    @Differentiable
    static double resultOfACalleeThatWritesIsNotUsed(double[] x, double k) {
        if (x.length == 0) {
            return k;
        }
        double unused = Math.tanh(take(x, 0, k));
        return k + k * x[0];
    }

    @Differentiable
    static double resultOfACalleeThatWritesIsDropped(double[] x, double k) {
        if (x.length == 0) {
            return k;
        }
        take(x, x.length - 1, k);
        take(x, x.length - 1, k);
        return k * x[x.length - 1];
    }

    @Differentiable
    static float resultOfACalleeThatWritesFloatsIsDropped(float[] x, float k) {
        if (x.length == 0) {
            return k;
        }
        takeFloat(x, k);
        return k * x[0];
    }

    @Differentiable
    static double calleeThatWritesReturnsAnInteger(double[] x, double k) {
        int above = takeAndCount(x, k);
        double s = above;
        for (int i = 0; i < x.length; i++) {
            s += x[i] * x[i] * (1 + above);
        }
        return s + takeAndCount(x, k) * k;
    }

    private static final double[] WEIGHTS = {0.5, -2, 3};

    private static double weighted(double[] weights, double[] x) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += weights[i % weights.length] * x[i];
        }
        return s;
    }

    /** Arrays of fields are read wherever they are handed, while those beside them are written to. */
    @Differentiable
    static double arrayOfAFieldIsRead(double[] x, double k) {
        double[] weights = WEIGHTS;
        double[] y = x.clone();
        square(y, k);
        return weighted(weights, y) * weighted(k > 1 ? x : WEIGHTS, y);
    }

    @Differentiable(order = 2)
    static double calleeReadsInALoopWhatIsWrittenThere(double[] x, double k) {
        double[] y = x.clone();
        double s = 0;
        for (int n = 0; n < x.length; n++) {
            s += dot(y, x) * k;
            y[n] *= s;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double calleeReadsWhatAnAliasWritesLater(double[] x, double k) {
        double[] y = x.clone();
        double[] z = k > 0 ? y : x.clone();
        double s = dot(y, y) + dot(x, y);
        for (int i = 0; i < z.length; i++) {
            z[i] *= s;
        }
        return s * dot(y, x);
    }

    private static double firstRow(double[][] m, double k) {
        return dot(m[0], m[0]) * k;
    }

    @Differentiable(order = 2)
    static double calleeReadsARowThatIsReplacedLater(double[] x, double k) {
        double[][] m = {x.clone(), x.clone()};
        double s = firstRow(m, k);
        for (int i = 0; i < x.length; i++) {
            m[1][i] *= s;
        }
        m[0] = m[1];
        return s * firstRow(m, k);
    }

    private static void squareThrough(double[] a, double k) {
        square(a, k * k);
    }

    @Differentiable(order = 2)
    static double calleeReadsWhatACalleesCalleeWrites(double[] x, double k) {
        double[] y = x.clone();
        double s = dot(y, x);
        squareThrough(y, k);
        return s * dot(y, x);
    }

    @Differentiable(order = 2)
    static double calleeReadsAFreshArrayInEveryIteration(double[] x, double k) {
        double s = 0;
        for (int n = 0; n < 3; n++) {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = x[i] * k + s;
            }
            s += dot(y, x) * 0.1;
        }
        return s;
    }
}
