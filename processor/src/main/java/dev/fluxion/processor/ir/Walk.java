package dev.fluxion.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Visits trees in evaluation order. */
public final class Walk {

    private Walk() {}

    /** The direct parts of an expression, in evaluation order. */
    public static List<Expr> parts(Expr e) {
        List<Expr> parts = new ArrayList<>();
        if (e instanceof Expr.FieldRead f) {
            add(parts, f.target());
        } else if (e instanceof Expr.Element a) {
            add(parts, a.array(), a.index());
        } else if (e instanceof Expr.Length l) {
            add(parts, l.array());
        } else if (e instanceof Expr.Unary u) {
            add(parts, u.operand());
        } else if (e instanceof Expr.Binary b) {
            add(parts, b.left(), b.right());
        } else if (e instanceof Expr.Concat c) {
            parts.addAll(c.parts());
        } else if (e instanceof Expr.Cast c) {
            add(parts, c.operand());
        } else if (e instanceof Expr.Conditional c) {
            add(parts, c.condition(), c.whenTrue(), c.whenFalse());
        } else if (e instanceof Expr.InstanceOf i) {
            add(parts, i.operand());
        } else if (e instanceof Expr.Call c) {
            add(parts, c.target());
            parts.addAll(c.arguments());
        } else if (e instanceof Expr.New n) {
            parts.addAll(n.arguments());
        } else if (e instanceof Expr.NewArray n) {
            parts.addAll(n.lengths());
        } else if (e instanceof Expr.ArrayLiteral a) {
            parts.addAll(a.elements());
        } else if (e instanceof Expr.Opaque o) {
            parts.addAll(o.holes());
        }
        return parts;
    }

    private static void add(List<Expr> parts, Expr... exprs) {
        for (Expr e : exprs) {
            if (e != null) {
                parts.add(e);
            }
        }
    }

    /** The expressions that stand directly in a statement, in evaluation order; those of nested statements are not among them. */
    public static List<Expr> expressions(Stmt s) {
        List<Expr> parts = new ArrayList<>();
        if (s instanceof Stmt.Declare d) {
            add(parts, d.value());
        } else if (s instanceof Stmt.Assign a) {
            add(parts, a.value());
        } else if (s instanceof Stmt.StoreField f) {
            add(parts, f.target(), f.value());
        } else if (s instanceof Stmt.StoreElement e) {
            add(parts, e.array(), e.index(), e.value());
        } else if (s instanceof Stmt.Eval e) {
            add(parts, e.value());
        } else if (s instanceof Stmt.Invoke i) {
            parts.addAll(i.arguments());
        } else if (s instanceof Stmt.If i) {
            add(parts, i.condition());
        } else if (s instanceof Stmt.Loop l) {
            add(parts, l.condition());
        } else if (s instanceof Stmt.Switch w) {
            add(parts, w.selector());
        } else if (s instanceof Stmt.Return r) {
            parts.addAll(r.values());
        } else if (s instanceof Stmt.Throw t) {
            add(parts, t.exception());
        } else if (s instanceof Stmt.Assert a) {
            add(parts, a.condition(), a.detail());
        } else if (s instanceof Stmt.Synchronized y) {
            add(parts, y.monitor());
        } else if (s instanceof Stmt.Push p) {
            add(parts, p.value());
        }
        return parts;
    }

    /** The blocks of a statement, in the order in which they are written. */
    public static List<Block> blocks(Stmt s) {
        List<Block> blocks = new ArrayList<>();
        if (s instanceof Stmt.If i) {
            blocks.add(i.whenTrue());
            blocks.add(i.whenFalse());
        } else if (s instanceof Stmt.Loop l) {
            blocks.add(l.init());
            blocks.add(l.body());
            blocks.add(l.update());
        } else if (s instanceof Stmt.Switch w) {
            w.cases().forEach(c -> blocks.add(c.body()));
        } else if (s instanceof Stmt.Labeled l) {
            blocks.add(l.body());
        } else if (s instanceof Stmt.Try t) {
            blocks.add(new Block(List.copyOf(t.resources())));
            blocks.add(t.body());
            t.catches().forEach(c -> blocks.add(c.body()));
            blocks.add(t.finallyBlock());
        } else if (s instanceof Stmt.Synchronized y) {
            blocks.add(y.body());
        }
        return blocks;
    }

    /** Every expression in an expression, itself included, outermost first. */
    public static void expressions(Expr e, Consumer<Expr> visitor) {
        if (e == null) {
            return;
        }
        visitor.accept(e);
        parts(e).forEach(p -> expressions(p, visitor));
    }

    /** Every statement in a block, nested ones after the one that holds them. */
    public static void statements(Block block, Consumer<Stmt> visitor) {
        for (Stmt s : block.statements()) {
            visitor.accept(s);
            blocks(s).forEach(b -> statements(b, visitor));
        }
    }

    /** Every expression in a block, those of nested statements included. */
    public static void allExpressions(Block block, Consumer<Expr> visitor) {
        statements(block, s -> expressions(s).forEach(e -> expressions(e, visitor)));
    }
}
