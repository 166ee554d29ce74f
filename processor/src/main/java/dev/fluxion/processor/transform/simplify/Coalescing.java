package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.transform.Pass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            Set<Var> declared = new HashSet<>();
            Mentions mentions = null;
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Stmt.Declare d) {
                    if (d.value() instanceof Expr.Read r
                            && isAlike(d.variable(), r.variable())
                            && declared.contains(r.variable())) {
                        mentions = mentions == null ? new Mentions(statements) : mentions;
                        merge(d.variable(), r.variable(), statements, i, mentions);
                    }
                    declared.add(d.variable());
                }
            }
            statements.removeIf(s -> s == null);
            return statements;
        }

        private static boolean isAlike(Var v, Var temporary) {
            return temporary.isTemporary()
                    && !v.isTemporary()
                    && temporary.isDerivative() == v.isDerivative()
                    && temporary.type().equals(v.type());
        }

        private void merge(Var v, Var temporary, List<Stmt> statements, int at, Mentions mentions) {
            if (mentions.last(temporary) == at) {
                names.put(temporary, v);
                statements.set(at, null);
            }
        }
    }
}
