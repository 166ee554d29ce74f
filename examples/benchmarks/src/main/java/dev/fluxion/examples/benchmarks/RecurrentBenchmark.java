package dev.fluxion.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A recurrence of a known length. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecurrentBenchmark {

    private static final int STEPS = 100;

    @Benchmark
    public double primal(Inputs in) {
        in.advance();
        return Primals.recurrent(in.weight(), in.upper(), STEPS);
    }

    @Benchmark
    public HandWritten.Two byHand(Inputs in) {
        in.advance();
        return HandWritten.recurrent(in.weight(), in.upper(), STEPS);
    }

    @Benchmark
    public PrimalsGrad.RecurrentGradient generated(Inputs in) {
        in.advance();
        return PrimalsGrad.recurrentGradient(in.weight(), in.upper(), STEPS);
    }
}
