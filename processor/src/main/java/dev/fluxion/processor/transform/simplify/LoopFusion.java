package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the iterations of a loop are independent but for sums, each is reversed as soon as it is done, in the same loop: nothing
 * passes from the forward to the reverse sweep on a tape (Hascoët, Fidanova and Held, Adjoining independent computations,
 * 2001). That takes the adjoints of the sums before the loop: what computes them moves up, if it does not depend on the loop.
 */
final class LoopFusion implements Pass {

    @Override
    public String name() {
        return "fuse";
    }

    @Override
    public Function apply(Function function) {
        return function.withBody(new Fusing(Occurrences.of(function), PrimalArrays.of(function), function.callee())
                .block(function.body()));
    }

    private static final class Fusing extends BlockPass {

        private final Occurrences occurrences;
        private final PrimalArrays arrays;
        private final Callee callee;

        Fusing(Occurrences occurrences, PrimalArrays arrays, Callee callee) {
            this.occurrences = occurrences;
            this.arrays = arrays;
            this.callee = callee;
        }

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            for (int j = 1; j < statements.size(); j++) {
                for (int i = j - 1; i >= 0 && statements.get(j) instanceof Stmt.Loop; i--) {
                    if (!(statements.get(i) instanceof Stmt.Loop)) {
                        continue;
                    }
                    List<Stmt> fused = fused(statements.get(i), statements.subList(i + 1, j), statements.get(j));
                    if (!fused.isEmpty()) {
                        statements.subList(i, j + 1).clear();
                        statements.addAll(i, fused);
                        j = i;
                        break;
                    }
                }
            }
            return statements;
        }

        private List<Stmt> fused(Stmt first, List<Stmt> between, Stmt second) {
            Optional<ReversedLoop> pair = ReversedLoop.of(first, second, arrays, callee);
            Optional<FusionSchedule> schedule = pair.flatMap(p -> FusionSchedule.of(between, p));
            List<Stmt> code = new ArrayList<>();
            schedule.ifPresent(s -> {
                code.addAll(s.before());
                code.add(joined(pair.get()));
                code.addAll(s.behind());
            });
            return code;
        }

        /** One loop that does both, its inner loops joined likewise. */
        private Stmt joined(ReversedLoop pair) {
            Stmt.Loop loop = pair.loop();
            Rewriter renaming = new Rewriter() {
                @Override
                protected Var variable(Var v) {
                    return v == pair.reversedCounter() ? pair.counter() : v;
                }
            };
            Block backward = renaming.block(pair.reversed().body());
            Block body = block(new TapeForwarding(occurrences).join(loop.body(), backward));
            return new Stmt.Loop(
                    loop.label(), loop.form(), loop.init(), loop.condition(), loop.update(), body, loop.span());
        }
    }
}
