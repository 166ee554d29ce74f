package dev.fluxion.processor.foreign;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The verdicts on a sample, counted. */
final class Report {

    private static final Set<Verdict.Kind> NOT_COUNTED =
            EnumSet.of(Verdict.Kind.ZERO, Verdict.Kind.NEVER_FINITE, Verdict.Kind.NO_SOURCE);

    private final Map<Integer, Candidate> sample;
    private final Map<Integer, Verdict> verdicts = new TreeMap<>();

    Report(Map<Integer, Candidate> sample) {
        this.sample = sample;
    }

    void add(Map<Integer, Verdict> more) {
        verdicts.putAll(more);
    }

    /** Whether nothing is wrong and nothing broken. */
    boolean isClean() {
        return verdicts.values().stream()
                .noneMatch(v -> v.kind() == Verdict.Kind.WRONG || v.kind() == Verdict.Kind.BROKEN);
    }

    /** One paragraph for each method, what is worst last. */
    String list() {
        StringBuilder text = new StringBuilder();
        verdicts.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getValue().kind()))
                .forEach(e -> text.append(e.getValue().kind())
                        .append(' ')
                        .append(e.getKey())
                        .append(' ')
                        .append(e.getValue().codes())
                        .append(' ')
                        .append(sample.get(e.getKey()).family())
                        .append(": ")
                        .append(sample.get(e.getKey()).place())
                        .append("\n    ")
                        .append(e.getValue().detail())
                        .append('\n'));
        return text.toString();
    }

    private String share(boolean ofThoseThatHandOut) {
        int accepted = 0;
        int counted = 0;
        for (Map.Entry<Integer, Verdict> e : verdicts.entrySet()) {
            Verdict.Kind kind = e.getValue().kind();
            if (!NOT_COUNTED.contains(kind)
                    && (!ofThoseThatHandOut || sample.get(e.getKey()).handsOut())) {
                counted++;
                accepted += kind == Verdict.Kind.ACCEPTED ? 1 : 0;
            }
        }
        return String.format("%d of %d, %.1f %%", accepted, counted, 100.0 * accepted / counted);
    }

    String table() {
        Map<Verdict.Kind, Integer> kinds = new EnumMap<>(Verdict.Kind.class);
        Map<String, int[]> codes = new TreeMap<>();
        for (Verdict v : verdicts.values()) {
            kinds.merge(v.kind(), 1, Integer::sum);
            List<String> told = v.kind() == Verdict.Kind.NO_SOURCE ? List.of() : v.codes();
            for (String code : told) {
                int[] counts = codes.computeIfAbsent(code, c -> new int[2]);
                counts[0]++;
                counts[1] += v.codes().size() == 1 ? 1 : 0;
            }
        }
        StringBuilder text = new StringBuilder();
        kinds.forEach((k, n) -> text.append(String.format("%5d  %s%n", n, k.meaning)));
        text.append("accepted: ").append(share(false)).append('\n');
        text.append("of those that return something or have an array to write to: ")
                .append(share(true))
                .append('\n');
        text.append("code, methods with it, methods with nothing else\n");
        codes.entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getValue()[0]))
                .forEach(e -> text.append(String.format("%s %4d %4d%n", e.getKey(), e.getValue()[0], e.getValue()[1])));
        return text.toString();
    }
}
