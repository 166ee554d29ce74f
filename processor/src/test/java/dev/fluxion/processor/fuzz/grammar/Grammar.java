package dev.fluxion.processor.fuzz.grammar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All productions, by the sort of what they make, each with a weight. */
final class Grammar {

    private static final int TRIES = 20;

    private record Weighted(double weight, boolean isLeaf, Production production) {}

    private final Map<Sort, List<Weighted>> productions = new EnumMap<>(Sort.class);
    private final Draw draw;
    private final boolean arrays;

    /**
     * @param arrays whether programs have arrays
     */
    Grammar(Draw draw, boolean arrays) {
        this.draw = draw;
        this.arrays = arrays;
    }

    boolean hasArrays() {
        return arrays;
    }

    Draw draw() {
        return draw;
    }

    /** Adds a production that has expressions in it. */
    void add(Sort sort, double weight, Production production) {
        productions.computeIfAbsent(sort, s -> new ArrayList<>()).add(new Weighted(weight, false, production));
    }

    /** Adds a production that ends an expression. */
    void leaf(Sort sort, double weight, Production production) {
        productions.computeIfAbsent(sort, s -> new ArrayList<>()).add(new Weighted(weight, true, production));
    }

    /** A piece of a sort: a leaf where it must not be nested any deeper. */
    Node make(Sort sort, Scope scope, int depth) {
        for (int i = 0; i < TRIES; i++) {
            Node made = pick(sort, depth <= 0).make(scope, depth - 1);
            if (made != null) {
                return made;
            }
        }
        return Node.of(sort, sort == Sort.STATEMENT ? ";" : draw.of(sort.simplest()));
    }

    /** A piece whose static type is primitive, so that it can be cast to another one. */
    Node primitive(Sort sort, Scope scope, int depth) {
        Node made = make(sort, scope, depth);
        boolean maybeBoxed =
                !scope.visible(v -> v.isBoxed() && v.sort() == sort).isEmpty();
        return maybeBoxed ? Node.of(sort, "(+#)", made) : made;
    }

    private Production pick(Sort sort, boolean leavesOnly) {
        List<Weighted> all = productions.get(sort).stream()
                .filter(w -> w.isLeaf || !leavesOnly)
                .toList();
        double at = all.stream().mapToDouble(Weighted::weight).sum() * draw.below(1 << 20) / (1 << 20);
        for (Weighted w : all) {
            at -= w.weight;
            if (at < 0) {
                return w.production;
            }
        }
        return all.get(all.size() - 1).production;
    }
}
