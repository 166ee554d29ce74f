package corpus;

import dev.fluxion.Differentiable;

/** Programs that were found by chance to be differentiated wrongly once, or not at all, made as small as they go. */
final class Shrunken {

    private Shrunken() {}

    @Differentiable(order = 2)
    static double parametersChangePlaces(double[] x, double[] y) {
        double[] t = y;
        y = x;
        x = t;
        return x.length == 0 ? 0 : x[0] * x[0] * y[0];
    }

    @Differentiable(order = 2)
    static double parameterIsReplaced(double[] x, double k) {
        double s = x.length == 0 ? k : k * x[0];
        x = new double[3];
        x[1] = k;
        return s * x[1] + x[2];
    }

    @Differentiable(order = 2)
    static double matrixBesideAnArrayThatIsWritten(double[] x, double[][] m) {
        if (x.length == 0) {
            return 1;
        }
        x[0] *= 0.5;
        return x[0] * m[0][0];
    }

    @Differentiable
    static double newArrayByCondition(double k) {
        double[] a = k > 0 ? new double[2] : new double[3];
        a[1] = k * k;
        return a[1];
    }

    @Differentiable
    static double newIndicesByCondition(double[] x) {
        int[] p = x.length > 1 ? new int[2] : new int[1];
        return x.length == 0 ? 0 : x[p[0]] * p.length;
    }
}
