package dev.fluxion.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The price of a call with its five derivatives. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BlackScholesBenchmark {

    @Benchmark
    public double primal(Inputs in) {
        in.advance();
        return Primals.call(in.spot(), in.strike(), in.rate(), in.volatility(), in.time());
    }

    @Benchmark
    public HandWritten.Five byHand(Inputs in) {
        in.advance();
        return HandWritten.call(in.spot(), in.strike(), in.rate(), in.volatility(), in.time());
    }

    @Benchmark
    public PrimalsGrad.CallGradient generated(Inputs in) {
        in.advance();
        return PrimalsGrad.callGradient(in.spot(), in.strike(), in.rate(), in.volatility(), in.time());
    }
}
