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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forward substitution: a temporary or an adjoint that is read once is replaced by its expression there, where that still has the same
 * value. It may go into a branch, never into a loop. What may throw only goes into the very next statement, where nothing
 * else may throw.
 */
final class ForwardSubstitution implements Pass {

    /** A derivative of more operators than this keeps a name. */
    private static final int LIMIT = 8;

    @Override
    public String name() {
        return "substitute";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Substitution(Occurrences.of(function)).block(function.body()));
    }

    /** An array is made at the root of a statement, as calls with effects are. */
    static boolean isAllocation(Expr e) {
        return e instanceof Expr.ArrayLiteral || e instanceof Expr.NewArray;
    }

    private static final class Substitution extends BlockPass {

        private final Occurrences occurrences;

        Substitution(Occurrences occurrences) {
            this.occurrences = occurrences;
        }

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            for (int i = 0; i < statements.size() - 1; i++) {
                if (statements.get(i) instanceof Stmt.Declare d && isCandidate(d) && moves(d, statements, i + 1)) {
                    statements.remove(i);
                    i--;
                }
            }
            return statements;
        }

        private boolean isCandidate(Stmt.Declare d) {
            Var v = d.variable();
            return d.value() != null
                    && (v.isTemporary() || v.isDerivative())
                    && !v.isTape()
                    && occurrences.definitions(v) == 1
                    && occurrences.reads(v) == 1
                    && !(v.isDerivative() && operators(d.value()) > LIMIT);
        }

        /** Substitutes in one of the statements from a place on, in the list itself, if it may be. */
        private boolean moves(Stmt.Declare d, List<Stmt> statements, int from) {
            boolean total = Effects.isTotal(d.value());
            Set<Var> operands = Occurrences.reads(d.value());
            for (int i = from; i < statements.size(); i++) {
                Stmt s = statements.get(i);
                if (Occurrences.mentions(s, d.variable())) {
                    Stmt replaced = total || i == from ? into(d, s, operands, total) : null;
                    if (replaced != null) {
                        statements.set(i, replaced);
                    }
                    return replaced != null;
                } else if (!total || changes(s, d.value(), operands)) {
                    return false;
                }
            }
            return false;
        }

        private static boolean changes(Stmt s, Expr value, Set<Var> operands) {
            return Occurrences.assigned(s).stream().anyMatch(operands::contains)
                    || Effects.readsMemory(value) && Writes.memory(s);
        }

        private Stmt into(Stmt.Declare d, Stmt s, Set<Var> operands, boolean total) {
            boolean direct = Walk.expressions(s).stream()
                    .anyMatch(e -> Occurrences.reads(e).contains(d.variable()));
            if (!direct) {
                return total ? intoBranch(d, s, operands) : null;
            } else if (s instanceof Stmt.Loop || s instanceof Stmt.Assert || isNamedResult(d, s)) {
                return null;
            } else if (!Effects.isPure(d.value()) || isAllocation(d.value())) {
                boolean whole = s instanceof Stmt.Assign a && a.value().equals(new Expr.Read(d.variable()));
                return whole ? replaced(d, s) : null;
            } else if (!total && (!isUnconditional(s, d.variable()) || !othersAreTotal(s, d.variable()))) {
                return null;
            }
            return replaced(d, s);
        }

        /** A value that is returned beside others keeps its name. */
        private static boolean isNamedResult(Stmt.Declare d, Stmt s) {
            return s instanceof Stmt.Return r && r.values().size() > 1 && operators(d.value()) > 0;
        }

        private Stmt intoBranch(Stmt.Declare d, Stmt s, Set<Var> operands) {
            if (s instanceof Stmt.If i) {
                Block whenTrue = intoBlock(d, i.whenTrue());
                Block whenFalse = intoBlock(d, i.whenFalse());
                boolean done = whenTrue != i.whenTrue() || whenFalse != i.whenFalse();
                return done ? new Stmt.If(i.condition(), whenTrue, whenFalse, i.span()) : null;
            } else if (s instanceof Stmt.Switch w) {
                List<Stmt.Case> cases = new ArrayList<>();
                boolean done = false;
                for (Stmt.Case c : w.cases()) {
                    Block body = intoBlock(d, c.body());
                    done |= body != c.body();
                    cases.add(new Stmt.Case(c.constants(), c.isDefault(), body));
                }
                return done ? new Stmt.Switch(w.label(), w.selector(), cases, w.span()) : null;
            }
            return null;
        }

        private Block intoBlock(Stmt.Declare d, Block block) {
            List<Stmt> statements = new ArrayList<>(block.statements());
            return moves(d, statements, 0) ? new Block(statements) : block;
        }

        private static Stmt replaced(Stmt.Declare d, Stmt s) {
            Replacement replacement = new Replacement(Map.of(d.variable(), d.value()));
            return Heads.of(s, replacement);
        }

        private static boolean isUnconditional(Stmt s, Var v) {
            return Walk.expressions(s).stream().noneMatch(e -> isLazy(e, v));
        }

        /** Whether the variable is read in a part that need not be evaluated. */
        private static boolean isLazy(Expr e, Var v) {
            List<Expr> parts = Walk.parts(e);
            boolean lazy = e instanceof Expr.Conditional
                    || e instanceof Expr.Binary b && b.operator().kind() == dev.fluxion.processor.ir.Operator.Kind.LAZY;
            for (int i = 0; i < parts.size(); i++) {
                if (lazy && i > 0 && Occurrences.reads(parts.get(i)).contains(v) || isLazy(parts.get(i), v)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether nothing else in the statement's own expressions may throw before. */
        private static boolean othersAreTotal(Stmt s, Var v) {
            return Walk.expressions(s).stream().allMatch(e -> Effects.isTotal(e) || isRootOver(e, v));
        }

        /** A call with effects, whose arguments are total: it happens after them. */
        private static boolean isRootOver(Expr e, Var v) {
            return !Effects.isPure(e)
                    && Walk.parts(e).stream().allMatch(Effects::isTotal)
                    && Occurrences.reads(e).contains(v);
        }
    }

    /** How many operators and calls an expression has. */
    static int operators(Expr e) {
        boolean leaf = e instanceof Expr.Read || e instanceof Expr.Constant || e instanceof Expr.Cast;
        return (leaf ? 0 : 1)
                + Walk.parts(e).stream()
                        .mapToInt(ForwardSubstitution::operators)
                        .sum();
    }

    /** Rewrites the expressions that stand directly in a statement. */
    private static final class Heads extends Rewriter {

        private final Replacement replacement;

        private Heads(Replacement replacement) {
            this.replacement = replacement;
        }

        static Stmt of(Stmt s, Replacement replacement) {
            return new Heads(replacement).descend(s);
        }

        @Override
        public Expr expr(Expr e) {
            return replacement.expr(e);
        }

        @Override
        public Block block(Block b) {
            return b;
        }
    }
}
