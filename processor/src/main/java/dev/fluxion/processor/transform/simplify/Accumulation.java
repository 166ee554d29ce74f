package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.Pass;
import java.util.List;
import java.util.Set;

/** Merges the first contributions to an adjoint: {@code uBar = a; uBar += b;} becomes {@code uBar = a + b}. */
final class Accumulation implements Pass {

    /** A sum of more operators than this is written in several statements. */
    private static final int LIMIT = 12;

    @Override
    public String name() {
        return "accumulate";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Sums().block(function.body()));
    }

    private static final class Sums extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            for (int i = 0; i < statements.size() - 1; i++) {
                Stmt s = statements.get(i);
                Var v = target(s);
                if (v != null && v.isDerivative() && merge(s, v, statements, i)) {
                    statements.remove(i);
                    i--;
                }
            }
            return statements;
        }

        private static boolean merge(Stmt s, Var v, List<Stmt> statements, int at) {
            Expr first = value(s);
            if (!Effects.isTotal(first) || !v.type().isPrimitive()) {
                return false;
            }
            Set<Var> operands = Occurrences.reads(first);
            for (int i = at + 1; i < statements.size(); i++) {
                Stmt next = statements.get(i);
                if (Occurrences.mentions(next, v)) {
                    Expr sum = sum(first, next, v);
                    if (sum != null) {
                        statements.set(i, withValue(s, next, sum));
                    }
                    return sum != null;
                } else if (Occurrences.assigned(next).stream().anyMatch(operands::contains)
                        || Jumps.leave(Block.of(next))
                        || Effects.readsMemory(first) && Writes.memory(next)) {
                    return false;
                }
            }
            return false;
        }

        private static Expr sum(Expr first, Stmt next, Var v) {
            if (next instanceof Stmt.Assign a
                    && a.variable() == v
                    && a.value() instanceof Expr.Binary b
                    && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)
                    && b.left().equals(new Expr.Read(v))
                    && !Occurrences.reads(b.right()).contains(v)
                    && ForwardSubstitution.operators(first) + ForwardSubstitution.operators(b.right()) <= LIMIT) {
                return new Expr.Binary(b.operator(), first, b.right(), b.type());
            }
            return null;
        }

        private static Stmt withValue(Stmt first, Stmt next, Expr sum) {
            Var v = target(first);
            return first instanceof Stmt.Declare
                    ? new Stmt.Declare(v, sum, next.span())
                    : new Stmt.Assign(v, sum, next.span());
        }

        private static Var target(Stmt s) {
            if (s instanceof Stmt.Declare d && d.value() != null) {
                return d.variable();
            }
            return s instanceof Stmt.Assign a ? a.variable() : null;
        }

        private static Expr value(Stmt s) {
            return s instanceof Stmt.Declare d ? d.value() : ((Stmt.Assign) s).value();
        }
    }
}
