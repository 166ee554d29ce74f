package dev.fluxion.examples.benchmarks.tensors;

import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of tensors, each in fresh virtual machines, and prints one line for each. */
public final class TensorBenchmarks {

    private TensorBenchmarks() {}

    /**
     * Measures.
     *
     * @param args what the names of benchmarks must contain (nothing), then the number of virtual machines for each (3)
     */
    public static void main(String[] args) throws RunnerException {
        String wanted = args.length > 0 ? args[0] : "";
        int forks = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.tensors\\..*" + wanted)
                        .forks(forks)
                        .jvmArgs("-Xms1g", "-Xmx1g")
                        .warmupIterations(5)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.milliseconds(300))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        System.out.println(System.getProperty("java.vm.version"));
        results.forEach(TensorBenchmarks::print);
    }

    private static void print(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark().replaceAll(".*\\.tensors\\.", "");
        String size = params.getParam("size") == null ? "" : params.getParam("size");
        System.out.printf(
                "%-32s %6s %14.2f %s  (%.2f to %.2f)%n",
                name,
                size,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreUnit(),
                result.getPrimaryResult().getStatistics().getMin(),
                result.getPrimaryResult().getStatistics().getMax());
    }
}
