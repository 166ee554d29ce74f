package dev.fluxion.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A loop whose length is not known before it ends. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RootBenchmark {

    @Benchmark
    public double primal(Inputs in) {
        in.advance();
        return Primals.root(in.radicand());
    }

    @Benchmark
    public double byHand(Inputs in) {
        in.advance();
        return HandWritten.root(in.radicand());
    }

    @Benchmark
    public double generated(Inputs in) {
        in.advance();
        return PrimalsGrad.rootDerivative(in.radicand());
    }
}
