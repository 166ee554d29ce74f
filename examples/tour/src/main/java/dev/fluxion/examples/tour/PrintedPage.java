package dev.fluxion.examples.tour;

import dev.fluxion.examples.tour.sections.Check;
import dev.fluxion.examples.tour.sections.Page;
import java.io.PrintStream;

/** A page on a terminal. The first number that is wrong ends it. */
final class PrintedPage implements Page {

    private final PrintStream out;
    private int checks;
    private boolean inNumbers;

    PrintedPage(PrintStream out) {
        this.out = out;
    }

    void title(String title) {
        inNumbers = false;
        out.printf("%n== %s%n", title);
    }

    /** How many numbers were printed. */
    int checks() {
        return checks;
    }

    @Override
    public void say(String text) {
        inNumbers = false;
        out.printf("%n%s%n", text);
    }

    @Override
    public void written(Class<?> type, String method) {
        source("written in " + type.getSimpleName(), type, method);
    }

    @Override
    public void generated(Class<?> companion, String method) {
        source("generated in " + companion.getSimpleName(), companion, method);
    }

    private void source(String caption, Class<?> type, String method) {
        inNumbers = false;
        out.printf("%n  -- %s%n", caption);
        Sources.method(type, method).forEach(line -> out.println(line.isEmpty() ? "  |" : "  | " + line));
    }

    @Override
    public void check(Check check) {
        if (!inNumbers) {
            out.println();
        }
        inNumbers = true;
        out.printf("  %-55s %s%n", check.what(), check.actual());
        check.verify();
        checks++;
    }
}
