package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** Which statements the reverse sweep has something to do for. */
final class Reversal {

    private Reversal() {}

    /** Whether a statement changes something active, itself or in its blocks. */
    static boolean isReversed(Stmt s, Primitives primitives) {
        boolean[] found = {false};
        Walk.statements(Block.of(s), t -> found[0] |= changesActive(t, primitives));
        return found[0];
    }

    private static boolean changesActive(Stmt s, Primitives primitives) {
        if (ArrayMoves.changesActive(s, primitives)) {
            return true;
        } else if (s instanceof Stmt.StoreElement e) {
            return e.value().type().isFloating() && primitives.isActiveArray(e.array());
        } else if (s instanceof Stmt.Eval e) {
            return e.value() instanceof Expr.Call c && primitives.isDerived(c);
        } else if (isCallOverArrays(s, primitives)) {
            return true;
        } else if (s instanceof Stmt.Invoke i
                && (Primitives.isSweep(i) || !primitives.bars(i.arguments()).isEmpty())) {
            return true;
        }
        return targets(s).stream().anyMatch(primitives::isActiveNumber);
    }

    /** Whether a callee is given an active array, which it may change whatever becomes of its result. */
    private static boolean isCallOverArrays(Stmt s, Primitives primitives) {
        Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
        return value instanceof Expr.Call c && !primitives.bars(c.arguments()).isEmpty() && primitives.isDerived(c);
    }

    /** The variables that a statement itself gives a value. */
    static List<Var> targets(Stmt s) {
        if (s instanceof Stmt.Assign a) {
            return List.of(a.variable());
        } else if (s instanceof Stmt.Declare d && d.value() != null) {
            return List.of(d.variable());
        } else if (s instanceof Stmt.Invoke i) {
            return i.targets().stream().filter(v -> v != null).toList();
        }
        return List.of();
    }

    /** The variables that a simple statement reads or assigns. */
    static List<Var> touched(Stmt s) {
        List<Var> found = new ArrayList<>(targets(s));
        Walk.expressions(s)
                .forEach(e -> Walk.expressions(e, part -> {
                    if (part instanceof Expr.Read r) {
                        found.add(r.variable());
                    }
                }));
        return found;
    }
}
