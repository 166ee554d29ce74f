package dev.fluxion.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A sum over terms that know nothing of each other. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IntegralBenchmark {

    private static final int PANELS = 100;

    @Benchmark
    public double primal(Inputs in) {
        in.advance();
        return Primals.integral(in.lower(), in.upper(), PANELS);
    }

    @Benchmark
    public HandWritten.Two byHand(Inputs in) {
        in.advance();
        return HandWritten.integral(in.lower(), in.upper(), PANELS);
    }

    @Benchmark
    public PrimalsGrad.IntegralGradient generated(Inputs in) {
        in.advance();
        return PrimalsGrad.integralGradient(in.lower(), in.upper(), PANELS);
    }
}
