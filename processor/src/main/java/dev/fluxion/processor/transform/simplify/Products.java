package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables that hold products of other variables, as long as neither they nor their factors change. Multiples of one another stand
 * together, and are found by two of their factors.
 */
final class Products {

    /** A product of more factors is not known: nothing but itself is likely to be one of its multiples. */
    private static final int LIMIT = 16;

    private final Map<Var, Known> known = new HashMap<>();
    private final Map<Map<Var, Integer>, Multiples> multiples = new HashMap<>();
    private final Map<Set<Var>, Set<Multiples>> byPair = new HashMap<>();
    private final Map<Var, Set<Var>> byFactor = new HashMap<>();
    private int found;

    /**
     * What a variable holds.
     *
     * @param place the order in which the products were found
     */
    private record Known(Term term, int place) {}

    /** The variables that hold one product of variables times some number, by the order in which they were found. */
    private static final class Multiples {

        private final TreeMap<Integer, Var> all = new TreeMap<>();
        private final Map<Double, TreeMap<Integer, Var>> byNumber = new HashMap<>();

        private TreeMap<Integer, Var> of(double number) {
            return byNumber.computeIfAbsent(Math.abs(number), k -> new TreeMap<>());
        }
    }

    Products copy() {
        Products copy = new Products();
        known.entrySet().stream()
                .sorted((a, b) -> a.getValue().place() - b.getValue().place())
                .forEach(e -> copy.put(e.getKey(), e.getValue().term()));
        return copy;
    }

    /** The product that a variable holds, or null. */
    Term get(Var v) {
        Known k = known.get(v);
        return k == null ? null : k.term();
    }

    /** Learns what a variable holds, whose factors are all variables. */
    void put(Var v, Term product) {
        Map<Var, Integer> factors = factors(product);
        if (product.factors().size() > LIMIT) {
            return;
        }
        Multiples same = multiples.computeIfAbsent(factors, k -> new Multiples());
        int place = found++;
        known.put(v, new Known(product, place));
        same.all.put(place, v);
        same.of(product.coefficient()).put(place, v);
        byPair.computeIfAbsent(pair(product), k -> new LinkedHashSet<>()).add(same);
        factors.keySet()
                .forEach(f ->
                        byFactor.computeIfAbsent(f, k -> new LinkedHashSet<>()).add(v));
    }

    private static Map<Var, Integer> factors(Term product) {
        Map<Var, Integer> factors = new HashMap<>();
        for (Expr f : product.factors()) {
            if (f instanceof Expr.Read r) {
                factors.merge(r.variable(), 1, Integer::sum);
            }
        }
        return factors;
    }

    /** Two factors of a product, or its only one. */
    private static Set<Var> pair(Term product) {
        Set<Var> pair = new LinkedHashSet<>();
        for (Expr f : product.factors()) {
            if (pair.size() < 2) {
                pair.add(((Expr.Read) f).variable());
            }
        }
        return pair;
    }

    /** Forgets what depends on variables. */
    void forget(Collection<Var> changed) {
        for (Var v : changed) {
            remove(v);
            new ArrayList<>(byFactor.getOrDefault(v, Set.of())).forEach(this::remove);
        }
    }

    private void remove(Var v) {
        Known k = known.remove(v);
        if (k != null) {
            Map<Var, Integer> factors = factors(k.term());
            Multiples same = multiples.get(factors);
            same.all.remove(k.place());
            same.of(k.term().coefficient()).remove(k.place());
            factors.keySet().forEach(f -> byFactor.get(f).remove(v));
        }
    }

    /** The variables one of whose products is the best part of a term, in the order in which they were found. */
    Collection<Var> partsOf(Term term) {
        List<Var> factors = new ArrayList<>(factors(term).keySet());
        TreeMap<Integer, Var> parts = new TreeMap<>();
        for (Var a : factors) {
            for (Var b : factors) {
                for (Multiples m : byPair.getOrDefault(a == b ? Set.of(a) : Set.of(a, b), Set.of())) {
                    addFirst(m.all, parts);
                    addFirst(m.of(term.coefficient()), parts);
                }
            }
        }
        return parts.values();
    }

    private static void addFirst(TreeMap<Integer, Var> from, TreeMap<Integer, Var> to) {
        if (!from.isEmpty()) {
            to.put(from.firstKey(), from.firstEntry().getValue());
        }
    }
}
