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

    private List<Expr> exprs(List<Expr> list) {
        List<Expr> result = new ArrayList<>();
        for (Expr e : list) {
            result.add(expr(e));
        }
        return result;
    }

    /** Rewrites an expression; null stays null. */
    public Expr expr(Expr e) {
        return e == null ? null : leave(parts(e));
    }

    private Expr parts(Expr e) {
        if (e instanceof Expr.Constant) {
            return e;
        } else if (e instanceof Expr.Read r) {
            return new Expr.Read(variable(r.variable()));
        } else if (e instanceof Expr.FieldRead f) {
            return new Expr.FieldRead(f.field(), expr(f.target()), f.type(), f.span());
        } else if (e instanceof Expr.Element a) {
            return new Expr.Element(expr(a.array()), expr(a.index()), a.type());
        } else if (e instanceof Expr.Length l) {
            return new Expr.Length(expr(l.array()));
        } else if (e instanceof Expr.Unary u) {
            return new Expr.Unary(u.operator(), expr(u.operand()), u.type());
        } else if (e instanceof Expr.Binary b) {
            return new Expr.Binary(b.operator(), expr(b.left()), expr(b.right()), b.type());
        } else if (e instanceof Expr.Concat c) {
            return new Expr.Concat(exprs(c.parts()), c.span());
        } else if (e instanceof Expr.Cast c) {
            return new Expr.Cast(c.type(), expr(c.operand()), c.span());
        } else if (e instanceof Expr.Conditional c) {
            return new Expr.Conditional(expr(c.condition()), expr(c.whenTrue()), expr(c.whenFalse()), c.type());
        } else if (e instanceof Expr.InstanceOf i) {
            return new Expr.InstanceOf(expr(i.operand()), i.tested());
        }
        return compound(e);
    }

    private Expr compound(Expr e) {
        if (e instanceof Expr.Call c) {
            return new Expr.Call(c.callee(), expr(c.target()), exprs(c.arguments()), c.type(), c.span());
        } else if (e instanceof Expr.New n) {
            return new Expr.New(n.type(), exprs(n.arguments()), n.span());
        } else if (e instanceof Expr.NewArray n) {
            return new Expr.NewArray(n.type(), exprs(n.lengths()));
        } else if (e instanceof Expr.ArrayLiteral a) {
            return new Expr.ArrayLiteral(a.type(), exprs(a.elements()));
        } else if (e instanceof Expr.Opaque o) {
            return new Expr.Opaque(o.fragments(), exprs(o.holes()), o.type(), o.span());
        } else if (e instanceof Expr.Pop p) {
            return new Expr.Pop(variable(p.stack()), p.type());
        } else if (e instanceof Expr.IsEmpty i) {
            return new Expr.IsEmpty(variable(i.stack()));
        }
        throw new AssertionError(e);
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
