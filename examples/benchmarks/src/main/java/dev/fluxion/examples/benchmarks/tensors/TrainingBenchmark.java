package dev.fluxion.examples.benchmarks.tensors;

import dev.fluxion.tensor.Tensor;
import dev.fluxion.tensor.training.Adam;
import dev.fluxion.tensor.training.Linear;
import dev.fluxion.tensor.training.Module;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One step of training of a network of two layers on 16 rows of 4 numbers in 3 classes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrainingBenchmark {

    private final Module network = new Linear(4, 16, 1).then(Tensor::tanh).then(new Linear(16, 3, 3));
    private final Adam optimizer = new Adam(network.parameters(), 0.001);
    private final Tensor rows = Tensor.randn(5, 16, 4);
    private final int[] classes = new int[16];

    public TrainingBenchmark() {
        Arrays.setAll(classes, i -> i % 3);
    }

    @Benchmark
    public Tensor step() {
        optimizer.zeroGrad();
        Tensor loss = network.apply(rows).crossEntropy(classes);
        loss.backward();
        optimizer.step();
        return loss;
    }
}
