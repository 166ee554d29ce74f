package dev.fluxion.processor.fuzz.grammar;

/** Indents what was put together without a thought to it. */
final class Layout {

    private Layout() {}

    static String indent(String text) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (String line : text.split("\n")) {
            String trimmed = line.trim();
            if (trimmed.isEmpty()) {
                continue;
            }
            int before = leadingClosers(trimmed);
            out.append("    ".repeat(Math.max(0, depth - before)))
                    .append(trimmed)
                    .append('\n');
            depth += balance(trimmed);
        }
        return out.toString();
    }

    private static int leadingClosers(String line) {
        int closers = 0;
        while (closers < line.length() && line.charAt(closers) == '}') {
            closers++;
        }
        return closers;
    }

    private static int balance(String line) {
        return (int) (line.chars().filter(c -> c == '{').count()
                - line.chars().filter(c -> c == '}').count());
    }
}
