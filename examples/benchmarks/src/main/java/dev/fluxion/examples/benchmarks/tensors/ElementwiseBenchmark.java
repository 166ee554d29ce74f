package dev.fluxion.examples.benchmarks.tensors;

import dev.fluxion.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Compiled methods over a million elements, forward and back, and the same as loops written by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ElementwiseBenchmark {

    static final int SIZE = 1_000_000;

    private final Tensor x = Tensor.uniform(1, -1, 1, SIZE).requiresGrad(true);
    private final Tensor y = Tensor.uniform(2, -1, 1, SIZE).requiresGrad(true);
    private final Tensor seed = Tensor.ones(SIZE);

    private final double[] xs = x.toDoubleArray();
    private final double[] ys = y.toDoubleArray();
    private final double[] bars = seed.toDoubleArray();

    @Benchmark
    public Tensor[] wave() {
        x.grad(null);
        y.grad(null);
        FormulasGrad.wave(x, y).backward(seed);
        return new Tensor[] {x.grad(), y.grad()};
    }

    @Benchmark
    public Tensor[] bend() {
        x.grad(null);
        y.grad(null);
        FormulasGrad.bend(x, y).backward(seed);
        return new Tensor[] {x.grad(), y.grad()};
    }

    @Benchmark
    public double[][] waveByHand() {
        double[] value = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            value[i] = xs[i] * Math.exp(-ys[i] * ys[i]) + xs[i] * xs[i] * ys[i];
        }
        double[] xBar = new double[SIZE];
        double[] yBar = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double bell = Math.exp(-ys[i] * ys[i]);
            xBar[i] = bars[i] * (bell + 2 * xs[i] * ys[i]);
            yBar[i] = bars[i] * (xs[i] * xs[i] - 2 * ys[i] * xs[i] * bell);
        }
        return new double[][] {value, xBar, yBar};
    }

    @Benchmark
    public double[][] bendByHand() {
        double[] value = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            value[i] = xs[i] * ys[i] + xs[i] * xs[i];
        }
        double[] xBar = new double[SIZE];
        double[] yBar = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            xBar[i] = bars[i] * (2 * xs[i] + ys[i]);
            yBar[i] = bars[i] * xs[i];
        }
        return new double[][] {value, xBar, yBar};
    }
}
