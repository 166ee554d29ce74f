package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops calls whose values nobody wants, of callees that are seen to end, not to throw and to have no effect: such as the primal of a method that hands on a
 * generated derivative, where that is differentiated. What another transform makes of a function is seen like what the user wrote.
 */
public final class IdleCalls extends Rewriter {

    private final Program program;

    private IdleCalls(Program program) {
        this.program = program;
    }

    /** The function without such calls, or itself where there is none. */
    public static Function apply(Function function, Program program) {
        boolean[] calls = {false};
        Walk.statements(function.body(), s -> calls[0] |= s instanceof Stmt.Eval e && e.value() instanceof Expr.Call);
        return calls[0] ? function.withBody(new IdleCalls(program).block(function.body())) : function;
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        boolean isIdle =
                s instanceof Stmt.Eval e && e.value() instanceof Expr.Call && isTotal(e.value(), new HashSet<>());
        return isIdle ? List.of() : List.of(descend(s));
    }

    private boolean isTotal(Expr e, Set<Callee> open) {
        boolean here = Effects.isTotalApart(e)
                || e instanceof Expr.Call c
                        && c.target() == null
                        && isFollowed(c.callee())
                        && isTotal(c.callee(), open);
        return here && Walk.parts(e).stream().allMatch(p -> isTotal(p, open));
    }

    /** An instance method depends on the class of its receiver, which may be null. */
    private static boolean isFollowed(Callee callee) {
        Callee.Method root = callee instanceof Callee.Derived d ? d.root() : (Callee.Method) callee;
        return root.isStatic();
    }

    /** Whether a callee's statements run one after the other to the end: a recursion may not end. */
    private boolean isTotal(Callee callee, Set<Callee> open) {
        if (!open.add(callee)) {
            return false;
        }
        boolean total = program.find(callee).filter(f -> isTotal(f, open)).isPresent();
        open.remove(callee);
        return total;
    }

    private boolean isTotal(Function f, Set<Callee> open) {
        boolean[] total = {true};
        Walk.statements(f.body(), s -> {
            boolean isPlain = s instanceof Stmt.Declare
                    || s instanceof Stmt.Assign
                    || s instanceof Stmt.If
                    || s instanceof Stmt.Eval
                    || s instanceof Stmt.Comment
                    || s instanceof Stmt.Return;
            total[0] = total[0] && isPlain && Walk.expressions(s).stream().allMatch(e -> isTotal(e, open));
        });
        return total[0];
    }
}
