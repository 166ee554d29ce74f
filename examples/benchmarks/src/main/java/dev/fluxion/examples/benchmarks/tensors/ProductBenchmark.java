package dev.fluxion.examples.benchmarks.tensors;

import dev.fluxion.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Products of square matrices, against those of EJML. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {

    @Param({"8", "64", "256"})
    int size;

    private Tensor a;
    private Tensor b;
    private DMatrixRMaj left;
    private DMatrixRMaj right;

    @Setup
    public void prepare() {
        a = Tensor.uniform(1, -1, 1, size, size);
        b = Tensor.uniform(2, -1, 1, size, size);
        left = new DMatrixRMaj(size, size, true, a.toDoubleArray());
        right = new DMatrixRMaj(size, size, true, b.toDoubleArray());
    }

    @Benchmark
    public Tensor tensors() {
        return a.matmul(b);
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        return CommonOps_DDRM.mult(left, right, null);
    }
}
