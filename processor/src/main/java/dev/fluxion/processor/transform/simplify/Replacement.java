package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Var;
import java.util.Map;

/** Puts expressions in the place of reads. */
final class Replacement extends Rewriter {

    private final Map<Var, Expr> values;

    Replacement(Map<Var, Expr> values) {
        this.values = values;
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
