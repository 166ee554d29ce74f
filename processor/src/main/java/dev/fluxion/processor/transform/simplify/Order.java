package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/** Which statements may change places. */
final class Order {

    private Order() {}

    /** Whether a statement only gives a local variable a value, which cannot fail and depends on locals alone; or none yet. */
    static boolean isMovable(Stmt s) {
        Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
        return s instanceof Stmt.Declare d && d.value() == null
                || value != null && Effects.isTotal(value) && !Effects.readsMemory(value);
    }

    /** Whether a movable statement and another one, of whatever kind, mean the same in either order. */
    static boolean commute(Stmt movable, Stmt other) {
        Set<Var> given = given(movable);
        Set<Var> changed = given(other);
        for (Expr e : Walk.expressions(movable)) {
            if (Occurrences.reads(e).stream().anyMatch(changed::contains)) {
                return false;
            }
        }
        return given.stream().noneMatch(v -> Occurrences.mentions(other, v));
    }

    /** The variables that a statement gives a value or declares, those of nested statements included. */
    static Set<Var> given(Stmt s) {
        Set<Var> given = new HashSet<>(Occurrences.assigned(s));
        Walk.statements(Block.of(s), inner -> {
            if (inner instanceof Stmt.Declare d) {
                given.add(d.variable());
            }
        });
        return given;
    }
}
