package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.Set;

/**
 * What may stand between two statements that change an element of an array of adjoints.
 *
 * @param arrays the arrays of the primal
 */
record ElementOrder(PrimalArrays arrays) {

    /** Whether a store is to an array of adjoints, by an index that cannot fail nor change with memory. */
    static boolean isAdjoint(Stmt.StoreElement s) {
        return s.array() instanceof Expr.Read r
                && r.variable().isDerivative()
                && s.value().type().isFloating()
                && Effects.isTotal(s.index())
                && !Effects.readsMemory(s.index());
    }

    /** Whether a statement gives a local a value that no array of adjoints has a part in. */
    boolean isApart(Stmt s, Set<Var> needed) {
        Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
        return value != null
                && Effects.isPure(value)
                && !arrays.readsOthers(value)
                && Occurrences.assigned(s).stream().noneMatch(needed::contains);
    }

    /** Whether a statement only adds to an element, whichever it is, what no array of adjoints has a part in. */
    boolean isAddition(Stmt s) {
        return s instanceof Stmt.StoreElement e && isAdjoint(e) && isSum(e, e.value());
    }

    private boolean isSum(Stmt.StoreElement e, Expr value) {
        if (value instanceof Expr.Binary b && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)) {
            return Effects.isPure(b.right())
                    && !arrays.readsOthers(b.right())
                    && (isItself(e, b.left()) || isSum(e, b.left()));
        }
        return false;
    }

    private static boolean isItself(Stmt.StoreElement e, Expr read) {
        return read.equals(new Expr.Element(e.array(), e.index(), e.value().type()));
    }
}
