package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable of ours that is given a constant, and in some of the branches that follow another value instead, is given the constant in
 * the other branches only (Knoop, Rüthing and Steffen, Partial dead code elimination, 1994).
 */
final class Sinking implements Pass {

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Moving().block(function.body()));
    }

    private static final class Moving extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            Mentions mentions = null;
            for (int i = statements.size() - 2; i >= 0 && !isHandled(); i--) {
                Var v = target(statements.get(i));
                if (v != null) {
                    mentions = mentions == null ? new Mentions(statements) : mentions;
                    sink(v, statements, i, mentions);
                }
            }
            statements.removeIf(s -> s == null);
            return statements;
        }

        private void sink(Var v, List<Stmt> statements, int at, Mentions mentions) {
            Stmt s = statements.get(at);
            int user = mentions.next(v, at);
            if (user > 0 && !mentions.isLeft(at, user) && isReplaced(v, statements.get(user))) {
                Stmt sunk = sunk(v, s, statements.get(user));
                mentions.replace(user, statements.get(user), sunk);
                statements.set(user, sunk);
                mentions.remove(s, at);
                statements.set(at, s instanceof Stmt.Declare ? new Stmt.Declare(v, null, s.span()) : null);
            }
        }

        /** The variable of ours that is given a constant. */
        private static Var target(Stmt s) {
            boolean constant = s instanceof Stmt.Declare d && d.value() instanceof Expr.Constant
                    || s instanceof Stmt.Assign a && a.value() instanceof Expr.Constant;
            Var v = constant ? Occurrences.defined(s).get(0) : null;
            return v != null && Reuse.isOurs(v) ? v : null;
        }

        /** The next statement that mentions the variable, if control goes on to it. */
        private static int user(Var v, List<Stmt> statements, int from) {
            for (int i = from; i < statements.size(); i++) {
                if (Occurrences.mentions(statements.get(i), v)) {
                    return i;
                } else if (Jumps.leave(Block.of(statements.get(i)))) {
                    return -1;
                }
            }
            return -1;
        }

        /** Whether a statement gives the variable another value on some of its ways, without a look at the one it has. */
        private static boolean isReplaced(Var v, Stmt s) {
            if (s instanceof Stmt.Assign a) {
                return a.variable() == v && !Occurrences.reads(a.value()).contains(v);
            }
            return isTotalChoice(s)
                    && Walk.expressions(s).stream()
                            .noneMatch(e -> Occurrences.reads(e).contains(v))
                    && Walk.blocks(s).stream().anyMatch(b -> isReplaced(v, b));
        }

        private static boolean isReplaced(Var v, Block b) {
            int user = user(v, b.statements(), 0);
            return user >= 0 && isReplaced(v, b.statements().get(user));
        }

        private static boolean isTotalChoice(Stmt s) {
            return s instanceof Stmt.If
                    || s instanceof Stmt.Switch w && w.cases().stream().anyMatch(Stmt.Case::isDefault);
        }

        private Stmt sunk(Var v, Stmt constant, Stmt choice) {
            Expr value = Walk.expressions(constant).get(0);
            Stmt given = new Stmt.Assign(v, value, choice.span());
            if (choice instanceof Stmt.If i) {
                return new Stmt.If(
                        i.condition(), begin(v, given, i.whenTrue()), begin(v, given, i.whenFalse()), i.span());
            } else if (choice instanceof Stmt.Switch w) {
                List<Stmt.Case> cases = new ArrayList<>();
                w.cases()
                        .forEach(
                                c -> cases.add(new Stmt.Case(c.constants(), c.isDefault(), begin(v, given, c.body()))));
                return new Stmt.Switch(w.label(), w.selector(), cases, w.span());
            }
            return choice;
        }

        private Block begin(Var v, Stmt given, Block block) {
            List<Stmt> code = new ArrayList<>(block.statements());
            int user = user(v, code, 0);
            boolean dead = user >= 0 && code.get(user) instanceof Stmt.Assign && isReplaced(v, code.get(user));
            if (!dead) {
                code.add(0, given);
                code = sequence(code);
            }
            return new Block(code);
        }
    }
}
