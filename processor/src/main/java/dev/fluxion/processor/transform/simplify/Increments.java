package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The reverse of {@code x[i] = x[i] - e} leaves the adjoint of the element where it is: taking it out, clearing its place and putting it back again is not done
 * where nothing but additions comes in between, as these mean the same in any order, also to that element by another name (incremental assignments: Griewank and
 * Walther, chapter 5).
 */
final class Increments implements Pass {

    @Override
    public String name() {
        return "increment";
    }

    @Override
    public Function apply(Function function) {
        ElementOrder order = new ElementOrder(PrimalArrays.of(function));
        Occurrences occurrences = Occurrences.of(function);
        return function.withBody(
                new BlockPass() {
                    @Override
                    List<Stmt> sequence(List<Stmt> statements) {
                        for (int i = 0; i + 2 < statements.size(); i++) {
                            if (statements.get(i) instanceof Stmt.Declare d
                                    && occurrences.definitions(d.variable()) == 1
                                    && statements.get(i + 1) instanceof Stmt.StoreElement cleared
                                    && isTakenOut(d, cleared)) {
                                int back = putBack(d.variable(), cleared, statements, i + 2, order);
                                if (back > 0) {
                                    statements.remove(back);
                                    statements.remove(i + 1);
                                }
                            }
                        }
                        return statements;
                    }
                }.block(function.body()));
    }

    private static boolean isTakenOut(Stmt.Declare d, Stmt.StoreElement cleared) {
        return ElementOrder.isAdjoint(cleared)
                && d.value() != null
                && d.value().equals(element(cleared))
                && cleared.value() instanceof Expr.Constant c
                && c.value() instanceof Number n
                && n.doubleValue() == 0;
    }

    private static Expr element(Stmt.StoreElement s) {
        return new Expr.Element(s.array(), s.index(), s.value().type());
    }

    /** Where an element gets back what was taken out of it; -1 where it does not, or not before something else could tell. */
    private static int putBack(
            Var taken, Stmt.StoreElement cleared, List<Stmt> statements, int from, ElementOrder order) {
        Set<Var> needed = new HashSet<>(Set.of(taken));
        Walk.expressions(cleared).forEach(e -> needed.addAll(Occurrences.reads(e)));
        Expr sum = new Expr.Binary(
                Operator.ADD,
                element(cleared),
                Expr.read(taken),
                cleared.value().type());
        for (int i = from; i < statements.size(); i++) {
            Stmt s = statements.get(i);
            if (s instanceof Stmt.StoreElement e
                    && e.array().equals(cleared.array())
                    && e.index().equals(cleared.index())
                    && e.value().equals(sum)) {
                return i;
            } else if (!order.isApart(s, needed) && !order.isAddition(s)) {
                return -1;
            }
        }
        return -1;
    }
}
