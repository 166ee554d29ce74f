package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sequence of statements with the substitutions that are decided on. A statement is rewritten once, for all that goes into it, before it is
 * looked at, so that a long expression is not copied for each of its terms. What is substituted leaves nothing in its place.
 */
final class Pending {

    private final List<Stmt> statements;
    private final Occurrences occurrences;
    private final Map<Integer, Map<Var, Expr>> values = new HashMap<>();

    /** Of variables that are read once the statement that does, and those that a statement's own expressions read. */
    private final Map<Var, Integer> readers = new HashMap<>();

    private final Set<Var> direct = new HashSet<>();

    /** The statements that change variables which several do, by variable and all of them; those that may change memory. */
    private final Map<Var, TreeSet<Integer>> changes = new HashMap<>();

    private final TreeSet<Integer> changing = new TreeSet<>();
    private final TreeSet<Integer> writing = new TreeSet<>();

    Pending(List<Stmt> statements, Occurrences occurrences) {
        this.statements = statements;
        this.occurrences = occurrences;
        for (int i = 0; i < statements.size(); i++) {
            add(statements.get(i), i);
        }
    }

    private void add(Stmt s, int at) {
        Walk.statements(Block.of(s), inner -> {
            Walk.expressions(inner)
                    .forEach(e -> Walk.expressions(e, part -> read(Occurrences.read(part), at, inner == s)));
            if (inner instanceof Stmt.Push p) {
                read(p.stack(), at, false);
            }
        });
        for (Var v : Occurrences.assigned(s)) {
            if (occurrences.definitions(v) > 1) {
                changes.computeIfAbsent(v, k -> new TreeSet<>()).add(at);
                changing.add(at);
            }
        }
        if (Writes.memory(s)) {
            writing.add(at);
        }
    }

    private void read(Var v, int at, boolean isDirect) {
        if (v != null && occurrences.reads(v) == 1) {
            readers.put(v, at);
            if (isDirect) {
                direct.add(v);
            }
        }
    }

    Stmt get(int at) {
        return statements.get(at);
    }

    void set(int at, Stmt s) {
        statements.set(at, s);
    }

    void remove(int at) {
        statements.set(at, null);
    }

    /** The place of the statement that reads a variable which is read once, or -1. */
    int reader(Var v) {
        return readers.getOrDefault(v, -1);
    }

    /** Whether it is a statement's own expressions that read a variable, and no nested statement. */
    boolean reads(int at, Var v) {
        return readers.get(v) == at && direct.contains(v);
    }

    /** Whether no statement is left between two. */
    boolean isNext(int at, int other) {
        return statements.subList(at + 1, other).stream().allMatch(s -> s == null);
    }

    /** Whether a statement between two changes what a value depends on; what is given a value once has it as long as it can be read. */
    boolean changes(Expr value, boolean readsMemory, int at, int user) {
        boolean changed = isBetween(changing, at, user)
                && Occurrences.reads(value).stream()
                        .anyMatch(v -> changes.containsKey(v) && isBetween(changes.get(v), at, user));
        return changed || readsMemory && isBetween(writing, at, user);
    }

    private static boolean isBetween(TreeSet<Integer> places, int behind, int before) {
        Integer at = places.higher(behind);
        return at != null && at < before;
    }

    /** Puts a value in the place of the variable in a statement; its declaration goes. */
    void substitute(Stmt.Declare d, int at, int user) {
        values.computeIfAbsent(user, k -> new HashMap<>()).put(d.variable(), d.value());
        remove(at);
    }

    /** Rewrites a statement with the values that go into it. */
    void settle(int at) {
        Map<Var, Expr> given = values.remove(at);
        if (given != null) {
            statements.set(at, Replacement.heads(statements.get(at), given));
        }
    }
}
