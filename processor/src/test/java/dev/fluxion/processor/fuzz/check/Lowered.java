package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is in a lowered function and in those that it calls. */
final class Lowered {

    private final LoweringProcessor lowered;
    private final List<Expr> expressions = new ArrayList<>();

    Lowered(LoweringProcessor lowered, Function body) {
        this.lowered = lowered;
        collect(body, new HashSet<>());
    }

    private void collect(Function f, Set<Function> seen) {
        if (seen.add(f)) {
            Walk.allExpressions(f.body(), e -> {
                expressions.add(e);
                if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method) {
                    lowered.find(c.callee()).ifPresent(g -> collect(g, seen));
                }
            });
        }
    }

    /** Whether {@code float} arithmetic takes part in it, so that derivatives are as coarse. */
    boolean hasFloats() {
        return expressions.stream().anyMatch(e -> e.type().unboxed() == Type.Primitive.FLOAT);
    }

    /** Whether the program itself cuts derivatives, so that they are not those of its values. */
    boolean isCut() {
        return expressions.stream()
                .anyMatch(e -> e instanceof Expr.Call c
                        && c.callee() instanceof Callee.Method m
                        && m.owner().simpleName().equals("Fluxion"));
    }
}
