package dev.fluxion.examples.benchmarks.arrays;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A logistic loss over 10,000 rows of 20 features. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LogisticBenchmark {

    @Benchmark
    public double primal(Data.Logistic in) {
        return Problems.logistic(in.w, in.features, in.labels);
    }

    @Benchmark
    public double byHand(Data.Logistic in) {
        return ByHand.logistic(in.w, in.features, in.labels, in.wBar);
    }

    @Benchmark
    public double generated(Data.Logistic in) {
        return ProblemsGrad.logisticGradient(in.w, in.features, in.labels, in.wBar);
    }
}
