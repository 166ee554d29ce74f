package cost;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Iterations that are independent but for a sum, a recurrence, and an array that is overwritten in place. */
public final class ArrayExamples {

    private ArrayExamples() {}

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
}
