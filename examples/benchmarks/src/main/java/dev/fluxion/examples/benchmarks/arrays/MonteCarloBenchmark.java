package dev.fluxion.examples.benchmarks.arrays;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Euler's method over 100,000 paths of 50 steps. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MonteCarloBenchmark {

    @Benchmark
    public double primal(Data.Paths in) {
        return Problems.monteCarlo(100, 105, 0.03, 0.2, 1, in.normals);
    }

    @Benchmark
    public ByHand.Greeks byHand(Data.Paths in) {
        return ByHand.monteCarlo(100, 105, 0.03, 0.2, 1, in.normals);
    }

    @Benchmark
    public ProblemsGrad.MonteCarloGradient generated(Data.Paths in) {
        return ProblemsGrad.monteCarloGradient(100, 105, 0.03, 0.2, 1, in.normals);
    }
}
