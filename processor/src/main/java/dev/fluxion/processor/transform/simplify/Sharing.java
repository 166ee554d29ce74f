package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import dev.fluxion.processor.transform.normalise.TemporaryNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Common subexpressions: what a derivative and an earlier statement of the same sequence both compute gets a name where it is computed
 * first, if the name costs less than to compute it again.
 */
final class Sharing implements Pass {

    @Override
    public String name() {
        return "share";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Naming().block(function.body()));
    }

    /** An expression and the places that compute it, as long as its variables keep their values. */
    private static final class Common {

        private final Expr expression;
        private final int first;
        private final Set<Var> operands;
        private int places;
        private boolean ours;

        /** Whether a temporary for just this is there, but later than first needed. */
        private boolean named;

        private int last;

        Common(Expr expression, int first) {
            this.expression = expression;
            this.first = first;
            this.operands = Occurrences.reads(expression);
        }

        private boolean isWorthIt() {
            int saved = (places - 1) * ForwardSubstitution.operators(expression);
            return ours && saved > (named ? 0 : 1);
        }
    }

    private static final class Naming extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            Common common;
            while ((common = best(statements)) != null) {
                Var name = Var.temporary(TemporaryNames.of(common.expression), common.expression.type());
                Naming.replace(statements, common, name);
                Stmt first = statements.get(common.first);
                statements.add(common.first, new Stmt.Declare(name, common.expression, first.span()));
            }
            return statements;
        }

        private static Common best(List<Stmt> statements) {
            Map<Object, Common> open = new LinkedHashMap<>();
            List<Common> found = new ArrayList<>();
            for (int i = 0; i < statements.size(); i++) {
                Stmt s = statements.get(i);
                Set<Var> changed = Order.given(s);
                boolean nested = !Walk.blocks(s).isEmpty();
                if (!(s instanceof Stmt.Loop)) {
                    count(s, i, true, open);
                }
                if (nested) {
                    Map<Object, Common> stable = new LinkedHashMap<>(open);
                    stable.values().removeIf(c -> c.operands.stream().anyMatch(changed::contains));
                    int at = i;
                    Walk.blocks(s).forEach(b -> Walk.statements(b, t -> count(t, at, false, stable)));
                }
                open.values().removeIf(c -> {
                    boolean ends = c.operands.stream().anyMatch(changed::contains);
                    if (ends) {
                        found.add(c);
                    }
                    return ends;
                });
            }
            found.addAll(open.values());
            return found.stream()
                    .filter(Common::isWorthIt)
                    .reduce((a, b) -> size(b) > size(a) ? b : a)
                    .orElse(null);
        }

        private static int size(Common c) {
            return ForwardSubstitution.operators(c.expression);
        }

        /** Counts the expressions that a statement itself computes in any case. */
        private static void count(Stmt s, int at, boolean begins, Map<Object, Common> open) {
            boolean ours = isOurs(s);
            for (Expr e : Walk.expressions(s)) {
                count(e, at, begins && !(s instanceof Stmt.Return), ours, open);
            }
            Common whole = s instanceof Stmt.Declare d && d.value() != null ? open.get(Keys.of(d.value())) : null;
            if (whole != null && whole.first < at && Reuse.isOurs(((Stmt.Declare) s).variable())) {
                whole.named = true;
            }
        }

        private static boolean isOurs(Stmt s) {
            return Occurrences.defined(s).stream().anyMatch(Reuse::isOurs);
        }

        private static void count(Expr e, int at, boolean begins, boolean ours, Map<Object, Common> open) {
            if (Reuse.isWorthy(e)) {
                Object key = Keys.of(e);
                Common c = open.get(key);
                if (c == null && begins) {
                    c = new Common(e, at);
                    open.put(key, c);
                }
                if (c != null) {
                    c.places++;
                    c.ours |= ours;
                    c.last = at;
                }
            }
            boolean lazy = e instanceof Expr.Conditional
                    || e instanceof Expr.Binary b && b.operator().kind() == Operator.Kind.LAZY;
            List<Expr> parts = Walk.parts(e);
            for (int i = 0; i < parts.size(); i++) {
                count(parts.get(i), at, begins && !(lazy && i > 0), ours, open);
            }
        }

        private static void replace(List<Stmt> statements, Common common, Var name) {
            Object key = Keys.of(common.expression);
            Rewriter reading = new Rewriter() {
                @Override
                public Expr expr(Expr e) {
                    boolean here = e != null && Reuse.isWorthy(e) && Keys.of(e).equals(key);
                    return here ? new Expr.Read(name) : super.expr(e);
                }
            };
            for (int i = common.first; i <= common.last; i++) {
                statements.set(
                        i,
                        reading.block(Block.of(statements.get(i))).statements().get(0));
            }
        }
    }
}
