package dev.fluxion.examples.djl;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks, each in fresh virtual machines, and prints one line for each. */
public final class DjlBenchmarks {

    private DjlBenchmarks() {}

    /**
     * Measures.
     *
     * @param args what the names of benchmarks must contain (nothing), then the number of virtual machines for each (2)
     */
    public static void main(String[] args) throws RunnerException {
        String wanted = args.length > 0 ? args[0] : "";
        int forks = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\.djl\\..*" + wanted)
                        .forks(forks)
                        // Whatever PyTorch needs is among the dependencies; nothing is fetched, and one thread is
                        // enough.
                        .jvmArgs("-Xmx1g", "-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=1")
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(500))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        results.forEach(r -> System.out.printf(
                "%-28s %6s %10.2f %s%n",
                r.getParams().getBenchmark().replaceAll(".*\\.djl\\.", ""),
                r.getParams().getParam("size") == null ? "" : r.getParams().getParam("size"),
                r.getPrimaryResult().getScore(),
                r.getPrimaryResult().getScoreUnit()));
    }
}
