package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The statements lowered so far, and the evaluation order: when a later operand turns out to need statements of its own, the earlier operands are kept in
 * variables before them, unless those statements cannot make a difference.
 */
final class Emitter {

    private List<Stmt> out = new ArrayList<>();

    void emit(Stmt s) {
        out.add(s);
    }

    /** What an action emits, apart. */
    List<Stmt> apart(Runnable action) {
        List<Stmt> saved = out;
        List<Stmt> inner = new ArrayList<>();
        out = inner;
        try {
            action.run();
        } finally {
            out = saved;
        }
        return inner;
    }

    /** Keeps a value in a fresh variable. */
    Expr keep(Expr e, String name, Span span) {
        Var v = Var.temporary(name, e.type());
        emit(new Stmt.Declare(v, e, span));
        return new Expr.Read(v);
    }

    /** Evaluates operands from left to right. */
    List<Expr> inOrder(List<Supplier<Expr>> operands, Span span) {
        List<Expr> values = new ArrayList<>();
        for (Supplier<Expr> operand : operands) {
            int mark = out.size();
            Expr value = operand.get();
            if (out.size() > mark) {
                protect(values, mark, span);
            }
            values.add(value);
        }
        return values;
    }

    private void protect(List<Expr> values, int mark, Span span) {
        List<Stmt> later = new ArrayList<>(out.subList(mark, out.size()));
        List<Stmt> kept = new ArrayList<>();
        Set<Var> assigned = assigned(later);
        for (int i = 0; i < values.size(); i++) {
            if (canChange(values.get(i), assigned)) {
                Var v = Var.temporary(
                        Temporaries.name(values.get(i)), values.get(i).type());
                kept.add(new Stmt.Declare(v, values.get(i), span));
                values.set(i, new Expr.Read(v));
            }
        }
        out.addAll(mark, kept);
    }

    private static Set<Var> assigned(List<Stmt> statements) {
        Set<Var> found = new HashSet<>();
        Walk.statements(new Block(statements), s -> {
            if (s instanceof Stmt.Assign a) {
                found.add(a.variable());
            }
        });
        return found;
    }

    /** Whether statements could change the value of an expression, or come too early before its exception. */
    private static boolean canChange(Expr e, Set<Var> assigned) {
        boolean[] found = {false};
        Walk.expressions(
                e,
                part -> found[0] |= part instanceof Expr.Read r && assigned.contains(r.variable()) || !isStable(part));
        return found[0];
    }

    private static boolean isStable(Expr e) {
        if (e instanceof Expr.FieldRead f) {
            return Effects.isConstant(f);
        } else if (e instanceof Expr.Element || e instanceof Expr.Length) {
            return false;
        } else if (e instanceof Expr.Cast c) {
            return c.type() instanceof Type.Primitive == c.operand().type() instanceof Type.Primitive
                    && c.type() instanceof Type.Primitive;
        } else if (e instanceof Expr.Binary b) {
            boolean divides = b.operator() == Operator.DIVIDE || b.operator() == Operator.REMAINDER;
            return !divides || b.type().isFloating();
        } else if (e instanceof Expr.Call c) {
            return c.callee() instanceof Callee.Method m
                    && PureMethods.find(m)
                            .filter(p -> p == PureMethods.Purity.TOTAL)
                            .isPresent();
        }
        return !(e instanceof Expr.Opaque || e instanceof Expr.Concat);
    }
}
