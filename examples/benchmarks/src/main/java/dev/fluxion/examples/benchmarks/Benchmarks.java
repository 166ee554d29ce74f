package dev.fluxion.examples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
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
            BlackScholesBenchmark.class, RootBenchmark.class, RecurrentBenchmark.class, IntegralBenchmark.class);

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
        System.out.printf("%-24s %12s %24s %24s%n", "", "primal, ns", "by hand / primal", "generated / primal");
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
        for (int i = 0; i < rounds; i++) {
            double unit = measure(benchmark, "primal");
            primal.add(unit);
            byHand.add(measure(benchmark, "byHand") / unit);
            generated.add(measure(benchmark, "generated") / unit);
        }
        String name = benchmark.getSimpleName().replace("Benchmark", "");
        System.out.printf("%-24s %12.1f %24s %24s%n", name, median(primal), spread(byHand), spread(generated));
    }

    private static double measure(Class<?> benchmark, String variant) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("\\." + benchmark.getSimpleName() + "\\." + variant + "$")
                        .forks(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(250))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(250))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
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
