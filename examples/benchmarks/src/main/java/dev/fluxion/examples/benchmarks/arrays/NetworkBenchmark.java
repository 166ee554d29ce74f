package dev.fluxion.examples.benchmarks.arrays;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Two layers of long short-term memory with 16 cells over 1,024 steps. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NetworkBenchmark {

    @Benchmark
    public double primal(Data.Recurrent in) {
        return Problems.recurrent(in.first, in.second, in.inputs, in.targets);
    }

    @Benchmark
    public double byHand(Data.Recurrent in) {
        return RecurrentByHand.gradient(in.first, in.second, in.inputs, in.targets, in.firstBar, in.secondBar);
    }

    @Benchmark
    public double generated(Data.Recurrent in) {
        return ProblemsGrad.recurrentGradient(in.first, in.second, in.inputs, in.targets, in.firstBar, in.secondBar);
    }
}
