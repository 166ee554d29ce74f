package dev.fluxion.processor.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The list of special points at which forward and reverse mode differ, and of what met there lets them: a line for each function and cause. With {@code
 * -Dfluxion.goldens=write} it is written anew.
 */
final class ModeDifferences {

    private static final Path FILE = Path.of("src", "test", "resources", "corpus", "mode-differences.txt");
    private static final String COMMENT = "#";

    private final List<String> comments = new ArrayList<>();
    private final Map<String, List<String>> listed = new TreeMap<>();

    private ModeDifferences(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(COMMENT)) {
                comments.add(line);
            } else {
                listed.computeIfAbsent(functionOf(line), f -> new ArrayList<>()).add(line);
            }
        }
    }

    static ModeDifferences read() {
        try {
            return new ModeDifferences(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String functionOf(String line) {
        return line.substring(0, line.indexOf(" | "));
    }

    static boolean isWritten() {
        return "write".equals(System.getProperty("fluxion.goldens"));
    }

    /** The functions that have lines. */
    List<String> functions() {
        return List.copyOf(listed.keySet());
    }

    /** Compares what was found of a function with what is listed, or lists it. */
    void check(String function, Found found, Findings findings) {
        List<String> lines = found.lines(function);
        if (isWritten()) {
            listed.remove(function);
            if (!lines.isEmpty()) {
                listed.put(function, lines);
            }
        } else if (!lines.equals(listed.getOrDefault(function, List.of()))) {
            findings.wrong("differences of the modes are\n" + String.join("\n", lines) + "\ninstead of\n"
                    + String.join("\n", listed.getOrDefault(function, List.of())));
        }
    }

    void write() {
        List<String> lines = new ArrayList<>(comments);
        listed.values().forEach(lines::addAll);
        try {
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is found of one function: by cause and pattern of the point the partials that differ. */
    static final class Found {

        private final Map<String, Map<String, List<String>>> patterns = new TreeMap<>();

        /** Notes that a partial differs, with all passes or none. */
        void add(String cause, String pattern, String partial) {
            List<String> partials = patterns.computeIfAbsent(cause, c -> new java.util.LinkedHashMap<>())
                    .computeIfAbsent(pattern, x -> new ArrayList<>());
            if (!partials.contains(partial)) {
                partials.add(partial);
            }
        }

        private List<String> lines(String function) {
            return patterns.entrySet().stream()
                    .map(e -> function + " | " + e.getKey() + " | " + text(e.getValue()))
                    .toList();
        }

        private static String text(Map<String, List<String>> points) {
            return points.entrySet().stream()
                    .map(e -> e.getKey() + ": " + String.join(" ", e.getValue()))
                    .collect(Collectors.joining("; "));
        }
    }
}
