package dev.fluxion.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds a tree bottom-up. A pass overrides {@link #leave} for expressions, {@link #rewrite(Stmt)} for statements; what is not overridden is copied.
 */
public abstract class Rewriter {

    /** What takes the place of an expression whose parts are already rewritten. */
    protected Expr leave(Expr e) {
        return e;
    }

    /** What takes the place of a statement: none, one or several. */
    protected List<Stmt> rewrite(Stmt s) {
        return List.of(descend(s));
    }

    /** The variable that takes the place of another, where it is assigned, declared or read. */
    protected Var variable(Var v) {
        return v;
    }

    /** Rewrites every statement of a block. */
    public Block block(Block b) {
        List<Stmt> result = new ArrayList<>();
        for (Stmt s : b.statements()) {
            result.addAll(rewrite(s));
        }
        return new Block(result);
    }

    /** Whether two lists hold the same objects: an expression that a rewriter leaves alone is not copied, so that it is cheap to compare. */
    private static boolean isSame(List<?> a, List<?> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i) == b.get(i);
        }
        return same;
    }

    private List<Expr> exprs(List<Expr> list) {
        List<Expr> result = new ArrayList<>();
        for (Expr e : list) {
            result.add(expr(e));
        }
        return isSame(result, list) ? list : result;
    }

    /** Rewrites an expression; null stays null. */
    public Expr expr(Expr e) {
        return e == null ? null : leave(parts(e));
    }

    private Expr parts(Expr e) {
        if (e instanceof Expr.Constant) {
            return e;
        } else if (e instanceof Expr.Read r) {
            Var v = variable(r.variable());
            return v == r.variable() ? e : new Expr.Read(v);
        } else if (e instanceof Expr.FieldRead f) {
            Expr target = expr(f.target());
            return target == f.target() ? e : new Expr.FieldRead(f.field(), target, f.type(), f.span());
        } else if (e instanceof Expr.Element a) {
            Expr array = expr(a.array());
            Expr index = expr(a.index());
            return array == a.array() && index == a.index() ? e : new Expr.Element(array, index, a.type());
        } else if (e instanceof Expr.Length l) {
            Expr array = expr(l.array());
            return array == l.array() ? e : new Expr.Length(array);
        } else if (e instanceof Expr.Unary u) {
            Expr operand = expr(u.operand());
            return operand == u.operand() ? e : new Expr.Unary(u.operator(), operand, u.type());
        } else if (e instanceof Expr.Binary b) {
            Expr left = expr(b.left());
            Expr right = expr(b.right());
            return left == b.left() && right == b.right() ? e : new Expr.Binary(b.operator(), left, right, b.type());
        } else if (e instanceof Expr.Cast c) {
            Expr operand = expr(c.operand());
            return operand == c.operand() ? e : new Expr.Cast(c.type(), operand, c.span());
        } else if (e instanceof Expr.Conditional c) {
            return conditional(c);
        } else if (e instanceof Expr.InstanceOf i) {
            Expr operand = expr(i.operand());
            return operand == i.operand() ? e : new Expr.InstanceOf(operand, i.tested());
        }
        return compound(e);
    }

    private Expr conditional(Expr.Conditional c) {
        Expr condition = expr(c.condition());
        Expr whenTrue = expr(c.whenTrue());
        Expr whenFalse = expr(c.whenFalse());
        boolean same = condition == c.condition() && whenTrue == c.whenTrue() && whenFalse == c.whenFalse();
        return same ? c : new Expr.Conditional(condition, whenTrue, whenFalse, c.type());
    }

    private Expr compound(Expr e) {
        if (e instanceof Expr.Opaque o && !o.code().isEmpty()) {
            List<Function> code = o.code().stream().map(this::code).toList();
            return new Expr.Opaque(o.fragments(), exprs(o.holes()), o.type(), o.span(), code, o.hidden());
        } else if (e instanceof Expr.Pop p) {
            return new Expr.Pop(variable(p.stack()), p.type());
        } else if (e instanceof Expr.IsEmpty i) {
            return new Expr.IsEmpty(variable(i.stack()));
        } else if (e instanceof Expr.Call c) {
            Expr target = expr(c.target());
            List<Expr> arguments = exprs(c.arguments());
            boolean same = target == c.target() && arguments == c.arguments();
            return same ? e : new Expr.Call(c.callee(), target, arguments, c.type(), c.span());
        }
        return list(e);
    }

    private Expr list(Expr e) {
        List<Expr> old = Walk.parts(e);
        List<Expr> parts = exprs(old);
        if (parts == old) {
            return e;
        } else if (e instanceof Expr.Concat c) {
            return new Expr.Concat(parts, c.span());
        } else if (e instanceof Expr.New n) {
            return new Expr.New(n.type(), parts, n.span());
        } else if (e instanceof Expr.NewArray n) {
            return new Expr.NewArray(n.type(), parts);
        } else if (e instanceof Expr.ArrayLiteral a) {
            return new Expr.ArrayLiteral(a.type(), parts);
        } else if (e instanceof Expr.Opaque o) {
            return new Expr.Opaque(o.fragments(), parts, o.type(), o.span(), List.of(), o.hidden());
        }
        throw new AssertionError(e);
    }

    /** What takes the place of a lambda's code, whose jumps and returns are its own. */
    protected Function code(Function f) {
        List<Parameter> parameters = new ArrayList<>();
        f.parameters().forEach(p -> parameters.add(new Parameter(variable(p.variable()), p.role(), p.active())));
        return new Function(f.callee(), parameters, f.results(), block(f.body()), f.thrown(), f.strongZero(), f.span());
    }

    /** A copy of a statement with its parts rewritten. */
    protected final Stmt descend(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return declare(d);
        } else if (s instanceof Stmt.Assign a) {
            return new Stmt.Assign(variable(a.variable()), expr(a.value()), a.span());
        } else if (s instanceof Stmt.StoreField f) {
            return new Stmt.StoreField(f.field(), expr(f.target()), expr(f.value()), f.span());
        } else if (s instanceof Stmt.StoreElement e) {
            return new Stmt.StoreElement(expr(e.array()), expr(e.index()), expr(e.value()), e.span());
        } else if (s instanceof Stmt.Eval e) {
            return new Stmt.Eval(expr(e.value()), e.span());
        } else if (s instanceof Stmt.Invoke i) {
            List<Var> targets = new ArrayList<>();
            i.targets().forEach(v -> targets.add(v == null ? null : variable(v)));
            return new Stmt.Invoke(targets, i.callee(), exprs(i.arguments()), i.span());
        } else if (s instanceof Stmt.Return r) {
            return new Stmt.Return(exprs(r.values()), r.span());
        } else if (s instanceof Stmt.Throw t) {
            return new Stmt.Throw(expr(t.exception()), t.span());
        } else if (s instanceof Stmt.Assert a) {
            return new Stmt.Assert(expr(a.condition()), expr(a.detail()), a.span());
        } else if (s instanceof Stmt.Push p) {
            return new Stmt.Push(variable(p.stack()), expr(p.value()), p.span());
        } else if (s instanceof Stmt.Break || s instanceof Stmt.Continue || s instanceof Stmt.Comment) {
            return s;
        }
        return nested(s);
    }

    private Stmt.Declare declare(Stmt.Declare d) {
        return new Stmt.Declare(variable(d.variable()), expr(d.value()), d.span());
    }

    private Stmt nested(Stmt s) {
        if (s instanceof Stmt.If i) {
            return new Stmt.If(expr(i.condition()), block(i.whenTrue()), block(i.whenFalse()), i.span());
        } else if (s instanceof Stmt.Loop l) {
            Block init = block(l.init());
            return new Stmt.Loop(
                    l.label(), l.form(), init, expr(l.condition()), block(l.update()), block(l.body()), l.span());
        } else if (s instanceof Stmt.Switch w) {
            List<Stmt.Case> cases = new ArrayList<>();
            w.cases().forEach(c -> cases.add(new Stmt.Case(exprs(c.constants()), c.isDefault(), block(c.body()))));
            return new Stmt.Switch(w.label(), expr(w.selector()), cases, w.span());
        } else if (s instanceof Stmt.Labeled l) {
            return new Stmt.Labeled(l.label(), block(l.body()), l.span());
        } else if (s instanceof Stmt.Try t) {
            List<Stmt.Declare> resources =
                    t.resources().stream().map(this::declare).toList();
            List<Stmt.Catch> catches = new ArrayList<>();
            t.catches().forEach(c -> catches.add(new Stmt.Catch(c.types(), variable(c.variable()), block(c.body()))));
            return new Stmt.Try(resources, block(t.body()), catches, block(t.finallyBlock()), t.span());
        } else if (s instanceof Stmt.Synchronized y) {
            return new Stmt.Synchronized(expr(y.monitor()), block(y.body()), y.span());
        }
        throw new AssertionError(s);
    }
}
