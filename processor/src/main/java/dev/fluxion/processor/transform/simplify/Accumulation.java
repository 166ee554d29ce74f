package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.Pass;
import java.util.List;

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

        private final Facts facts = new Facts();

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            Mentions mentions = null;
            for (int i = 0; i < statements.size() - 1; i++) {
                Var v = target(statements.get(i));
                if (v != null && v.isDerivative() && v.type().isPrimitive()) {
                    mentions = mentions == null ? new Mentions(statements) : mentions;
                    merge(v, statements, i, mentions);
                }
            }
            statements.removeIf(s -> s == null);
            return statements;
        }

        /** Adds a value to the next one of the same variable, and leaves nothing in its place, if that may be. */
        private void merge(Var v, List<Stmt> statements, int at, Mentions mentions) {
            Stmt s = statements.get(at);
            Expr first = value(s);
            int next = mentions.next(v, at);
            boolean free = next > 0
                    && facts.isTotal(first)
                    && !mentions.isAssigned(Occurrences.reads(first), at, next)
                    && !mentions.isLeft(at, next)
                    && !mayBeHandled(statements, at, next)
                    && !(facts.readsMemory(first) && mentions.isWritten(at, next));
            Expr sum = free ? sum(first, statements.get(next), v) : null;
            if (sum != null) {
                Stmt with = withValue(s, statements.get(next), sum);
                mentions.replace(next, statements.get(next), with);
                statements.set(next, with);
                mentions.remove(s, at);
                statements.set(at, null);
            }
        }

        private Expr sum(Expr first, Stmt next, Var v) {
            if (next instanceof Stmt.Assign a
                    && a.variable() == v
                    && a.value() instanceof Expr.Binary b
                    && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)
                    && b.left().equals(new Expr.Read(v))
                    && !Occurrences.reads(b.right()).contains(v)
                    && facts.operators(first) + facts.operators(b.right()) <= LIMIT) {
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
