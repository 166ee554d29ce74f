package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.List;
import java.util.Set;

/**
 * What a variable holds that was computed from elements of arrays is not read and computed again while nothing may have changed it (elimination of redundant loads: Cocke and Schwartz, 1970). What the
 * reverse sweep reads again of an iteration that was just done is there.
 */
final class LoadSharing implements Pass {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Function apply(Function function) {
        Occurrences occurrences = Occurrences.of(function);
        PrimalArrays arrays = PrimalArrays.of(function);
        return function.withBody(
                new BlockPass() {
                    @Override
                    List<Stmt> sequence(List<Stmt> statements) {
                        for (int i = 0; i < statements.size(); i++) {
                            if (statements.get(i) instanceof Stmt.Declare d
                                    && d.value() != null
                                    && (d.value().type().isFloating()
                                            || d.value().type() instanceof Type.Array)
                                    && occurrences.definitions(d.variable()) == 1
                                    && Effects.isPure(d.value())
                                    && readsElements(d.value(), arrays)) {
                                share(d.variable(), d.value(), statements, i + 1, arrays);
                            }
                        }
                        return statements;
                    }
                }.block(function.body()));
    }

    /** Whether an expression reads elements of the primal's arrays, and nothing else of memory. */
    private static boolean readsElements(Expr value, PrimalArrays arrays) {
        boolean[] reads = {false};
        boolean[] others = {false};
        Walk.expressions(value, e -> {
            boolean element = e instanceof Expr.Element a && arrays.holds(a.array());
            reads[0] |= element;
            others[0] |= !element
                    && (e instanceof Expr.Element
                            || e instanceof Expr.FieldRead
                            || e instanceof Expr.Pop
                            || e instanceof Expr.IsEmpty);
        });
        return reads[0] && !others[0];
    }

    private static void share(Var holder, Expr element, List<Stmt> statements, int from, PrimalArrays arrays) {
        Set<Var> needed = Occurrences.reads(element);
        for (int i = from; i < statements.size(); i++) {
            Stmt s = statements.get(i);
            boolean changes = arrays.mayChange(s, element)
                    || Occurrences.assigned(s).stream().anyMatch(needed::contains);
            if (changes && !Walk.blocks(s).isEmpty()) {
                return;
            }
            Block shared = new Rewriter() {
                @Override
                protected Expr leave(Expr e) {
                    return e.equals(element) ? Expr.read(holder) : e;
                }
            }.block(Block.of(s));
            statements.set(i, shared.statements().get(0));
            if (changes) {
                return;
            }
        }
    }
}
