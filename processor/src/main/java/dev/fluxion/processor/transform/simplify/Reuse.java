package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
        return function.withBody(new Known().block(function.body()));
    }

    /** A variable that holds a value as long as it has a version. */
    private record Held(Var variable, int version) {}

    /** What was known of a number before it was learned anew. */
    private record Before(int number, Held held) {}

    /** What is known at a place of a block. */
    private static final class Known extends Rewriter {

        private final ValueNumbers values = new ValueNumbers();
        private final Map<Integer, Held> held = new HashMap<>();
        private final Deque<Before> learned = new ArrayDeque<>();
        private int version;

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            Stmt result = s;
            Expr value = null;
            if (s instanceof Stmt.If i && Occurrences.assigned(i).stream().anyMatch(Var::isDerivative)) {
                result = nested(new Stmt.If(known(i.condition()), i.whenTrue(), i.whenFalse(), i.span()));
            } else if (s instanceof Stmt.Declare d && d.value() != null) {
                value = d.value();
                result = isOurs(d.variable()) ? new Stmt.Declare(d.variable(), known(value), d.span()) : d;
            } else if (s instanceof Stmt.Assign a) {
                value = a.value();
                result = isOurs(a.variable()) ? new Stmt.Assign(a.variable(), known(value), a.span()) : a;
            } else if (!Walk.blocks(s).isEmpty()) {
                result = nested(s);
            }
            boolean worthy = value != null && values.facts().isWorthy(value);
            int number = worthy ? values.of(value) : 0;
            values.set(Order.given(s), ++version);
            if (worthy) {
                learn(number, Occurrences.defined(s).get(0));
            }
            return List.of(result);
        }

        private Expr known(Expr value) {
            Held whole = find(value);
            return whole == null ? new Parts().descend(value) : new Expr.Read(whole.variable());
        }

        /** The variable that holds the value of an expression, or null. */
        private Held find(Expr e) {
            Held h = values.facts().isWorthy(e) ? held.get(values.of(e)) : null;
            return h != null && isValid(h) && h.variable().type().equals(e.type()) ? h : null;
        }

        private boolean isValid(Held h) {
            return values.version(h.variable()) == h.version();
        }

        private void learn(int number, Var v) {
            Held old = held.get(number);
            if (old == null || !isValid(old)) {
                learned.push(new Before(number, old));
                held.put(number, new Held(v, values.version(v)));
            }
        }

        /** In the blocks of a statement all is known that the statement does not change on some way through it. */
        private Stmt nested(Stmt s) {
            Set<Var> given = Order.given(s);
            if (!(s instanceof Stmt.If || s instanceof Stmt.Switch)) {
                values.set(given, ++version);
            }
            Map<Var, Integer> before = values.versions(given);
            return new Rewriter() {
                @Override
                public Block block(Block b) {
                    int known = learned.size();
                    Block result = statements(b);
                    values.restore(before);
                    while (learned.size() > known) {
                        Before last = learned.pop();
                        held.put(last.number(), last.held());
                    }
                    return result;
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
                Held h = e == null ? null : find(e);
                return h == null ? super.expr(e) : new Expr.Read(h.variable());
            }
        }
    }

    /** Whether a variable is none of the user's. */
    static boolean isOurs(Var v) {
        return v.isTemporary() || v.isDerivative();
    }
}
