package dev.fluxion.examples.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
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
import org.openjdk.jmh.annotations.TearDown;

/** The sum of squares of a tensor and the pass back: the graph is made, walked and dropped. Both in double. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SquareBenchmark {

    /** How many elements; -1 for a tensor without dimensions. */
    @Param({"-1", "1", "16", "1000"})
    int size;

    private Tensor x;
    private NDManager manager;
    private NDArray there;

    @Setup
    public void prepare() {
        int[] shape = size < 0 ? new int[0] : new int[] {size};
        x = Tensor.uniform(1, -1, 1, shape).requiresGrad(true);
        manager = NDManager.newBaseManager();
        there = manager.zeros(size < 0 ? new Shape() : new Shape(size), DataType.FLOAT64);
        there.set(x.toDoubleArray());
        there.setRequiresGradient(true);
    }

    @TearDown
    public void close() {
        manager.close();
    }

    @Benchmark
    public Tensor fluxion() {
        x.grad(null);
        x.pow(2).sum().backward();
        return x.grad();
    }

    @Benchmark
    public NDArray pytorch() {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                NDArray squares = there.pow(2);
                NDArray sum = squares.sum()) {
            collector.backward(sum);
        }
        return there;
    }
}
