package dev.fluxion.examples.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds methods in the sources, which the build puts beside the class files. */
public final class Sources {

    private static final String END = "    }";

    private Sources() {}

    /** The lines of a method with its annotations, without its Javadoc and without the indentation of a member. */
    public static List<String> method(Class<?> type, String name) {
        List<String> lines = lines(type);
        Pattern header = Pattern.compile(" {4}\\w.*\\b" + Pattern.quote(name) + "\\(.*");
        int first = 0;
        while (!header.matcher(lines.get(first)).matches()) {
            first++;
        }
        int last = first;
        while (!lines.get(last).equals(END)) {
            last++;
        }
        while (lines.get(first - 1).startsWith("    @")) {
            first--;
        }
        List<String> found = new ArrayList<>();
        lines.subList(first, last + 1).forEach(l -> found.add(l.isEmpty() ? l : l.substring(4)));
        return found;
    }

    private static List<String> lines(Class<?> type) {
        String file = type.getSimpleName() + ".java";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
