package dev.fluxion.processor.transform.inline;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.JumpElimination;
import java.util.List;

/** What is small enough to be inlined: a leaf of a few statements that computes a number and returns at its end. */
final class Size {

    /** So many operators and calls at most. */
    private static final int LIMIT = 40;

    private Size() {}

    /** The function with its early returns made into branches, if it has any. */
    static Function withOneReturn(Function f) {
        return returns(f) > 1 ? JumpElimination.apply(f) : f;
    }

    static boolean isSmall(Function f) {
        List<Stmt> body = f.body().statements();
        boolean one = f.results().size() == 1
                && f.results().get(0).type().isDifferentiable()
                && f.thrown().isEmpty()
                && !body.isEmpty()
                && body.get(body.size() - 1) instanceof Stmt.Return;
        return one && f.parameters().stream().noneMatch(Size::isCut) && isPlain(f) && operators(f) <= LIMIT;
    }

    /** A parameter by which the user wants no derivative. */
    private static boolean isCut(Parameter p) {
        return p.variable().type().isDifferentiable() && !p.active();
    }

    private static boolean isPlain(Function f) {
        boolean[] plain = {true};
        Walk.statements(
                f.body(),
                s -> plain[0] &= s instanceof Stmt.Declare
                        || s instanceof Stmt.Assign
                        || s instanceof Stmt.If
                        || s instanceof Stmt.Return);
        Walk.allExpressions(f.body(), e -> plain[0] &= isPlain(e));
        return plain[0] && returns(f) == 1;
    }

    private static int returns(Function f) {
        int[] count = {0};
        Walk.statements(f.body(), s -> count[0] += s instanceof Stmt.Return ? 1 : 0);
        return count[0];
    }

    private static boolean isPlain(Expr e) {
        return e instanceof Expr.Read
                || e instanceof Expr.Constant
                || e instanceof Expr.Unary
                || e instanceof Expr.Binary
                || e instanceof Expr.Conditional
                || e instanceof Expr.Cast
                || e instanceof Expr.FieldRead f && (f.target() == null || f.target() instanceof Expr.Read)
                || e instanceof Expr.Call c && c.callee() instanceof Callee.Method m && PureMethods.isPure(m);
    }

    private static int operators(Function f) {
        int[] count = {0};
        Walk.allExpressions(f.body(), e -> count[0] += e instanceof Expr.Read || e instanceof Expr.Constant ? 0 : 1);
        return count[0];
    }
}
