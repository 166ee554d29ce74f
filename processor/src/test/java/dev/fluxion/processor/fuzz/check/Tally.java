package dev.fluxion.processor.fuzz.check;

import java.util.Map;
import java.util.TreeMap;

/** What a run has counted. */
public final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();

    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** How often something was counted. */
    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, n) -> text.append(String.format("%-60s %9d%n", what, n)));
        return text.toString();
    }
}
