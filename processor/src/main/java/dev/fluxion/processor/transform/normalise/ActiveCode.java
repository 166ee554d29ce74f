package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Activity;

/** Which statements the reverse sweep may have something to do for, as far as it is known before they are in the form that is reversed: rather more. */
public record ActiveCode(Activity activity) {

    /** Whether a statement may change something active, itself or in its blocks. */
    public boolean isIn(Stmt s) {
        boolean[] found = {false};
        Walk.statements(Block.of(s), t -> found[0] |= changes(t));
        return found[0];
    }

    private boolean changes(Stmt s) {
        return Occurrences.defined(s).stream().anyMatch(activity::isVaried)
                || s instanceof Stmt.Return r && r.values().stream().anyMatch(activity::isVaried)
                || s instanceof Stmt.StoreElement e && (activity.isVaried(e.array()) || activity.isVaried(e.value()))
                || Walk.expressions(s).stream().anyMatch(this::calls);
    }

    private boolean calls(Expr root) {
        boolean[] found = {false};
        Walk.expressions(
                root, e -> found[0] |= e instanceof Expr.Call c && (c.target() == null || hasArrays(c)) && isGiven(c));
        return found[0];
    }

    private static boolean hasArrays(Expr.Call c) {
        return Walk.parts(c).stream().anyMatch(e -> e.type().isFloatingArray());
    }

    private boolean isGiven(Expr.Call c) {
        return Walk.parts(c).stream().anyMatch(activity::isVaried);
    }

    /**
     * Whether something active that a simple statement changes can be seen behind an exception that a later one throws.
     *
     * @param own the variables that nobody asks for then
     */
    boolean isVisible(Stmt s, java.util.Set<Var> own) {
        return s instanceof Stmt.StoreElement && changes(s)
                || Occurrences.defined(s).stream().anyMatch(v -> activity.isVaried(v) && !own.contains(v))
                || Walk.expressions(s).stream().anyMatch(this::handsArrays);
    }

    private boolean handsArrays(Expr root) {
        boolean[] found = {false};
        Walk.expressions(root, e -> found[0] |= e instanceof Expr.Call c && hasArrays(c) && isGiven(c));
        return found[0];
    }
}
