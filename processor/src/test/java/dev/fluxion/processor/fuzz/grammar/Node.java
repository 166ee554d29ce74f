package dev.fluxion.processor.fuzz.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a program: text with parts in between.
 *
 * @param text one fragment more than there are parts
 */
public record Node(Sort sort, List<String> text, List<Node> parts) {

    public Node {
        text = List.copyOf(text);
        parts = List.copyOf(parts);
        if (text.size() != parts.size() + 1) {
            throw new IllegalArgumentException(text + " does not fit " + parts.size() + " parts");
        }
    }

    /** A node from a template in which each {@code #} stands for the next part. */
    public static Node of(Sort sort, String template, Node... parts) {
        return new Node(sort, List.of(template.split("#", -1)), List.of(parts));
    }

    /** Statements or members in a row. */
    public static Node row(Sort sort, List<Node> nodes) {
        List<String> text = new ArrayList<>();
        text.add("");
        nodes.forEach(n -> text.add("\n"));
        return new Node(sort, text, nodes);
    }

    /** The same with other parts. */
    public Node with(List<Node> others) {
        return sort == Sort.BLOCK ? row(sort, others) : new Node(sort, text, others);
    }

    /** The same with one part replaced. */
    public Node with(int index, Node other) {
        List<Node> changed = new ArrayList<>(parts);
        changed.set(index, other);
        return new Node(sort, text, changed);
    }

    /** How many nodes there are in it. */
    public int size() {
        return 1 + parts.stream().mapToInt(Node::size).sum();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text.get(0));
        for (int i = 0; i < parts.size(); i++) {
            out.append(parts.get(i)).append(text.get(i + 1));
        }
        return out.toString();
    }
}
