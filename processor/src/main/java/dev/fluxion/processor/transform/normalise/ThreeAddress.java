package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One active operation to a statement: the operands of an active operation become variables or constants, in evaluation order, and an
 * active {@code ?:} becomes an {@code if}. What is inactive stays the tree it was.
 */
public final class ThreeAddress extends Rewriter {

    private final Predicate<Expr> active;

    private ThreeAddress(Predicate<Expr> active) {
        this.active = active;
    }

    /**
     * The same function with active operations taken apart.
     *
     * @param active whether derivatives pass through an expression
     */
    public static Function apply(Function function, Predicate<Expr> active) {
        return function.withBody(new ThreeAddress(active).block(function.body()));
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Declare d && d.value() != null && active.test(d.value())) {
            if (d.value() instanceof Expr.Conditional c) {
                code.add(new Stmt.Declare(d.variable(), null, d.span()));
                code.add(choice(d.variable(), c, d.span()));
            } else {
                code.add(new Stmt.Declare(d.variable(), operation(d.value(), code, d.span()), d.span()));
            }
        } else if (s instanceof Stmt.Assign a && active.test(a.value())) {
            if (a.value() instanceof Expr.Conditional c) {
                code.add(choice(a.variable(), c, a.span()));
            } else {
                code.add(new Stmt.Assign(a.variable(), operation(a.value(), code, a.span()), a.span()));
            }
        } else if (s instanceof Stmt.Invoke i) {
            List<Expr> arguments = new ArrayList<>();
            i.arguments().forEach(e -> arguments.add(atom(e, code, i.span())));
            code.add(new Stmt.Invoke(i.targets(), i.callee(), arguments, i.span()));
        } else {
            code.add(descend(s));
        }
        return code;
    }

    /** {@code v = condition ? a : b} as a statement. */
    private Stmt choice(Var v, Expr.Conditional c, Span span) {
        return new Stmt.If(c.condition(), branch(v, c.whenTrue(), span), branch(v, c.whenFalse(), span), span);
    }

    private Block branch(Var v, Expr value, Span span) {
        return new Block(rewrite(new Stmt.Assign(v, value, span)));
    }

    /** An active expression whose operands are atoms. */
    private Expr operation(Expr e, List<Stmt> code, Span span) {
        if (Walk.parts(e).isEmpty()) {
            return e;
        }
        return new Operands(code, span).operation(e);
    }

    private Expr atom(Expr e, List<Stmt> code, Span span) {
        if (e instanceof Expr.Read || e instanceof Expr.Constant) {
            return e;
        }
        Var name = Var.temporary(TemporaryNames.of(e), e.type());
        if (e instanceof Expr.Conditional c && active.test(e)) {
            code.add(new Stmt.Declare(name, null, span));
            code.add(choice(name, c, span));
        } else {
            Expr value = active.test(e) ? operation(e, code, span) : e;
            code.add(new Stmt.Declare(name, value, span));
        }
        return new Expr.Read(name);
    }

    /** Replaces the direct operands of one expression by atoms. */
    private final class Operands {

        private final List<Stmt> code;
        private final Span span;

        Operands(List<Stmt> code, Span span) {
            this.code = code;
            this.span = span;
        }

        Expr operation(Expr e) {
            if (e instanceof Expr.Unary u) {
                return new Expr.Unary(u.operator(), part(u.operand()), u.type());
            } else if (e instanceof Expr.Binary b) {
                Expr left = part(b.left());
                return new Expr.Binary(b.operator(), left, part(b.right()), b.type());
            } else if (e instanceof Expr.Cast c) {
                return new Expr.Cast(c.type(), part(c.operand()), c.span());
            } else if (e instanceof Expr.Call c) {
                Expr target = c.target() == null ? null : part(c.target());
                List<Expr> arguments = new ArrayList<>();
                c.arguments().forEach(a -> arguments.add(part(a)));
                return new Expr.Call(c.callee(), target, arguments, c.type(), c.span());
            }
            return e;
        }

        private Expr part(Expr e) {
            return atom(e, code, span);
        }
    }
}
