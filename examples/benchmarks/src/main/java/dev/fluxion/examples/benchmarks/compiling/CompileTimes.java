package dev.fluxion.examples.benchmarks.compiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what {@code javac} takes over the tour and over one generated file of many annotated methods: with the processor, and
 * without it over the same classes, the companions being ordinary sources then. Both are measured in turn.
 */
public final class CompileTimes {

    private final int rounds;
    private final Path scratch;

    private CompileTimes(int rounds, Path scratch) {
        this.rounds = rounds;
        this.scratch = scratch;
    }

    /**
     * Measures.
     *
     * @param args the number of rounds (5), the number of methods in the generated file (1000), the tour's sources
     *     ({@code ../tour/src/main/java})
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int methods = args.length > 1 ? Integer.parseInt(args[1]) : 1000;
        Path tour = Path.of(args.length > 2 ? args[2] : "../tour/src/main/java");
        Path scratch = Files.createTempDirectory("fluxion-compile-times");
        System.out.printf("%s, %d rounds, medians in seconds%n", System.getProperty("java.vm.version"), rounds);
        System.out.printf("%-32s %12s %12s%n", "", "without", "with");
        CompileTimes times = new CompileTimes(rounds, scratch);
        times.compare("tour", Compilation.javaFiles(tour));
        Path many = Files.writeString(scratch.resolve("Many.java"), ManyMethods.source(methods));
        times.compare(methods + " methods", List.of(many));
    }

    private void compare(String name, List<Path> sources) throws IOException, InterruptedException {
        Compilation with = new Compilation(sources, true, directory(name + " with"));
        with.warm();
        Compilation without = with.ofTheSameClasses(directory(name + " without"));
        double[][] fresh = new double[2][rounds];
        double[][] warm = new double[2][rounds];
        for (int i = 0; i < rounds; i++) {
            fresh[0][i] = without.fresh();
            fresh[1][i] = with.fresh();
            warm[0][i] = without.warm();
            warm[1][i] = with.warm();
        }
        print(name + ", javac alone", fresh);
        print(name + ", warm compiler", warm);
    }

    private static void print(String what, double[][] times) {
        System.out.printf("%-32s %12.2f %12.2f%n", what, median(times[0]), median(times[1]));
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectory(scratch.resolve(name.replace(' ', '-')));
    }
}
