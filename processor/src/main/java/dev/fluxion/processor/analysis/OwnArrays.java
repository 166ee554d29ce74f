package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Var;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Variables that hold new arrays, or the arrays of parameters, and no others: what unification cannot tell, as it makes one class of all that one name
 * may refer to (Andersen 1994 keeps apart what flows where).
 */
final class OwnArrays {

    private final Set<Var> others = new HashSet<>();
    private final Map<Var, Set<Var>> names = new HashMap<>();

    void given(Var v, Expr value) {
        if (value instanceof Expr.Read r) {
            names.computeIfAbsent(v, key -> new HashSet<>()).add(r.variable());
        } else if (!isNew(value)) {
            others.add(v);
        }
    }

    /** Variables that may hold any array. */
    void others(Collection<Var> variables) {
        others.addAll(variables);
    }

    private static boolean isNew(Expr array) {
        return array instanceof Expr.NewArray
                || array instanceof Expr.ArrayLiteral
                || array instanceof Expr.Constant
                || ArrayOperation.of(array)
                        .filter(o -> o == ArrayOperation.COPY)
                        .isPresent();
    }

    boolean has(Expr array) {
        return array instanceof Expr.Read r && has(r.variable(), new HashSet<>());
    }

    private boolean has(Var v, Set<Var> seen) {
        return !others.contains(v)
                && (!seen.add(v) || names.getOrDefault(v, Set.of()).stream().allMatch(n -> has(n, seen)));
    }
}
