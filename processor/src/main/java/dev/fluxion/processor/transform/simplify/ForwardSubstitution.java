package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
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
        private final Facts facts = new Facts();

        Substitution(Occurrences occurrences) {
            this.occurrences = occurrences;
        }

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            Pending pending = null;
            for (int i = 0; i < statements.size() - 1; i++) {
                if (pending != null) {
                    pending.settle(i);
                }
                if (statements.get(i) instanceof Stmt.Declare d && isCandidate(d)) {
                    pending = pending == null ? new Pending(statements, occurrences) : pending;
                    move(d, i, pending);
                }
            }
            if (pending != null) {
                pending.settle(statements.size() - 1);
                statements.removeIf(s -> s == null);
            }
            return statements;
        }

        /** Substitutes a declaration of the sequence itself in what stands behind it, if it may be. */
        private void move(Stmt.Declare d, int at, Pending pending) {
            Expr value = d.value();
            int user = pending.reader(d.variable());
            boolean total = facts.isTotal(value);
            if (user < 0
                    || !total && !pending.isNext(at, user)
                    || pending.changes(value, facts.readsMemory(value), at, user)) {
                return;
            }
            if (pending.reads(user, d.variable())) {
                if (!total) {
                    pending.settle(user);
                }
                if (isSubstituted(d, pending.get(user), total)) {
                    pending.substitute(d, at, user);
                }
            } else if (total) {
                Stmt replaced = intoBranch(d, pending.get(user), Occurrences.reads(value));
                if (replaced != null) {
                    pending.remove(at);
                    pending.set(user, replaced);
                }
            }
        }

        private boolean isCandidate(Stmt.Declare d) {
            Var v = d.variable();
            return d.value() != null
                    && (v.isTemporary() || v.isDerivative())
                    && !v.isTape()
                    && occurrences.definitions(v) == 1
                    && occurrences.reads(v) == 1
                    && !(v.isDerivative() && facts.operators(d.value()) > LIMIT);
        }

        /** Substitutes in one of a block's statements, in the list itself, if it may be. */
        private boolean moves(Stmt.Declare d, List<Stmt> statements) {
            boolean total = facts.isTotal(d.value());
            Set<Var> operands = Occurrences.reads(d.value());
            for (int i = 0; i < statements.size(); i++) {
                Stmt s = statements.get(i);
                if (Occurrences.mentions(s, d.variable())) {
                    Stmt replaced = into(d, s, operands);
                    if (replaced != null) {
                        statements.set(i, replaced);
                    }
                    return replaced != null;
                } else if (changes(s, d.value(), operands)) {
                    return false;
                }
            }
            return false;
        }

        private static boolean changes(Stmt s, Expr value, Set<Var> operands) {
            return Occurrences.assigned(s).stream().anyMatch(operands::contains)
                    || Effects.readsMemory(value) && Writes.memory(s);
        }

        private Stmt into(Stmt.Declare d, Stmt s, Set<Var> operands) {
            boolean direct = Walk.expressions(s).stream()
                    .anyMatch(e -> Occurrences.reads(e).contains(d.variable()));
            if (!direct) {
                return intoBranch(d, s, operands);
            }
            return isSubstituted(d, s, true) ? replaced(d, s) : null;
        }

        /** Whether a statement's own expressions, one of which reads the variable, may compute its value. */
        private boolean isSubstituted(Stmt.Declare d, Stmt s, boolean total) {
            if (s instanceof Stmt.Loop || s instanceof Stmt.Assert || isNamedResult(d, s)) {
                return false;
            } else if (isAllocation(d.value()) || !total && !Effects.isPure(d.value())) {
                return s instanceof Stmt.Assign a && a.value().equals(new Expr.Read(d.variable()));
            }
            return total || mayFailIn(s, d.variable());
        }

        /** Whether what fails when a variable gets its value may as well fail where the variable is read. */
        private static boolean mayFailIn(Stmt s, Var v) {
            return isUnconditional(s, v) && (othersAreTotal(s, v) || isReadFirst(Walk.expressions(s), v));
        }

        /** Whether a variable is read before anything that may fail or has an effect. */
        private static boolean isReadFirst(List<Expr> inOrder, Var v) {
            for (Expr e : inOrder) {
                if (Occurrences.reads(e).contains(v)) {
                    return e instanceof Expr.Read || isReadFirst(Walk.parts(e), v);
                } else if (!Effects.isTotal(e)) {
                    return false;
                }
            }
            return false;
        }

        /** A value that is returned beside others keeps its name. */
        private boolean isNamedResult(Stmt.Declare d, Stmt s) {
            return s instanceof Stmt.Return r && r.values().size() > 1 && facts.operators(d.value()) > 0;
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
            return moves(d, statements) ? new Block(statements) : block;
        }

        private static Stmt replaced(Stmt.Declare d, Stmt s) {
            return Replacement.heads(s, Map.of(d.variable(), d.value()));
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
}
