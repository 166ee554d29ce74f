package dev.fluxion.examples.benchmarks.arrays;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A mixture of 25 Gaussians in 10 dimensions over 1,000 points. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MixtureBenchmark {

    @Benchmark
    public double primal(Data.Mixture in) {
        return Problems.mixture(in.alphas, in.means, in.factors, in.points);
    }

    @Benchmark
    public double byHand(Data.Mixture in) {
        return ByHand.mixture(in.alphas, in.means, in.factors, in.points, in.alphasBar, in.meansBar, in.factorsBar);
    }

    @Benchmark
    public double generated(Data.Mixture in) {
        return ProblemsGrad.mixtureGradient(
                in.alphas, in.means, in.factors, in.points, in.alphasBar, in.meansBar, in.factorsBar);
    }
}
