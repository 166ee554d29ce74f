package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;

/** Which statements may change memory. */
final class Writes {

    private Writes() {}

    /** Whether a statement, or one in it, may change a field, an array or a stack. */
    static boolean memory(Stmt s) {
        return memory(s, true);
    }

    /** The same, but for tapes, which nothing reads but the loop that undoes the one which fills them. */
    static boolean memoryBesidesTapes(Stmt s) {
        return memory(s, false);
    }

    private static boolean memory(Stmt s, boolean tapes) {
        boolean[] found = {false};
        Walk.statements(Block.of(s), inner -> {
            boolean recorded = inner instanceof Stmt.StoreElement e && PrimalArrays.isTape(e.array())
                    || inner instanceof Stmt.Push p && p.stack().isTape();
            found[0] |= recorded && tapes
                    || !recorded && (inner instanceof Stmt.StoreElement || inner instanceof Stmt.Push)
                    || inner instanceof Stmt.StoreField
                    || inner instanceof Stmt.Invoke
                    || inner instanceof Stmt.Synchronized;
            for (Expr e : Walk.expressions(inner)) {
                found[0] |= !Effects.isPure(e);
            }
        });
        return found[0];
    }
}
