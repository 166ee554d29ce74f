package dev.fluxion.processor.corpus;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a run of the corpus has counted. */
final class Statistics {

    private final Map<Tolerance, Double> worst = new EnumMap<>(Tolerance.class);
    private final Map<Tolerance, String> where = new EnumMap<>(Tolerance.class);
    private final Map<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    int count(Object what) {
        return counts.getOrDefault(what.toString(), 0);
    }

    void excess(Tolerance row, double excess, String at) {
        if (Double.isFinite(excess) && excess > worst.getOrDefault(row, -1.0)) {
            worst.put(row, excess);
            where.put(row, at);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((what, n) -> text.append(String.format("%-60s %8d%n", what, n)));
        worst.forEach((row, excess) -> text.append(
                String.format("%-18s at most %.3f of the tolerance, at %s%n", row, excess, where.get(row))));
        return text.toString();
    }
}
