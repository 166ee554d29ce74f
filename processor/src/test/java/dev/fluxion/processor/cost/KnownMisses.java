package dev.fluxion.processor.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The generated gradients that cost more than the bound, with their ratios: one table, which the test keeps true. Run with {@code
 * -Dfluxion.goldens=write} to have it written anew.
 */
final class KnownMisses {

    private static final Path TABLE = Path.of("src", "test", "resources", "cost", "known-misses.txt");

    private KnownMisses() {}

    /** The ratios by {@link Comparison#name()}. */
    static Map<String, Double> read() throws IOException {
        Map<String, Double> ratios = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            int space = line.lastIndexOf(' ');
            ratios.put(line.substring(0, space).strip(), Double.valueOf(line.substring(space + 1)));
        }
        return ratios;
    }

    /** Writes the table, the worst first. */
    static void write(List<Comparison> misses) throws IOException {
        Files.write(
                TABLE,
                misses.stream()
                        .sorted(Comparator.comparingDouble(Comparison::ratio)
                                .reversed()
                                .thenComparing(Comparison::name))
                        .map(c -> String.format(Locale.ROOT, "%-40s %.3f", c.name(), c.ratio()))
                        .toList());
    }
}
