package dev.fluxion.processor.foreign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sources of a family in which some methods are annotated, each with a name of its own, and nothing else is changed. */
final class Annotated {

    private Annotated() {}

    /** The stem of what is generated for a method of a sample. */
    static String stem(int number) {
        return "trial" + number;
    }

    /**
     * Puts the annotations in, on the line where the method begins, so that no line moves.
     *
     * @param sample the methods with their numbers
     */
    static Map<String, String> texts(Map<String, String> texts, Map<Integer, Candidate> sample) {
        Map<String, String> annotated = new HashMap<>(texts);
        Map<String, List<Integer>> byFile = new HashMap<>();
        sample.forEach((number, c) ->
                byFile.computeIfAbsent(c.file(), f -> new ArrayList<>()).add(number));
        byFile.forEach((file, numbers) -> annotated.put(file, text(texts.get(file), numbers, sample)));
        return annotated;
    }

    private static String text(String plain, Collection<Integer> numbers, Map<Integer, Candidate> sample) {
        List<Integer> fromTheEnd = new ArrayList<>(numbers);
        fromTheEnd.sort(
                Comparator.comparing((Integer n) -> sample.get(n).start()).reversed());
        StringBuilder text = new StringBuilder(plain);
        for (int n : fromTheEnd) {
            text.insert(sample.get(n).start(), "@dev.fluxion.Differentiable(name = \"" + stem(n) + "\") ");
        }
        return text.toString();
    }
}
