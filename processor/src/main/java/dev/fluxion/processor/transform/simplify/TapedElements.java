package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Pass;
import java.util.List;
import java.util.Map;

/**
 * An element that is recorded just before it is overwritten goes from the array to the tape, and the statement that overwrites it stays as it was written:
 * {@code aTape[i] = a[i]; a[i] = ...} (rematerialisation: Briggs, Cooper and Torczon, 1992).
 */
final class TapedElements implements Pass {

    @Override
    public String name() {
        return "rematerialise";
    }

    @Override
    public Function apply(Function function) {
        Occurrences occurrences = Occurrences.of(function);
        PrimalArrays arrays = PrimalArrays.of(function);
        return function.withBody(
                new BlockPass() {
                    @Override
                    List<Stmt> sequence(List<Stmt> statements) {
                        for (int i = 0; i + 2 < statements.size(); i++) {
                            if (statements.get(i) instanceof Stmt.Declare d
                                    && d.variable().isTemporary()
                                    && occurrences.definitions(d.variable()) == 1
                                    && occurrences.reads(d.variable()) == 2
                                    && d.value() instanceof Expr.Element e
                                    && arrays.holds(e.array())
                                    && Effects.isTotal(e.index())
                                    && isRecorded(d, statements.get(i + 1), statements.get(i + 2))) {
                                Replacement element = new Replacement(Map.of(d.variable(), e));
                                for (int k = i + 1; k <= i + 2; k++) {
                                    statements.set(
                                            k,
                                            element.block(Block.of(statements.get(k)))
                                                    .statements()
                                                    .get(0));
                                }
                                statements.remove(i);
                            }
                        }
                        return statements;
                    }
                }.block(function.body()));
    }

    /** Whether a variable is put on a tape and then read by what may overwrite the element. */
    private static boolean isRecorded(Stmt.Declare d, Stmt recording, Stmt overwriting) {
        return recording instanceof Stmt.StoreElement r
                && PrimalArrays.isTape(r.array())
                && r.value().equals(Expr.read(d.variable()))
                && Effects.isTotal(r.index())
                && overwriting instanceof Stmt.StoreElement
                && Walk.expressions(overwriting).stream().allMatch(Effects::isPure)
                && Occurrences.mentions(overwriting, d.variable());
    }
}
