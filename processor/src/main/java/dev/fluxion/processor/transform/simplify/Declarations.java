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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declares a variable where it is first given a value: with its first assignment, or in the one block that uses it; with a constant, where it is first used. A declaration
 * without a value followed by a choice between two values becomes one with {@code ?:}.
 */
final class Declarations implements Pass {

    @Override
    public String name() {
        return "declarations";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Moving().block(function.body()));
    }

    private static final class Moving extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            return statements.stream().noneMatch(Moving::isMobile) ? statements : new Placing(statements).run();
        }

        /** Whether a statement declares a variable without a value, or one of ours with a value that is the same everywhere. */
        private static boolean isMobile(Stmt s) {
            return s instanceof Stmt.Declare d
                    && (d.value() == null
                            || Reuse.isOurs(d.variable())
                                    && (d.value() instanceof Expr.Constant || d.value() instanceof Expr.New)
                                    && Effects.isTotal(d.value()));
        }

        private static Stmt declaring(Stmt.Declare d, Stmt s) {
            Var v = d.variable();
            if (s instanceof Stmt.Assign a && a.variable() == v) {
                return new Stmt.Declare(v, a.value(), a.span());
            } else if (s instanceof Stmt.If i) {
                Expr whenTrue = only(v, i.whenTrue());
                Expr whenFalse = only(v, i.whenFalse());
                if (whenTrue != null && whenFalse != null) {
                    Expr chosen = new Expr.Conditional(i.condition(), whenTrue, whenFalse, v.type());
                    return new Stmt.Declare(v, chosen, i.span());
                }
            }
            return null;
        }

        /** The pure value that a block gives a variable, if it does nothing else; a new array keeps a statement of its own. */
        private static Expr only(Var v, Block block) {
            boolean single = block.statements().size() == 1
                    && block.statements().get(0) instanceof Stmt.Assign a
                    && a.variable() == v
                    && Effects.isPure(a.value())
                    && !ForwardSubstitution.isAllocation(a.value())
                    && !(a.value() instanceof Expr.Conditional);
            return single ? ((Stmt.Assign) block.statements().get(0)).value() : null;
        }

        /** The only statement that mentions a variable, with the declaration in the one of its blocks that does. */
        private Stmt localised(Stmt.Declare d, Stmt s) {
            boolean inHead = Walk.expressions(s).stream()
                    .anyMatch(e -> Occurrences.reads(e).contains(d.variable()));
            if (inHead) {
                return null;
            } else if (s instanceof Stmt.If i) {
                boolean left = mentions(i.whenTrue(), d.variable());
                boolean right = mentions(i.whenFalse(), d.variable());
                return left && right
                        ? null
                        : new Stmt.If(
                                i.condition(),
                                left ? begin(d, i.whenTrue()) : i.whenTrue(),
                                right ? begin(d, i.whenFalse()) : i.whenFalse(),
                                i.span());
            } else if (s instanceof Stmt.Loop l
                    && d.value() == null
                    && !mentions(l.init(), d.variable())
                    && !mentions(l.update(), d.variable())) {
                return new Stmt.Loop(
                        l.label(), l.form(), l.init(), l.condition(), l.update(), begin(d, l.body()), l.span());
            }
            return s instanceof Stmt.Switch w ? localised(d, w) : null;
        }

        private Stmt localised(Stmt.Declare d, Stmt.Switch w) {
            List<Stmt.Case> cases = new ArrayList<>();
            int users = 0;
            for (Stmt.Case c : w.cases()) {
                boolean uses = mentions(c.body(), d.variable());
                users += uses ? 1 : 0;
                cases.add(new Stmt.Case(c.constants(), c.isDefault(), uses ? begin(d, c.body()) : c.body()));
            }
            return users == 1 ? new Stmt.Switch(w.label(), w.selector(), cases, w.span()) : null;
        }

        private static boolean mentions(Block block, Var v) {
            return block.statements().stream().anyMatch(s -> Occurrences.mentions(s, v));
        }

        private Block begin(Stmt.Declare d, Block block) {
            List<Stmt> code = new ArrayList<>();
            code.add(d);
            code.addAll(block.statements());
            return new Block(sequence(code));
        }

        /** Goes backwards through a sequence, so that what stands behind a declaration is done. */
        private final class Placing {

            private final List<Stmt> statements;
            private final Map<Integer, Deque<Stmt>> before = new HashMap<>();

            /** Of each variable the first statement behind that mentions it, and whether there are others. */
            private final Map<Var, Integer> first = new HashMap<>();

            private final Set<Var> repeated = new HashSet<>();

            Placing(List<Stmt> statements) {
                this.statements = statements;
            }

            List<Stmt> run() {
                for (int i = statements.size() - 1; i >= 0; i--) {
                    if (isMobile(statements.get(i))) {
                        place((Stmt.Declare) statements.get(i), i);
                    }
                    if (statements.get(i) != null) {
                        note(i);
                    }
                }
                List<Stmt> code = new ArrayList<>();
                for (int i = 0; i < statements.size(); i++) {
                    code.addAll(before.getOrDefault(i, new ArrayDeque<>()));
                    code.add(statements.get(i));
                }
                code.removeIf(s -> s == null);
                return code;
            }

            private void note(int at) {
                for (Var v : Occurrences.mentioned(statements.get(at))) {
                    if (first.put(v, at) != null) {
                        repeated.add(v);
                    }
                }
            }

            /** Moves a declaration from a place to where it belongs. */
            private void place(Stmt.Declare d, int at) {
                Integer user = first.get(d.variable());
                if (user == null) {
                    statements.set(at, null);
                    return;
                }
                Stmt s = statements.get(user);
                Stmt declaring = d.value() == null ? declaring(d, s) : null;
                if (declaring == null && !repeated.contains(d.variable())) {
                    declaring = localised(d, s);
                }
                if (declaring != null) {
                    statements.set(user, declaring);
                    statements.set(at, null);
                } else if (!(s instanceof Stmt.Invoke)) {
                    statements.set(at, null);
                    before.computeIfAbsent(front(user, at), k -> new ArrayDeque<>())
                            .addFirst(d);
                }
            }

            /** The first of the declarations that stand in front of a statement, behind a place. */
            private int front(int user, int at) {
                int front = user;
                for (int i = user - 1; i > at; i--) {
                    Stmt s = statements.get(i);
                    if (s != null && !isMobile(s)) {
                        break;
                    }
                    front = s == null ? front : i;
                }
                return front;
            }
        }
    }
}
