package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Span;

/** The user's source, for the comments in generated code. */
@FunctionalInterface
public interface SourceText {

    /** A line of a file by the span's key, counted from one; null if it is not known. */
    String line(String file, int line);

    /** Knows no source: generated code has no comments. */
    static SourceText none() {
        return (file, line) -> null;
    }

    /** The line that a span begins on, as it may stand in a comment; null if there is none. */
    default String comment(Span span) {
        String text = span.isKnown() ? line(span.file(), span.line()) : null;
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip().replaceAll("\\s+", " ").replace("\\u", "\\ u");
        return plain.length() > 100 ? plain.substring(0, 97).stripTrailing() + "..." : plain;
    }
}
