package dev.fluxion.processor.ir;

/**
 * Where in a source file something came from: the file's key, character offsets and the one-based line.
 *
 * <p>Provenance is deliberately not part of equality: two expressions that compute the same are equal wherever they were
 * written, which is what the passes ask.
 */
public record Span(String file, int start, int end, int line) {

    /** Of what no source line wrote. */
    public static final Span NONE = new Span("", -1, -1, 0);

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return isKnown() ? "@" + line : "";
    }
}
