package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Var;

/** Puts one variable in the place of another. */
final class Renaming extends Rewriter {

    private final Var from;
    private final Var to;

    private Renaming(Var from, Var to) {
        this.from = from;
        this.to = to;
    }

    static Expr of(Expr e, Var from, Var to) {
        return new Renaming(from, to).expr(e);
    }

    @Override
    protected Var variable(Var v) {
        return v == from ? to : v;
    }
}
