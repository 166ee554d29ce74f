package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.List;

/** Differentiates an expression by one variable, by nothing but the table: forward mode in its plainest form. */
final class Slope {

    private final RuleTable table;
    private final Var by;

    Slope(RuleTable table, Var by) {
        this.table = table;
        this.by = by;
    }

    /** The derivative for the seed 1, or null where the expression does not depend on the variable. */
    Expr of(Expr e) {
        return of(e, Terms.number(1, by.type()));
    }

    /** The derivative times a seed, or null. */
    Expr of(Expr e, Expr seed) {
        if (e instanceof Expr.Read r) {
            return r.variable() == by ? seed : null;
        } else if (e instanceof Expr.Constant) {
            return null;
        }
        Rule rule = table.of(e).orElseThrow(() -> new AssertionError("no rule for " + e));
        List<Expr> operands = Walk.parts(e);
        Expr sum = null;
        for (int i = 0; i < operands.size(); i++) {
            Expr tangent = rule.differentiable(i) ? of(operands.get(i), seed) : null;
            if (tangent != null) {
                Expr part = rule.contribution(i, operands, e, tangent);
                sum = sum == null ? part : Terms.plus(sum, part);
            }
        }
        return sum;
    }
}
