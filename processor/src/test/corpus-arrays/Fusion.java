package corpus;

import dev.fluxion.Differentiable;

/** Loops whose iterations depend on each other through arrays that a callee changes. */
final class Fusion {

    private Fusion() {}

    private static void scale(double[] a, double k) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * a[i] * k;
        }
    }

    private static double take(double[] a, int at, double k) {
        double old = a[at];
        for (int i = 0; i < 1; i++) {
            a[at] = old * k;
        }
        return old * k;
    }

    private static double spread(double[] a, double k) {
        double s = 0;
        for (int i = 0; i < a.length; i++) {
            s += a[i] * k;
            a[i] = s;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double calleeWritesEachRound(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        for (int round = 0; round < 3; round++) {
            scale(y, k);
        }
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += y[i] * 0.1;
        }
        return s;
    }

    @Differentiable(order = 2)
    static double calleeReturnsAndWrites(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i];
        }
        double s = 0;
        for (int round = 0; round < 3; round++) {
            s += spread(y, k);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double arrayOfConstants(double k, int n) {
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            y[i] = 1 + i;
        }
        double s = 0;
        for (int i = 0; i < 3; i++) {
            s += take(y, i % 2, k);
        }
        for (int i = 0; i < 4; i++) {
            s += y[i];
        }
        return s;
    }

    @Differentiable(order = 2)
    static double loopDownAfterLoopUp(double[] x, double k) {
        double[] y = new double[x.length];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * k;
            s += y[i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            s += y[i] * x[0] * k;
        }
        return s;
    }
}
