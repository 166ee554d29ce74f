package dev.fluxion.examples.tour.sections;

/** Takes what a section has to show. */
public interface Page {

    /** Shows text. */
    void say(String text);

    /** Shows a method as the user wrote it. */
    void written(Class<?> type, String method);

    /** Shows a method as the compiler generated it. */
    void generated(Class<?> companion, String method);

    /** Shows a number that must be what is expected, within a tolerance relative to the larger of it and 1. */
    void check(Check check);

    /** Shows a number that must be what is expected, to the last digits. */
    default void check(String what, double actual, double expected) {
        check(new Check(what, actual, expected, 1e-12));
    }
}
