package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;

/** Names for the intermediate results of an expression: what a person would call them. */
public final class TemporaryNames {

    private TemporaryNames() {}

    /** A name for the value of an expression. */
    public static String of(Expr e) {
        if (e instanceof Expr.Binary b) {
            return switch (b.operator()) {
                case ADD -> "sum";
                case SUBTRACT -> "difference";
                case MULTIPLY -> "product";
                case DIVIDE -> "quotient";
                case REMAINDER -> "remainder";
                default -> "test";
            };
        } else if (e instanceof Expr.Unary) {
            return "negated";
        } else if (e instanceof Expr.Call c) {
            return c.callee() instanceof Callee.Method m ? m.name() : "derivative";
        } else if (e instanceof Expr.Cast c && c.operand() instanceof Expr.Read r) {
            return r.variable().name();
        } else if (e instanceof Expr.FieldRead f) {
            return f.field().name();
        } else if (e instanceof Expr.Element) {
            return "element";
        }
        return "term";
    }
}
