package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an iteration does last before it leaves its loop for good can be done behind the loop as well, if it needs no variable of the loop's: then the reversed
 * loop need not ask in each iteration whether it is the one that did it.
 */
record WayOut(Set<Var> own) {

    static WayOut of(Stmt.Loop l) {
        Set<Var> own = new HashSet<>();
        Walk.statements(Block.of(l), s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            }
        });
        return new WayOut(own);
    }

    /** Where in the statements before the jump those begin that are left for later; at their end if none is worth it. */
    int begin(List<Stmt> before) {
        int begin = before.size();
        boolean worthy = false;
        while (begin > 0 && isMovable(before.get(begin - 1))) {
            begin--;
            worthy |= !(((Stmt.Assign) before.get(begin)).value() instanceof Expr.Constant);
        }
        return worthy ? begin : before.size();
    }

    private boolean isMovable(Stmt s) {
        return s instanceof Stmt.Assign a
                && !own.contains(a.variable())
                && Occurrences.reads(a.value()).stream().noneMatch(own::contains);
    }
}
