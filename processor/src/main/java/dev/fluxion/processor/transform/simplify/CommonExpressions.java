package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts the expressions that the statements of a sequence compute in any case. */
final class CommonExpressions {

    private final ValueNumbers values;
    private final Map<Integer, Common> found = new LinkedHashMap<>();

    /** Where each variable is given a value. */
    private final Map<Var, TreeSet<Integer>> changes = new HashMap<>();

    private CommonExpressions(List<Stmt> statements, ValueNumbers values) {
        this.values = values;
        values.restart();
        for (int i = 0; i < statements.size(); i++) {
            statement(statements.get(i), i);
        }
    }

    /**
     * The largest expressions of a sequence that are worth a name, those first whose variables change first. None holds another.
     *
     * @param values is started anew; the versions of variables are those of {@link #changed}
     */
    static List<Common> largest(List<Stmt> statements, ValueNumbers values) {
        CommonExpressions all = new CommonExpressions(statements, values);
        List<Common> worth =
                all.found.values().stream().filter(Common::isWorthIt).toList();
        int most = worth.stream().mapToInt(Common::operators).max().orElse(0);
        List<Common> largest = new ArrayList<>(
                worth.stream().filter(c -> c.operators() == most).toList());
        largest.sort(Comparator.comparingInt(all::end));
        boolean nested = largest.stream().anyMatch(c -> c.expression() instanceof Expr.Cast);
        return nested ? largest.subList(0, 1) : largest;
    }

    /** The version of what a statement changes, from its nested statements on. */
    static int changed(int at) {
        return at + 1;
    }

    /** Whether a statement's own expressions are computed each time that its blocks are. */
    static boolean isHeadRepeated(Stmt s) {
        return s instanceof Stmt.Loop || s instanceof Stmt.Try;
    }

    private void statement(Stmt s, int at) {
        Set<Var> given = Order.given(s);
        if (!isHeadRepeated(s)) {
            count(s, at, true);
        }
        values.set(given, changed(at));
        given.forEach(v -> changes.computeIfAbsent(v, k -> new TreeSet<>()).add(at));
        if (!found.isEmpty()) {
            Walk.blocks(s).forEach(b -> Walk.statements(b, t -> count(t, at, false)));
        }
    }

    /** The place of the statement that changes one of an expression's variables. */
    private int end(Common c) {
        int end = Integer.MAX_VALUE;
        for (Var v : Occurrences.reads(c.expression())) {
            Integer change = changes.getOrDefault(v, new TreeSet<>()).ceiling(c.first());
            end = change == null ? end : Math.min(end, change);
        }
        return end;
    }

    private void count(Stmt s, int at, boolean begins) {
        boolean ours = Occurrences.defined(s).stream().anyMatch(Reuse::isOurs);
        for (Expr e : Walk.expressions(s)) {
            count(e, at, begins && !(s instanceof Stmt.Return), ours);
        }
        if (s instanceof Stmt.Declare d && d.value() != null && Reuse.isOurs(d.variable())) {
            Common whole = found.get(values.of(d.value()));
            if (whole != null && whole.first() < at) {
                whole.name();
            }
        }
    }

    private void count(Expr e, int at, boolean begins, boolean ours) {
        if (values.facts().isWorthy(e)) {
            if (begins) {
                int operators = values.facts().operators(e);
                found.computeIfAbsent(values.of(e), k -> new Common(e, k, operators, at));
            }
            Common c = found.get(values.of(e));
            if (c != null) {
                c.add(at, ours);
            }
        }
        boolean lazy = e instanceof Expr.Conditional
                || e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.LAZY;
        List<Expr> parts = Walk.parts(e);
        for (int i = 0; i < parts.size(); i++) {
            count(parts.get(i), at, begins && !(lazy && i > 0), ours);
        }
    }
}
