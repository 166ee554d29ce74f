package dev.fluxion.processor.corpus;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a function, and what is counted on the way. */
final class Findings {

    private static final int SHOWN = 6;

    private final CorpusFunction function;
    private final Statistics statistics;
    private boolean isSingle;
    private final List<String> wrong = new ArrayList<>();

    Findings(CorpusFunction function, Statistics statistics) {
        this.function = function;
        this.statistics = statistics;
        this.isSingle = function.isFloat();
    }

    Statistics statistics() {
        return statistics;
    }

    boolean isSingle() {
        return isSingle;
    }

    /** Says that numbers of type {@code float} take part, which the signature need not tell. */
    void single() {
        isSingle = true;
    }

    void same(String actual, String expected, String what, Point at) {
        if (!actual.equals(expected)) {
            wrong.add(what + " at " + at.values() + ": " + actual + " instead of " + expected);
        }
    }

    void close(Tolerance row, double actual, double expected, double condition, String what, Point at) {
        double excess = row.excess(actual, expected, condition, isSingle);
        statistics.excess(row, excess, function.name() + " " + at.values());
        if (!(excess <= 1)) {
            wrong.add(what + " at " + at.values() + ": " + actual + " instead of " + expected + ", condition "
                    + condition + ", " + excess + " times the tolerance " + row);
        }
    }

    void wrong(String message) {
        wrong.add(message);
    }

    void verify() {
        if (!wrong.isEmpty()) {
            List<String> shown = wrong.subList(0, Math.min(SHOWN, wrong.size()));
            throw new AssertionError(function.name() + ": " + wrong.size() + " wrong\n" + String.join("\n", shown));
        }
    }
}
