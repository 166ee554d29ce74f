package dev.fluxion.processor.transform.forward;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.normalise.TensorSteps;
import dev.fluxion.processor.transform.normalise.ThreeAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward mode (Griewank and Walther, chapter 3): the function that computes a function's values and, from tangents of its active parameters, those of
 * its differentiable results. The user's code stays as it is; beside each assignment of an active variable stands that of its tangent.
 */
public final class ForwardMode {

    private ForwardMode() {}

    /**
     * The tangent of a function.
     *
     * @param tangent which of the function's parameters are active, seeds and tapes included
     */
    public static Function apply(Function primal, Derivation tangent, RuleTable rules) {
        Function marked = marked(primal, tangent);
        Function named = ActiveOperands.apply(marked, Activity.of(marked, rules)::isVaried);
        Function addressed = ThreeAddress.apply(named, Activity.of(named, rules)::isVaried);
        Function split = TensorSteps.apply(addressed, rules, Activity.of(addressed, rules)::isActive);
        Tangents tangents = new Tangents(split, Activity.of(split, rules));
        TangentStatements statements = new TangentStatements(split, tangents, rules);
        return new Function(
                new Callee.Derived(primal.callee(), tangent),
                parameters(split, tangents),
                results(primal),
                statements.body(),
                primal.thrown(),
                primal.strongZero(),
                primal.span());
    }

    /** The primal with its parameters as active as the derivation says. */
    private static Function marked(Function primal, Derivation tangent) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < primal.parameters().size(); i++) {
            Parameter p = primal.parameters().get(i);
            parameters.add(
                    new Parameter(p.variable(), p.role(), tangent.active().get(i)));
        }
        return new Function(
                primal.callee(),
                parameters,
                primal.results(),
                primal.body(),
                primal.thrown(),
                primal.strongZero(),
                primal.span());
    }

    private static List<Parameter> parameters(Function function, Tangents tangents) {
        List<Parameter> all = new ArrayList<>(function.parameters());
        function.activeVariables().forEach(v -> all.add(new Parameter(tangents.dot(v), Parameter.Role.TANGENT, true)));
        return all;
    }

    private static List<Result> results(Function primal) {
        List<Result> carrying = primal.results().stream()
                .filter(r -> TangentTypes.exists(r.type()))
                .toList();
        List<Result> all = new ArrayList<>(primal.results());
        for (Result r : carrying) {
            String name = carrying.size() == 1 ? "tangent" : r.name() + "Dot";
            all.add(new Result(name, TangentTypes.of(r.type()).orElseThrow()));
        }
        return all;
    }
}
