package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.Map;

/** Puts expressions in the place of reads. */
final class Replacement extends Rewriter {

    private final Map<Var, Expr> values;

    Replacement(Map<Var, Expr> values) {
        this.values = values;
    }

    /** Replaces in the expressions that stand directly in a statement. */
    static Stmt heads(Stmt s, Map<Var, Expr> values) {
        Replacement replacement = new Replacement(values);
        return new Rewriter() {
            @Override
            public Expr expr(Expr e) {
                return replacement.expr(e);
            }

            @Override
            public Block block(Block b) {
                return b;
            }

            Stmt of(Stmt t) {
                return descend(t);
            }
        }.of(s);
    }

    @Override
    protected Expr leave(Expr e) {
        return e instanceof Expr.Read r ? values.getOrDefault(r.variable(), e) : e;
    }

    @Override
    protected Var variable(Var v) {
        return v;
    }
}
