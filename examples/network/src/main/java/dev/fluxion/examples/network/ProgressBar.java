package dev.fluxion.examples.network;

import java.io.PrintStream;
import java.util.Locale;

/** A bar on one line of a terminal, drawn anew when it has grown. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final int total;
    private int drawn = -1;

    ProgressBar(PrintStream out, int total) {
        this.out = out;
        this.total = total;
    }

    /** Shows how many of all are done, and a number. */
    void show(int done, String what, double number) {
        int filled = WIDTH * done / total;
        if (filled != drawn) {
            drawn = filled;
            String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
            out.printf(Locale.ROOT, "\r  [%s] %3d%%  %s %.4f", bar, 100 * done / total, what, number);
            out.print(done == total ? System.lineSeparator() : "");
            out.flush();
        }
    }
}
