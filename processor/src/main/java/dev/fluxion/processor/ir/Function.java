package dev.fluxion.processor.ir;

import java.util.List;

/**
 * A function: a lowered method of the user's, or what the transforms made of one.
 *
 * @param callee what calls of it name
 * @param parameters in order
 * @param results none for void, several for what is returned as a record
 * @param body its statements; every path ends in a {@link Stmt.Return} with as many values as there are results, or throws
 * @param thrown the checked exceptions that the user's method declares
 * @param strongZero whether partials of singular primitives are guarded (DESIGN §4)
 * @param span the user's method name
 */
public record Function(
        Callee callee,
        List<Parameter> parameters,
        List<Result> results,
        Block body,
        List<Type> thrown,
        boolean strongZero,
        Span span) {

    public Function {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        thrown = List.copyOf(thrown);
    }

    /** The same function with another body. */
    public Function withBody(Block newBody) {
        return new Function(callee, parameters, results, newBody, thrown, strongZero, span);
    }

    /** The same function under another name. */
    public Function named(Callee name) {
        return new Function(name, parameters, results, body, thrown, strongZero, span);
    }

    /** The variables of the parameters, in order. */
    public List<Var> variables() {
        return parameters.stream().map(Parameter::variable).toList();
    }

    /** The variables of the active parameters, in order. */
    public List<Var> activeVariables() {
        return parameters.stream()
                .filter(Parameter::active)
                .map(Parameter::variable)
                .toList();
    }

    /** The types of the results that carry derivatives. */
    public List<Result> differentiableResults() {
        return results.stream().filter(r -> r.type().isActivatable()).toList();
    }
}
