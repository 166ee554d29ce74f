package dev.fluxion.processor.fuzz.check;

/** Something that is wrong with a program. */
public record Mismatch(Kind kind, String message) {

    private static final int SHOWN = 400;

    @Override
    public String toString() {
        return kind + ": " + message.substring(0, Math.min(SHOWN, message.length()));
    }
}
