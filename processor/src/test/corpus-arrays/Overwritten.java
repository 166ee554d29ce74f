package corpus;

import dev.fluxion.Differentiable;

/** Elements that are read, overwritten and read again, at distances. */
final class Overwritten {

    private Overwritten() {}

    @Differentiable
    static void before(double[] a) {
        for (int i = 2; i < a.length; i++) {
            a[i] = a[i - 2] * a[i] + Math.sin(a[i - 1]);
        }
    }

    @Differentiable
    static void behind(double[] a) {
        for (int i = 0; i + 1 < a.length; i++) {
            a[i] = a[i + 1] * a[i] + a[i] * a[i];
        }
    }

    @Differentiable
    static void downwards(double[] a) {
        for (int i = a.length - 2; i >= 0; i--) {
            a[i] = a[1 + i] * a[i] * a[i + 1];
        }
    }

    @Differentiable
    static void twoPlaces(double[] a) {
        for (int i = 1; i + 1 < a.length; i++) {
            a[i + 1] = a[i - 1] * a[i];
            a[i] = a[i - 1] * a[i + 1] + a[i];
        }
    }

    @Differentiable
    static void writtenBehindTheLoop(double[] a) {
        for (int i = 1; i < a.length; i++) {
            a[i] = a[i - 1] * a[i] * a[i - 1];
        }
        a[0] = a[0] * a[0];
    }

    @Differentiable
    static double throughAnAlias(double[] a, double[] b) {
        double[] c = a.length > 2 ? a : b;
        double sum = 0;
        for (int i = 1; i < a.length; i++) {
            double e = c[i] * a[i];
            c[i] = a[i - 1] * e;
            sum += a[i] * c[i] * a[i - 1];
        }
        return sum;
    }

    @Differentiable
    static double readAgain(double[] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double p = a[i] * a[i];
            a[i] = Math.sin(a[i]) * p;
            sum += a[i] * a[i] * p;
            if (sum > 0) {
                a[0] = a[i] * sum;
            }
            sum += a[i] * a[0];
        }
        return sum;
    }

    @Differentiable
    static double previous(double[] a) {
        double last = a[0];
        double before = last;
        for (int i = a.length - 1; i >= 0; i--) {
            last = before * a[i] + Math.cos(before);
            before = last;
        }
        return last * before;
    }

    @Differentiable
    static double rowsTwice(double[][] m, double[] x) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) {
            double z = 0;
            for (int j = 0; j < m[i].length && j < x.length; j++) {
                z += m[i][j] * x[j] * m[i][j];
            }
            sum += Math.tanh(z) * z;
        }
        return sum / m.length;
    }

    @Differentiable
    static double sumsInTwoLoops(double[] x) {
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            total += x[i] * x[i] * x[i];
        }
        double first = x[0];
        double other = 0;
        for (int i = 0; i < x.length; i++) {
            other += Math.sin(x[i]) * first;
        }
        return total / x.length + other;
    }
}
