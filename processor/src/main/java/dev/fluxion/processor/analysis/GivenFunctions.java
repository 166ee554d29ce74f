package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which functions in a method have derivatives: those that the caller hands in, and variables that hold nothing else, whatever way control takes. The greatest
 * set of variables that is closed under what is assigned to them.
 */
public final class GivenFunctions {

    private final Set<Var> given;

    private GivenFunctions(Set<Var> given) {
        this.given = given;
    }

    /**
     * The functions of a method.
     *
     * @param parameters those that are handed in with their derivatives
     */
    public static GivenFunctions of(Function function, Collection<Var> parameters) {
        Map<Var, Set<Expr>> values = new HashMap<>();
        parameters.forEach(p -> values.put(p, new HashSet<>()));
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d
                    && FunctionType.of(d.variable().type()).isPresent()) {
                values.computeIfAbsent(d.variable(), v -> new HashSet<>());
                if (d.value() != null) {
                    values.get(d.variable()).add(d.value());
                }
            }
        });
        Set<Var> others = new HashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Assign a && values.containsKey(a.variable())) {
                values.get(a.variable()).add(a.value());
            } else if (s instanceof Stmt.Invoke i) {
                others.addAll(i.targets());
            }
        });
        values.keySet().removeAll(others);
        GivenFunctions result = new GivenFunctions(values.keySet());
        while (values.keySet().removeIf(v -> !values.get(v).stream().allMatch(result::isGiven))) {
            // Until nothing more is found that some way leads to.
        }
        return result;
    }

    /** Whether a function has derivatives; one that is null throws where it is called. */
    public boolean isGiven(Expr function) {
        if (FunctionType.isDifferentiable(function.type())) {
            return true;
        } else if (function instanceof Expr.Read r) {
            return given.contains(r.variable());
        } else if (function instanceof Expr.Conditional c) {
            return isGiven(c.whenTrue()) && isGiven(c.whenFalse());
        } else if (function instanceof Expr.Cast c) {
            return isGiven(c.operand());
        }
        return function instanceof Expr.Constant c && c.value() == null;
    }
}
