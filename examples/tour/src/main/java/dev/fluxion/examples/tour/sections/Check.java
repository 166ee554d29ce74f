package dev.fluxion.examples.tour.sections;

/**
 * A number with what it must be.
 *
 * @param tolerance of the difference, relative to the larger of the expected number and 1
 */
public record Check(String what, double actual, double expected, double tolerance) {

    public boolean holds() {
        return Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    }

    /** Fails when the number is wrong. */
    public void verify() {
        if (!holds()) {
            throw new AssertionError(what + " is " + actual + ", not " + expected);
        }
    }
}
