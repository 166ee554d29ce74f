package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Available expressions: what a variable holds is read from there, where a temporary or a derivative would compute it again. The
 * user's own statements stay as they are.
 */
final class Reuse implements Pass {

    @Override
    public String name() {
        return "reuse";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Known(Map.of()).block(function.body()));
    }

    /** A variable that holds a value, and the variables that the value depends on. */
    private record Held(Var variable, Set<Var> operands) {}

    /** What is known at a place of a block. */
    private static final class Known extends Rewriter {

        private final Map<Object, Held> held;

        Known(Map<Object, Held> held) {
            this.held = new HashMap<>(held);
        }

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            Stmt result = s;
            if (s instanceof Stmt.If i && Occurrences.assigned(i).stream().anyMatch(Var::isDerivative)) {
                result = nested(new Stmt.If(known(i.condition()), i.whenTrue(), i.whenFalse(), i.span()));
            } else if (s instanceof Stmt.Declare d && d.value() != null) {
                result = isOurs(d.variable()) ? new Stmt.Declare(d.variable(), known(d.value()), d.span()) : d;
            } else if (s instanceof Stmt.Assign a) {
                result = isOurs(a.variable()) ? new Stmt.Assign(a.variable(), known(a.value()), a.span()) : a;
            } else if (!Walk.blocks(s).isEmpty()) {
                result = nested(s);
            }
            Order.given(s).forEach(this::forget);
            if (s instanceof Stmt.Declare d && d.value() != null) {
                learn(d.variable(), d.value());
            } else if (s instanceof Stmt.Assign a) {
                learn(a.variable(), a.value());
            }
            return List.of(result);
        }

        private Expr known(Expr value) {
            if (held.isEmpty()) {
                return value;
            }
            Held whole = held.get(Keys.of(value));
            if (whole != null && whole.variable().type().equals(value.type())) {
                return new Expr.Read(whole.variable());
            }
            return new Parts().descend(value);
        }

        private void forget(Var v) {
            held.values().removeIf(h -> h.variable() == v || h.operands().contains(v));
        }

        private void learn(Var v, Expr value) {
            Set<Var> operands = Occurrences.reads(value);
            if (isWorthy(value) && !operands.contains(v)) {
                held.putIfAbsent(Keys.of(value), new Held(v, operands));
            }
        }

        /** In the blocks of a statement all is known that the statement does not change on some way through it. */
        private Stmt nested(Stmt s) {
            Known inside = new Known(held);
            if (!(s instanceof Stmt.If || s instanceof Stmt.Switch)) {
                Order.given(s).forEach(inside::forget);
            }
            return new Rewriter() {
                @Override
                public Block block(Block b) {
                    return new Known(inside.held).statements(b);
                }

                @Override
                public Expr expr(Expr e) {
                    return e;
                }

                Stmt of(Stmt t) {
                    return descend(t);
                }
            }.of(s);
        }

        private Block statements(Block b) {
            List<Stmt> code = new ArrayList<>();
            b.statements().forEach(s -> code.addAll(rewrite(s)));
            return code.equals(b.statements()) ? b : new Block(code);
        }

        /** Replaces the largest known parts of an expression. */
        private final class Parts extends Rewriter {

            Expr descend(Expr e) {
                return super.expr(e);
            }

            @Override
            public Expr expr(Expr e) {
                Held h = e == null || !isWorthy(e) ? null : held.get(Keys.of(e));
                return h != null && h.variable().type().equals(e.type()) ? new Expr.Read(h.variable()) : super.expr(e);
            }
        }
    }

    /** Whether a variable is none of the user's. */
    static boolean isOurs(Var v) {
        return v.isTemporary() || v.isDerivative();
    }

    /** Whether an expression computes a number, never fails and depends on local variables alone. */
    static boolean isWorthy(Expr e) {
        return e.type().isFloating()
                && ForwardSubstitution.operators(e) > 0
                && Effects.isTotal(e)
                && !Effects.readsMemory(e);
    }
}
