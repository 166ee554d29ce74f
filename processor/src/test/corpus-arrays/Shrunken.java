package corpus;

import dev.fluxion.Differentiable;
import java.util.stream.DoubleStream;

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

    private static double[] zeros(double[] given, int levels) {
        if (levels <= 0) {
            return given;
        }
        return zeros(new double[2], levels - 1);
    }

    /** The adjoint that is returned is that of the array which was handed in. */
    @Differentiable
    static double parameterIsReplacedByACall(double[] x, double[] y) {
        double s = y.length == 0 ? 0 : y[0] * y[0];
        y = zeros(x, 1);
        return s + y[1];
    }

    /** What a method returns of an active array is an array, and no text that was made of it. */
    @Differentiable
    static double elementAtALengthFromACall(double k) {
        double[] a = zeros(new double[3], 0);
        a[0] = Math.sin(k);
        for (int i = 0; i < 3; i++) {
            a[(i + 1) % a.length] += k;
        }
        return a[0] * a[2];
    }

    /** An alternative is computed, and throws, where there is no need for it. */
    @Differentiable
    static double alternativeThatThrows(double[] x, double k) {
        return DoubleStream.of(k, 2).max().orElse(x[1]) * k;
    }

    private static int[] eitherCount(int[] a, int[] b, int k) {
        return k % 2 == 0 ? a : b;
    }

    private static double[] eitherArray(double[] a, double[] b, int k) {
        return k % 2 == 0 ? a : b;
    }

    /** What a helper returns of an iteration's array is still there in the next one. */
    @Differentiable
    static double countsReturnedByAHelper(double[] x) {
        int[] before = new int[3];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            int[] a = new int[3];
            a[i % 3] = i + 1;
            int[] b = eitherCount(a, before, i);
            s += x[i] * x[i] * (before[0] + 2 * before[1] + 3 * before[2] + b[0]);
            before = b;
        }
        return s;
    }

    @Differentiable
    static double constantsReturnedByAHelper(double[] x) {
        double[] before = new double[3];
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double[] a = new double[3];
            a[i % 3] = i + 1;
            double[] b = eitherArray(a, before, i);
            s += x[i] * x[i] * (before[0] + 2 * before[1] + 3 * before[2] + b[0]);
            before = b;
        }
        return s;
    }

    @Differentiable
    static double[] resultReturnedByAHelper(double[] x) {
        double[] a = new double[2];
        a[0] = x.length;
        double[] result = eitherArray(a, a, 1);
        result[1] = x.length == 0 ? 0 : x[0] * x[0];
        return result;
    }
}
