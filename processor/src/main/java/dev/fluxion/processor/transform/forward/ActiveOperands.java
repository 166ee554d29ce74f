package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.normalise.TemporaryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Gives names to the varied values that statements other than assignments use: what is returned, stored, pushed or put into an array literal. Whatever
 * a statement evaluates before such a value is named with it, so that the order stays.
 */
final class ActiveOperands extends Rewriter {

    private final Function function;
    private final Predicate<Expr> varied;

    private ActiveOperands(Function function, Predicate<Expr> varied) {
        this.function = function;
        this.varied = varied;
    }

    static Function apply(Function function, Predicate<Expr> varied) {
        Block body = new ActiveOperands(function, varied).block(function.body());
        return function.withBody(body);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        List<Stmt> code = new ArrayList<>();
        if (s instanceof Stmt.Return r) {
            boolean single = function.results().size() == 1;
            code.add(new Stmt.Return(atoms(r.values(), single ? "value" : null, code, r.span()), r.span()));
        } else if (s instanceof Stmt.StoreElement e && varied.test(e.value())) {
            boolean atomic = isAtom(e.value());
            Expr array = atomic || isAtom(e.array()) ? e.array() : name(e.array(), null, code, e.span());
            Expr index = isPlain(e.index()) ? e.index() : name(e.index(), "index", code, e.span());
            code.add(new Stmt.StoreElement(array, index, atom(e.value(), null, code, e.span()), e.span()));
        } else if (s instanceof Stmt.Push p && varied.test(p.value())) {
            code.add(new Stmt.Push(p.stack(), atom(p.value(), null, code, p.span()), p.span()));
        } else if (s instanceof Stmt.Eval e && e.value() instanceof Expr.Call c) {
            Expr.Call call = new Expr.Call(
                    c.callee(), c.target(), atoms(c.arguments(), null, code, e.span()), c.type(), c.span());
            code.add(new Stmt.Eval(call, e.span()));
        } else if (s instanceof Stmt.Declare d) {
            code.add(new Stmt.Declare(d.variable(), value(d.value(), code, d.span()), d.span()));
        } else if (s instanceof Stmt.Assign a) {
            code.add(new Stmt.Assign(a.variable(), value(a.value(), code, a.span()), a.span()));
        } else {
            code.add(descend(s));
        }
        return code;
    }

    private Expr value(Expr e, List<Stmt> code, Span span) {
        if (e instanceof Expr.ArrayLiteral l) {
            return new Expr.ArrayLiteral(l.type(), atoms(l.elements(), null, code, span));
        } else if (e instanceof Expr.NewArray n && n.lengths().stream().anyMatch(x -> !isPlain(x))) {
            List<Expr> lengths = new ArrayList<>();
            n.lengths().forEach(x -> lengths.add(isAtom(x) ? x : name(x, "length", code, span)));
            return new Expr.NewArray(n.type(), lengths);
        }
        return e;
    }

    private List<Expr> atoms(List<Expr> values, String name, List<Stmt> code, Span span) {
        if (values.stream().noneMatch(e -> varied.test(e) && !isAtom(e))) {
            return values;
        }
        List<Expr> atoms = new ArrayList<>();
        values.forEach(e -> atoms.add(atom(e, name, code, span)));
        return atoms;
    }

    private static Expr atom(Expr e, String name, List<Stmt> code, Span span) {
        return isAtom(e) ? e : name(e, name, code, span);
    }

    private static Expr name(Expr e, String name, List<Stmt> code, Span span) {
        Var v = Var.temporary(name == null ? TemporaryNames.of(e) : name, e.type());
        code.add(new Stmt.Declare(v, e, span));
        return Expr.read(v);
    }

    static boolean isAtom(Expr e) {
        return e instanceof Expr.Read || e instanceof Expr.Constant;
    }

    /** Whether an expression may be written twice: cheap, and it never throws. */
    private static boolean isPlain(Expr e) {
        if (e instanceof Expr.Binary b) {
            boolean sum = b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT;
            return sum && isAtom(b.left()) && isAtom(b.right());
        }
        return isAtom(e) || e instanceof Expr.Length l && isAtom(l.array());
    }
}
