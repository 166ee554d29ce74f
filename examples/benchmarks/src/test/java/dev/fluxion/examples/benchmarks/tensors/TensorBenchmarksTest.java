package dev.fluxion.examples.benchmarks.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is compared computes the same: only then do the times say anything. */
final class TensorBenchmarksTest {

    private static void same(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        assertThat(largest).isLessThan(1e-12);
    }

    @Test
    void squares_areTheSame() {
        SquareBenchmark benchmark = new SquareBenchmark();
        benchmark.size = 16;
        benchmark.prepare();
        same(benchmark.tensors().toDoubleArray(), benchmark.byHand());
    }

    @Test
    void compiledMethods_areTheSameAsLoops() {
        ElementwiseBenchmark benchmark = new ElementwiseBenchmark();
        Tensor[] wave = benchmark.wave();
        double[][] waveByHand = benchmark.waveByHand();
        same(wave[0].toDoubleArray(), waveByHand[1]);
        same(wave[1].toDoubleArray(), waveByHand[2]);
        Tensor[] bend = benchmark.bend();
        double[][] bendByHand = benchmark.bendByHand();
        same(bend[0].toDoubleArray(), bendByHand[1]);
        same(bend[1].toDoubleArray(), bendByHand[2]);
    }

    @Test
    void products_areTheSame() {
        ProductBenchmark benchmark = new ProductBenchmark();
        benchmark.size = 8;
        benchmark.prepare();
        same(benchmark.tensors().toDoubleArray(), benchmark.ejml().getData());
    }

    @Test
    void training_lowersTheLoss() {
        TrainingBenchmark benchmark = new TrainingBenchmark();
        double first = benchmark.step().item();
        double last = first;
        for (int i = 0; i < 100; i++) {
            last = benchmark.step().item();
        }
        assertThat(last).isLessThan(first);
    }
}
