package dev.fluxion.processor.fuzz.grammar;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A program: one class with an entry method {@code f} and more, perhaps a second class that helps it.
 *
 * @param tree the texts of the two classes, each a {@link Sort#FIXED} node
 */
public record Program(long seed, Node tree) {

    private static final String NAME = "$CLASS";

    public Program with(Node other) {
        return new Program(seed, other);
    }

    /** The sources, the main class first, where that is to have a name. */
    public List<Source> sources(String name) {
        List<Source> found = new java.util.ArrayList<>();
        found.add(new Source("fuzz." + name, text(tree.parts().get(0), name)));
        if (!tree.parts().get(1).parts().get(0).parts().isEmpty()) {
            found.add(new Source("fuzz." + name + "Other", text(tree.parts().get(1), name)));
        }
        return found;
    }

    /** A source file by the name of its class. */
    public record Source(String name, String text) {}

    private static String text(Node node, String name) {
        return Layout.indent(node.toString().replace(NAME, name));
    }

    @Override
    public String toString() {
        return sources("P" + seed).stream().map(Source::text).collect(Collectors.joining("\n"));
    }
}
