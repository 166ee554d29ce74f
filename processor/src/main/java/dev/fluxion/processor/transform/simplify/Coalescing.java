package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.Pass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Coalescing of a temporary with the variable that takes its value over: {@code chosen = ...; double q = chosen;} becomes {@code
 * q = ...} where {@code chosen} is not mentioned any more (Chaitin, Register allocation and spilling via graph coloring, 1982).
 */
final class Coalescing implements Pass {

    @Override
    public String name() {
        return "coalesce";
    }

    @Override
    public Function apply(Function function) {
        Merging merging = new Merging();
        var body = merging.block(function.body());
        if (merging.names.isEmpty()) {
            return function;
        }
        return function.withBody(
                new Rewriter() {
                    @Override
                    protected Var variable(Var v) {
                        Var name = v;
                        while (merging.names.containsKey(name)) {
                            name = merging.names.get(name);
                        }
                        return name;
                    }
                }.block(body));
    }

    private static final class Merging extends BlockPass {

        private final Map<Var, Var> names = new HashMap<>();

        @Override
        List<Stmt> sequence(List<Stmt> statements) {
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Stmt.Declare d
                        && d.value() instanceof Expr.Read r
                        && takesOver(d.variable(), r.variable(), statements, i)) {
                    names.put(r.variable(), d.variable());
                    statements.remove(i);
                    i--;
                }
            }
            return statements;
        }

        private static boolean takesOver(Var v, Var temporary, List<Stmt> statements, int at) {
            boolean alike = temporary.isTemporary()
                    && !v.isTemporary()
                    && temporary.isDerivative() == v.isDerivative()
                    && temporary.type().equals(v.type());
            boolean declaredHere = statements.subList(0, at).stream()
                    .anyMatch(s -> s instanceof Stmt.Declare d && d.variable() == temporary);
            return alike
                    && declaredHere
                    && statements.subList(at + 1, statements.size()).stream()
                            .noneMatch(s -> Occurrences.mentions(s, temporary));
        }
    }
}
