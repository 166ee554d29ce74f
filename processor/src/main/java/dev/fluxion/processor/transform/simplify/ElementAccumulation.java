package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is stored into an element of an array of adjoints and then added to is stored once: {@code aBar[i] = 0; aBar[i] += b} becomes {@code aBar[i] = b} (a dead
 * store, and assigning at the first contribution).
 */
final class ElementAccumulation implements Pass {

    @Override
    public String name() {
        return "accumulate-elements";
    }

    @Override
    public Function apply(Function function) {
        PrimalArrays arrays = PrimalArrays.of(function);
        return new Merging(arrays, new ElementOrder(arrays)).apply(function);
    }

    private record Merging(PrimalArrays arrays, ElementOrder order) {

        Function apply(Function function) {
            return function.withBody(
                    new BlockPass() {
                        @Override
                        List<Stmt> sequence(List<Stmt> statements) {
                            for (int i = statements.size() - 2; i >= 0 && !isHandled(); i--) {
                                merge(statements, i);
                            }
                            for (int i = statements.size() - 1; i > 0; i--) {
                                if (statements.get(i) instanceof Stmt.StoreElement e
                                        && isThereAlready(e, statements, i)) {
                                    statements.remove(i);
                                }
                            }
                            return statements;
                        }
                    }.block(function.body()));
        }

        /** Merges a store with the next one into the same element, if nothing comes between that could tell. */
        private void merge(List<Stmt> statements, int at) {
            if (!(statements.get(at) instanceof Stmt.StoreElement first) || !ElementOrder.isAdjoint(first)) {
                return;
            }
            Set<Var> needed = new HashSet<>();
            Walk.expressions(first).forEach(e -> needed.addAll(Occurrences.reads(e)));
            for (int j = at + 1; j < statements.size(); j++) {
                Stmt s = statements.get(j);
                if (s instanceof Stmt.StoreElement second && isSame(first, second)) {
                    Stmt merged = merged(first, second);
                    if (merged != null) {
                        statements.set(j, merged);
                        statements.remove(at);
                    }
                    return;
                } else if (!order.isApart(s, needed) && !isBeside(s, first)) {
                    return;
                }
            }
        }

        /** Whether an element is given the value that it was read for, nothing having changed it since. */
        private boolean isThereAlready(Stmt.StoreElement store, List<Stmt> statements, int at) {
            Set<Var> needed = new HashSet<>();
            Walk.expressions(store).forEach(e -> needed.addAll(Occurrences.reads(e)));
            for (int i = at - 1; i >= 0 && ElementOrder.isAdjoint(store); i--) {
                Stmt s = statements.get(i);
                if (s instanceof Stmt.Declare d
                        && store.value().equals(new Expr.Read(d.variable()))
                        && d.value() instanceof Expr.Element e
                        && e.array().equals(store.array())
                        && e.index().equals(store.index())) {
                    return true;
                } else if (!order.isApart(s, needed) && !isBeside(s, store)) {
                    return false;
                }
            }
            return false;
        }

        private boolean isSame(Stmt.StoreElement a, Stmt.StoreElement b) {
            return a.array().equals(b.array()) && a.index().equals(b.index());
        }

        /** Whether a statement only adds to another element of the same array, which is at another distance from the same variable. */
        private boolean isBeside(Stmt s, Stmt.StoreElement first) {
            if (!(s instanceof Stmt.StoreElement other) || !other.array().equals(first.array())) {
                return false;
            }
            int[] reads = {0};
            Walk.expressions(s).forEach(e -> Walk.expressions(e, part -> reads[0] += arrays.isOther(part) ? 1 : 0));
            Expr.Element itself =
                    new Expr.Element(other.array(), other.index(), other.value().type());
            return areApart(first.index(), other.index())
                    && reads[0] == (merged(other, other) == null ? 0 : 1)
                    && Effects.isTotal(itself);
        }

        /** Whether two indices are one variable and different constants. */
        private boolean areApart(Expr a, Expr b) {
            return base(a) != null && base(a).equals(base(b)) && offset(a) != offset(b);
        }

        private Expr base(Expr e) {
            boolean shifted = e instanceof Expr.Binary b
                    && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)
                    && b.right() instanceof Expr.Constant;
            Expr base = shifted ? ((Expr.Binary) e).left() : e;
            return base instanceof Expr.Read ? base : null;
        }

        private int offset(Expr e) {
            if (!(e instanceof Expr.Binary b)) {
                return 0;
            }
            int by = (Integer) ((Expr.Constant) b.right()).value();
            return b.operator() == Operator.ADD ? by : -by;
        }

        /** Both stores in one, in the place of the second; null if the second does not add to what the first stored. */
        private Stmt merged(Stmt.StoreElement first, Stmt.StoreElement second) {
            Expr last = second.value();
            while (last instanceof Expr.Binary b
                    && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)) {
                if (arrays.readsOthers(b.right())) {
                    return null;
                }
                last = b.left();
            }
            if (!last.equals(new Expr.Element(
                    second.array(), second.index(), second.value().type()))) {
                return null;
            }
            Expr stored = last;
            Expr value = new Rewriter() {
                @Override
                protected Expr leave(Expr e) {
                    return e.equals(stored) ? first.value() : e;
                }
            }.expr(second.value());
            return new Stmt.StoreElement(second.array(), second.index(), value, second.span());
        }
    }
}
