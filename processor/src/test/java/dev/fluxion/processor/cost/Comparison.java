package dev.fluxion.processor.cost;

import dev.fluxion.processor.cost.Meter.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The gradient that was generated for a function, beside the one written by hand. */
record Comparison(Sample sample, Variation variation, Cost generated, Cost byHand) {

    /** Compares all functions in one variation, compiled with options of the processor. */
    static List<Comparison> all(Variation variation, String... options) {
        Metered classes = Metered.compile(sources(variation), options);
        List<Comparison> comparisons = new ArrayList<>();
        for (Sample sample : Sample.all()) {
            if (sample.has(variation)) {
                comparisons.add(of(classes, sample, variation));
            }
        }
        return comparisons;
    }

    private static Comparison of(Metered classes, Sample sample, Variation variation) {
        try {
            Object[] arguments = sample.arguments().toArray();
            Class<?> companion = classes.loadClass("cost." + sample.owner() + "Grad");
            Class<?> hand = classes.loadClass("cost." + sample.owner() + "ByHand");
            Cost generated = Cost.of(companion, sample.name() + sample.suffix(), arguments);
            return new Comparison(sample, variation, generated, Cost.of(hand, sample.name(), arguments));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The functions, varied, and the hand-written gradients, as they are. */
    static Map<String, String> sources(Variation variation) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("Gradients", text("Gradients"));
        for (String owner : Sample.OWNERS) {
            texts.put(owner, Varied.of(text(owner), variation));
            texts.put(owner + "ByHand", text(owner + "ByHand"));
        }
        return texts;
    }

    static String text(String name) {
        try (InputStream in = Comparison.class.getResourceAsStream("/cost/" + name + ".java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was generated costs so many times what was written by hand. */
    double ratio() {
        return (double) generated.total() / (byHand.total() + sample.byHand(variation));
    }

    /** What was computed by hand, with what the variation adds. */
    double[] expected() {
        double[] expected = byHand.results().clone();
        if (variation == Variation.EXTENDED) {
            double first = Cost.elements(sample.first()).get(0);
            expected[0] += first * first;
            expected[sample.startsWithArray() ? byHand.returned() + primals() : 1] += 2 * first;
        }
        return expected;
    }

    /** How many elements of arrays come before the adjoints. */
    private int primals() {
        return sample.arguments().subList(0, sample.arguments().size() - sample.bars()).stream()
                .filter(a -> !(a instanceof Double))
                .mapToInt(a -> Cost.elements(a).size())
                .sum();
    }

    /** The components of the result that are not what was computed by hand up to rounding. */
    List<String> differences() {
        double[] expected = expected();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            double actual = generated.results()[i];
            if (!(Math.abs(actual - expected[i]) <= 1e-12 * Math.max(1, Math.abs(expected[i])))) {
                found.add(name() + ", component " + i + ": " + actual + " instead of " + expected[i]);
            }
        }
        return found;
    }

    /** What the function and its variation are called in tables. */
    String name() {
        return sample.name() + " " + variation.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-36s %6d %6d %6.3f   %s   %s   %s   guards %d/%d   checks %d",
                name(),
                generated.total(),
                byHand.total() + sample.byHand(variation),
                ratio(),
                pair("arithmetic", Kind.ARITHMETIC),
                pair("calls", Kind.CALL),
                pair("stores", Kind.STORE),
                generated.count(Kind.GUARD),
                byHand.count(Kind.GUARD),
                generated.count(Kind.CHECK));
    }

    private String pair(String label, Kind kind) {
        return label + " " + generated.count(kind) + "/" + byHand.count(kind);
    }

    /** Prints the table, the worst first. */
    public static void main(String[] arguments) {
        for (Variation variation : Variation.values()) {
            all(variation).stream()
                    .sorted(Comparator.comparingDouble(Comparison::ratio).reversed())
                    .forEach(c -> System.out.println(c.row()));
        }
    }
}
