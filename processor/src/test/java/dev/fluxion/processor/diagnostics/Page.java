package dev.fluxion.processor.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reference page, taken apart: a section for each code, with its blocks of source and output. */
final class Page {

    private static final String HEADING = "### ";
    private static final String FENCE = "```";

    private Page() {}

    /**
     * A block between fences.
     *
     * @param first the index of its first line in the page
     * @param words what stands behind the opening fence
     */
    record Block(int first, List<String> words, String text) {

        boolean is(String word) {
            return words.contains(word);
        }
    }

    /** A section: the tag, the quoted message, and the blocks. */
    record Section(String tag, String message, List<Block> blocks) {

        List<Block> blocks(String kind, boolean instead) {
            return blocks.stream()
                    .filter(b -> b.is(kind) && b.is("instead") == instead)
                    .toList();
        }
    }

    static List<Section> sections(List<String> lines) {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(HEADING)) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("#")) {
                    end++;
                }
                sections.add(section(lines, i, end));
            }
        }
        return sections;
    }

    private static Section section(List<String> lines, int from, int end) {
        String message = lines.subList(from, end).stream()
                .filter(l -> l.startsWith("> "))
                .map(l -> l.substring(2))
                .collect(Collectors.joining(" "));
        List<Block> blocks = new ArrayList<>();
        for (int i = from; i < end; i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int close = i + 1;
                while (!lines.get(close).equals(FENCE)) {
                    close++;
                }
                String text =
                        lines.subList(i + 1, close).stream().map(l -> l + "\n").collect(Collectors.joining());
                List<String> words =
                        List.of(lines.get(i).substring(FENCE.length()).split(" "));
                blocks.add(new Block(i + 1, words, text));
                i = close;
            }
        }
        return new Section(lines.get(from).substring(HEADING.length()), message, blocks);
    }
}
