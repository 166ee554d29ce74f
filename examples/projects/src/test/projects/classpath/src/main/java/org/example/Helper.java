package org.example;

/** Not annotated: its source is seen. */
final class Helper {

    private Helper() {}

    static double twice(double x) {
        return 2 * x;
    }
}
