package dev.fluxion.examples.benchmarks.tensors;

import dev.fluxion.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The square of a tensor and the pass back: the graph is made, walked and dropped. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SquareBenchmark {

    /** How many elements; -1 for a tensor without dimensions. */
    @Param({"-1", "1", "16", "1000"})
    int size;

    private Tensor x;
    private Tensor seed;
    private double[] numbers;
    private double[] adjoints;

    @Setup
    public void prepare() {
        int[] shape = size < 0 ? new int[0] : new int[] {size};
        x = Tensor.uniform(1, -1, 1, shape).requiresGrad(true);
        seed = Tensor.ones(shape);
        numbers = x.toDoubleArray();
        adjoints = seed.toDoubleArray();
    }

    @Benchmark
    public Tensor tensors() {
        x.grad(null);
        x.pow(2).backward(seed);
        return x.grad();
    }

    @Benchmark
    public double[] byHand() {
        double[] y = new double[numbers.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = numbers[i] * numbers[i];
        }
        double[] bar = new double[y.length];
        for (int i = 0; i < bar.length; i++) {
            bar[i] = 2 * numbers[i] * adjoints[i];
        }
        return bar;
    }
}
