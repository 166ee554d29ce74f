package corpus;

import dev.fluxion.Differentiable;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Pipelines over arrays. */
final class Streams {

    private Streams() {}

    @Differentiable(order = 2)
    static double sumOfSquares(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    @Differentiable(order = 2)
    static double dot(double[] x, double[] y) {
        return IntStream.range(0, Math.min(x.length, y.length))
                .mapToDouble(i -> x[i] * y[i])
                .sum();
    }

    @Differentiable
    static double[] normalised(double[] x) {
        double sum = Arrays.stream(x).map(Math::exp).sum();
        return Arrays.stream(x).map(v -> Math.exp(v) / sum).toArray();
    }

    @Differentiable
    static double partOf(double[] x, int n) {
        return Arrays.stream(x, n / 2, n).map(v -> v * x[0]).reduce(1, (a, b) -> a * b + x[0]);
    }

    @Differentiable
    static double[] eachWritten(double[] x, double k) {
        double[] y = new double[x.length];
        IntStream.range(0, x.length).forEach(i -> y[i] = Math.sin(k * x[i]) + x[x.length - 1 - i]);
        Arrays.setAll(x, i -> x[i] * y[i]);
        return y;
    }

    @Differentiable
    static double extremes(double[] x) {
        double max = Arrays.stream(x).max().orElse(1);
        double scale = DoubleStream.of(x).map(Math::abs).average().orElse(2);
        return max * scale;
    }

    @Differentiable
    static double[] ordered(double[] x) {
        return Arrays.stream(x).map(v -> v * v * x[0]).sorted().skip(1).toArray();
    }
}
