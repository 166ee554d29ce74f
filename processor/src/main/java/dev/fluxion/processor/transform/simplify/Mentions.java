package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An index of a sequence of statements: which of them mention a variable, give it a value, may leave the sequence or may change memory. It
 * spares the search through all statements in between. A place stays what it is when other statements are removed.
 */
final class Mentions {

    private static final TreeSet<Integer> NONE = new TreeSet<>();

    private final Map<Var, TreeSet<Integer>> mentioned = new HashMap<>();
    private final Map<Var, TreeSet<Integer>> assigned = new HashMap<>();
    private final TreeSet<Integer> leaving = new TreeSet<>();
    private final TreeSet<Integer> writing = new TreeSet<>();

    Mentions(List<Stmt> statements) {
        for (int i = 0; i < statements.size(); i++) {
            add(statements.get(i), i);
        }
    }

    /** Another statement takes the place of one. */
    void replace(int at, Stmt old, Stmt with) {
        remove(old, at);
        add(with, at);
    }

    private void add(Stmt s, int at) {
        Occurrences.mentioned(s)
                .forEach(v -> mentioned.computeIfAbsent(v, k -> new TreeSet<>()).add(at));
        Occurrences.assigned(s)
                .forEach(v -> assigned.computeIfAbsent(v, k -> new TreeSet<>()).add(at));
        if (Jumps.leave(Block.of(s))) {
            leaving.add(at);
        }
        if (Writes.memory(s)) {
            writing.add(at);
        }
    }

    /** A statement is removed. */
    void remove(Stmt s, int at) {
        Occurrences.mentioned(s).forEach(v -> mentioned.getOrDefault(v, NONE).remove(at));
        Occurrences.assigned(s).forEach(v -> assigned.getOrDefault(v, NONE).remove(at));
        leaving.remove(at);
        writing.remove(at);
    }

    /** The first place behind another one that mentions a variable, or -1. */
    int next(Var v, int behind) {
        Integer at = mentioned.getOrDefault(v, NONE).higher(behind);
        return at == null ? -1 : at;
    }

    /** The last place that mentions a variable, or -1. */
    int last(Var v) {
        TreeSet<Integer> places = mentioned.getOrDefault(v, NONE);
        return places.isEmpty() ? -1 : places.last();
    }

    /** The first place behind another one that gives a variable a value, or -1. */
    int assigned(Var v, int behind) {
        Integer at = assigned.getOrDefault(v, NONE).higher(behind);
        return at == null ? -1 : at;
    }

    /** Whether one of some variables is given a value between two places. */
    boolean isAssigned(Set<Var> variables, int behind, int before) {
        return variables.stream().anyMatch(v -> isBetween(assigned.getOrDefault(v, NONE), behind, before));
    }

    /** Whether a statement between two places may jump out of the sequence. */
    boolean isLeft(int behind, int before) {
        return isBetween(leaving, behind, before);
    }

    /** Whether a statement between two places may change memory. */
    boolean isWritten(int behind, int before) {
        return isBetween(writing, behind, before);
    }

    private static boolean isBetween(TreeSet<Integer> places, int behind, int before) {
        Integer at = places.higher(behind);
        return at != null && at < before;
    }
}
