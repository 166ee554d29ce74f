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
        boolean[] found = {false};
        Walk.statements(Block.of(s), inner -> {
            found[0] |= inner instanceof Stmt.StoreField
                    || inner instanceof Stmt.StoreElement
                    || inner instanceof Stmt.Push
                    || inner instanceof Stmt.Invoke
                    || inner instanceof Stmt.Synchronized;
            for (Expr e : Walk.expressions(inner)) {
                found[0] |= !Effects.isPure(e);
            }
        });
        return found[0];
    }
}
