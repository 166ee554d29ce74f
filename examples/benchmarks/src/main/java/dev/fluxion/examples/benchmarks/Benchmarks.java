package dev.fluxion.examples.benchmarks;

import dev.fluxion.examples.benchmarks.arrays.DeterminantBenchmark;
import dev.fluxion.examples.benchmarks.arrays.LogisticBenchmark;
import dev.fluxion.examples.benchmarks.arrays.MixtureBenchmark;
import dev.fluxion.examples.benchmarks.arrays.MonteCarloBenchmark;
import dev.fluxion.examples.benchmarks.arrays.NetworkBenchmark;
import dev.fluxion.examples.benchmarks.arrays.RosenbrockBenchmark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints what gradients cost in units of their primal. The three variants of a function are
 * measured in turn, round after round, each in a fresh virtual machine, and ratios are formed within a round: so a
 * machine that is slower for a while hardly disturbs them.
 */
public final class Benchmarks {

    private static final List<Class<?>> ALL = List.of(
            BlackScholesBenchmark.class,
            RootBenchmark.class,
            RecurrentBenchmark.class,
            IntegralBenchmark.class,
            RosenbrockBenchmark.class,
            LogisticBenchmark.class,
            MixtureBenchmark.class,
            NetworkBenchmark.class,
            MonteCarloBenchmark.class,
            DeterminantBenchmark.class);

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param args the number of rounds (5), then what the names of benchmarks must contain (nothing)
     */
    public static void main(String[] args) throws RunnerException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        String wanted = args.length > 1 ? args[1] : "";
        System.out.printf("%s, %d rounds%n", System.getProperty("java.vm.version"), rounds);
        System.out.printf(
                "%-14s %14s %24s %24s %26s%n",
                "", "primal, ns", "by hand / primal", "generated / primal", "bytes: by hand, generated");
        for (Class<?> benchmark : ALL) {
            if (benchmark.getSimpleName().contains(wanted)) {
                compare(benchmark, rounds);
            }
        }
    }

    private static void compare(Class<?> benchmark, int rounds) throws RunnerException {
        List<Double> primal = new ArrayList<>();
        List<Double> byHand = new ArrayList<>();
        List<Double> generated = new ArrayList<>();
        String bytes = "";
        for (int i = 0; i < rounds; i++) {
            double unit = measure(benchmark, "primal").time();
            Cost hand = measure(benchmark, "byHand");
            Cost made = measure(benchmark, "generated");
            primal.add(unit);
            byHand.add(hand.time() / unit);
            generated.add(made.time() / unit);
            bytes = "%,.0f, %,.0f".formatted(hand.bytes(), made.bytes());
        }
        String name = benchmark.getSimpleName().replace("Benchmark", "");
        System.out.printf(
                "%-14s %,14.1f %24s %24s %26s%n", name, median(primal), spread(byHand), spread(generated), bytes);
    }

    /** Nanoseconds and bytes allocated, both for a call. */
    private record Cost(double time, double bytes) {}

    private static Cost measure(Class<?> benchmark, String variant) throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include("\\." + benchmark.getSimpleName() + "\\." + variant + "$")
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(250))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(250))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
        double bytes = 0;
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith("gc.alloc.rate.norm")) {
                bytes = result.getSecondaryResults().get(name).getScore();
            }
        }
        return new Cost(result.getPrimaryResult().getScore(), bytes);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().collect(Collectors.toList());
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static String spread(List<Double> ratios) {
        return "%.2f (%.2f to %.2f)".formatted(median(ratios), Collections.min(ratios), Collections.max(ratios));
    }
}
