package dev.fluxion.examples.benchmarks.arrays;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Rosenbrock in 100 dimensions. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RosenbrockBenchmark {

    @Benchmark
    public double primal(Data.Rosenbrock in) {
        return Problems.rosenbrock(in.x);
    }

    @Benchmark
    public double byHand(Data.Rosenbrock in) {
        return ByHand.rosenbrock(in.x, in.xBar);
    }

    @Benchmark
    public double generated(Data.Rosenbrock in) {
        return ProblemsGrad.rosenbrockGradient(in.x, in.xBar);
    }
}
