package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.fuzz.grammar.Node;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.fuzz.grammar.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/**
 * Makes a program smaller while the same kind of thing is wrong with it: leaves statements out, puts the statements of a compound one in its place, and a
 * part of an expression, or a literal, in the place of the whole. What is no longer Java is sorted out by javac.
 */
public final class Shrinker {

    private static final int TOGETHER = 30;

    private final Supplier<Processor> processor;

    public Shrinker(Supplier<Processor> processor) {
        this.processor = processor;
    }

    /** A smallest program, with what is wrong with it, as text. */
    public String shrink(Program program) {
        List<Mismatch> wrong = check(List.of(program)).get(0);
        if (wrong.isEmpty()) {
            return "nothing is wrong with seed " + program.seed();
        }
        Program smallest = program;
        Program smaller = program;
        while (smaller != null) {
            smallest = smaller;
            smaller = smaller(smallest, wrong.get(0).kind());
        }
        return smallest + "\n// seed " + program.seed() + ": "
                + check(List.of(smallest)).get(0);
    }

    private List<List<Mismatch>> check(List<Program> programs) {
        return Batch.check(programs, processor, new Tally());
    }

    /** The smallest of the first candidates among which one will do, or null. */
    private Program smaller(Program program, Kind kind) {
        List<Program> candidates = variants(program.tree())
                .filter(n -> n.size() < program.tree().size()
                        || n.toString().length() < program.tree().toString().length())
                .sorted(Comparator.comparingInt(Node::size))
                .map(program::with)
                .toList();
        for (int from = 0; from < candidates.size(); from += TOGETHER) {
            List<Program> some = candidates.subList(from, Math.min(from + TOGETHER, candidates.size()));
            List<List<Mismatch>> found = check(some);
            for (int i = 0; i < some.size(); i++) {
                if (found.get(i).stream().anyMatch(m -> m.kind() == kind)) {
                    return some.get(i);
                }
            }
        }
        return null;
    }

    private static Stream<Node> variants(Node node) {
        List<Node> found = new ArrayList<>(here(node));
        for (int i = 0; i < node.parts().size(); i++) {
            int index = i;
            variants(node.parts().get(i)).forEach(v -> found.add(node.with(index, v)));
        }
        return found.stream();
    }

    private static List<Node> here(Node node) {
        if (node.sort() == Sort.BLOCK) {
            return fewer(node);
        } else if (node.sort().isExpression()) {
            List<Node> simpler = new ArrayList<>();
            if (node.size() > 1 || !node.sort().simplest().contains(node.toString())) {
                node.sort().simplest().forEach(text -> simpler.add(Node.of(node.sort(), text)));
            }
            parts(node).filter(p -> p.sort() == node.sort()).forEach(simpler::add);
            return simpler;
        } else if (node.sort() == Sort.STATEMENT) {
            return parts(node).filter(p -> p.sort() == Sort.STATEMENT).toList();
        }
        return List.of();
    }

    private static Stream<Node> parts(Node node) {
        return node.parts().stream().flatMap(p -> Stream.concat(Stream.of(p), parts(p)));
    }

    /** Without a half, a quarter, ... of the statements, and with a compound one opened. */
    private static List<Node> fewer(Node block) {
        List<Node> all = block.parts();
        List<Node> found = new ArrayList<>();
        for (int length = all.size(); length > 0; length /= 2) {
            for (int from = 0; from + length <= all.size(); from += length) {
                List<Node> kept = new ArrayList<>(all.subList(0, from));
                kept.addAll(all.subList(from + length, all.size()));
                found.add(block.with(kept));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (Node inner : all.get(i).parts()) {
                if (inner.sort() == Sort.BLOCK && all.get(i).sort() == Sort.STATEMENT) {
                    List<Node> opened = new ArrayList<>(all);
                    opened.remove(i);
                    opened.addAll(i, inner.parts());
                    found.add(block.with(opened));
                }
            }
        }
        return found;
    }
}
