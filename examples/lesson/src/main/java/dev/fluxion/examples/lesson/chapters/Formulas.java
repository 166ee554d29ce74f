package dev.fluxion.examples.lesson.chapters;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.tensor.Tensor;

/** Ordinary methods, differentiated when they are compiled. */
public final class Formulas {

    private Formulas() {}

    @Differentiable(order = 2)
    public static double bend(double u, double v) {
        return u * v + u * u;
    }

    /** How far {@code a x} is from {@code b}, in the mean of squares, and {@code x} from zero, {@code decay} times. */
    @Differentiable
    public static double ridge(@NoDiff Tensor a, Tensor x, @NoDiff Tensor b, double decay) {
        return a.matmul(x).sub(b).square().mean().item()
                + decay * x.square().sum().item();
    }

    /** The mean of squared distances of a line from points. */
    @Differentiable
    public static double misfit(double[] x, double[] y, double slope, double offset) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double distance = slope * x[i] + offset - y[i];
            sum += distance * distance;
        }
        return sum / x.length;
    }
}
