package dev.fluxion.examples.benchmarks.arrays;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The determinant of a matrix of 100 rows by LU elimination. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DeterminantBenchmark {

    @Benchmark
    public double primal(Data.Matrix in) {
        return Problems.logDeterminant(in.matrix);
    }

    @Benchmark
    public double byHand(Data.Matrix in) {
        return ByHand.logDeterminant(in.matrix, in.matrixBar);
    }

    @Benchmark
    public double generated(Data.Matrix in) {
        return ProblemsGrad.logDeterminantGradient(in.matrix, in.matrixBar);
    }
}
