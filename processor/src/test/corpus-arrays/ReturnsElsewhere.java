package corpus;

import dev.fluxion.Differentiable;

/** Helpers of another class that return arrays. */
final class ReturnsElsewhere {

    private ReturnsElsewhere() {}

    @Differentiable(order = 2)
    static double[] squares(double[] x, double k, int n) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * k * x[i] * n;
        }
        return y;
    }

    static double[] zeros(int n) {
        return new double[n + 1];
    }
}
