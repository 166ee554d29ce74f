package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of mathematical functions that the forward sweep makes, by what they are applied to (value numbering: Alpern, Wegman and Zadeck, 1988). A
 * partial such as the cosine of what the primal took the sine and the cosine of need not be computed, nor need what it is applied to be kept.
 */
final class ComputedCalls {

    private final Map<Object, Version> results = new HashMap<>();

    private ComputedCalls() {}

    static ComputedCalls of(Function function, Versions versions) {
        ComputedCalls calls = new ComputedCalls();
        Walk.statements(function.body(), s -> {
            Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
            Var target = s instanceof Stmt.Declare d ? d.variable() : s instanceof Stmt.Assign a ? a.variable() : null;
            if (value instanceof Expr.Call c && versions.after(s, target) != null) {
                key(c, v -> versions.use(s, v))
                        .ifPresent(key -> calls.results.putIfAbsent(key, versions.after(s, target)));
            }
        });
        return calls;
    }

    /**
     * The value of a call, if it is made whenever a region is executed.
     *
     * @param version the version of each argument
     */
    Optional<Version> find(Expr.Call call, java.util.function.Function<Var, Version> version, Region region) {
        return key(call, version).map(results::get).filter(v -> region.isWithin(v.region()));
    }

    private static Optional<Object> key(Expr.Call c, java.util.function.Function<Var, Version> version) {
        boolean total = c.target() == null
                && c.callee() instanceof Callee.Method m
                && PureMethods.find(m)
                        .filter(p -> p == PureMethods.Purity.TOTAL)
                        .isPresent();
        List<Object> key = new ArrayList<>();
        key.add(c.callee());
        for (Expr e : c.arguments()) {
            Object argument = e instanceof Expr.Read r ? version.apply(r.variable()) : e;
            if (argument == null || !(argument instanceof Version || argument instanceof Expr.Constant)) {
                return Optional.empty();
            }
            key.add(argument);
        }
        return total ? Optional.of(key) : Optional.empty();
    }
}
