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
import java.util.Set;

/**
 * Where the forward and the reverse sweep choose by the same condition, with nothing in between that depends on the one and is needed by
 * the other, they choose once.
 */
final class BranchFusion implements Pass {

    @Override
    public String name() {
        return "branches";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Fusing().block(function.body()));
    }

    private static final class Fusing extends BlockPass {

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            for (int i = 0; i < statements.size() && !isHandled(); i++) {
                int j = partner(statements, i);
                Stmt fused = j < 0 ? null : fused(statements.get(i), statements.get(j));
                if (fused != null && clear(statements, i, j)) {
                    i = statements.indexOf(FUSED);
                    statements.set(i, fused);
                    i--;
                }
            }
            return statements;
        }

        /** The place of the next statement that chooses and computes derivatives, if all in between can move. */
        private static int partner(List<Stmt> statements, int i) {
            if (!(statements.get(i) instanceof Stmt.If) && !(statements.get(i) instanceof Stmt.Switch)) {
                return -1;
            }
            int j = i + 1;
            while (j < statements.size() && Order.isMovable(statements.get(j))) {
                j++;
            }
            return j < statements.size()
                            && Occurrences.assigned(statements.get(j)).stream().anyMatch(Var::isDerivative)
                    ? j
                    : -1;
        }

        /** Moves what stands between two statements before or behind both, and puts a mark in their place; or changes nothing. */
        private static boolean clear(List<Stmt> statements, int i, int j) {
            List<Stmt> before = new ArrayList<>();
            List<Stmt> behind = new ArrayList<>();
            for (Stmt s : statements.subList(i + 1, j)) {
                boolean up = Order.commute(s, statements.get(i))
                        && behind.stream().allMatch(b -> Order.commute(s, b) && Order.commute(b, s));
                if (up) {
                    before.add(s);
                } else if (Order.commute(s, statements.get(j)) && !Jumps.leave(Block.of(statements.get(j)))) {
                    behind.add(s);
                } else {
                    return false;
                }
            }
            before.add(FUSED);
            before.addAll(behind);
            statements.subList(i, j + 1).clear();
            statements.addAll(i, before);
            return true;
        }

        private static final Stmt FUSED = new Stmt.Comment("");

        private Stmt fused(Stmt first, Stmt second) {
            if (first instanceof Stmt.If a && second instanceof Stmt.If b && isStable(a.condition(), a)) {
                boolean same = a.condition().equals(b.condition());
                boolean opposite = LiveCode.negated(a.condition()).equals(b.condition())
                        || LiveCode.negated(b.condition()).equals(a.condition());
                if (same || opposite) {
                    Block whenTrue = joined(a.whenTrue(), same ? b.whenTrue() : b.whenFalse());
                    Block whenFalse = joined(a.whenFalse(), same ? b.whenFalse() : b.whenTrue());
                    return new Stmt.If(a.condition(), whenTrue, whenFalse, a.span());
                }
            } else if (first instanceof Stmt.Switch a
                    && second instanceof Stmt.Switch b
                    && isStable(a.selector(), a)
                    && a.selector().equals(b.selector())) {
                return fused(a, b);
            }
            return null;
        }

        private Stmt fused(Stmt.Switch a, Stmt.Switch b) {
            if (a.cases().size() != b.cases().size()) {
                return null;
            }
            List<Stmt.Case> cases = new ArrayList<>();
            for (int k = 0; k < a.cases().size(); k++) {
                Stmt.Case c = a.cases().get(k);
                Stmt.Case d = b.cases().get(k);
                if (c.isDefault() != d.isDefault() || !c.constants().equals(d.constants())) {
                    return null;
                }
                cases.add(new Stmt.Case(c.constants(), c.isDefault(), joined(c.body(), d.body())));
            }
            return new Stmt.Switch(a.label(), a.selector(), cases, a.span());
        }

        /** Whether the second choice is the first one again, and the first statement goes on to its end. */
        private static boolean isStable(Expr chosenBy, Stmt first) {
            Set<Var> changed = Occurrences.assigned(first);
            return Effects.isTotal(chosenBy)
                    && !Effects.readsMemory(chosenBy)
                    && Occurrences.reads(chosenBy).stream().noneMatch(changed::contains)
                    && Walk.blocks(first).stream().noneMatch(Jumps::leave);
        }

        private Block joined(Block a, Block b) {
            List<Stmt> code = new ArrayList<>(a.statements());
            code.addAll(b.statements());
            return block(new Block(code));
        }
    }
}
