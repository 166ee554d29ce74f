package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.UserRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The derivative of a function of numbers that a caller hands in: what it says itself. It is called as a rule that a user has written is, once and where the function
 * was called, since its effects are not known either.
 */
final class FunctionRules {

    private FunctionRules() {}

    static Optional<UserRule> find(Callee.Method called) {
        return FunctionType.givenTo(called).filter(f -> f != FunctionType.ARRAY).map(FunctionRules::rule);
    }

    private static UserRule rule(FunctionType type) {
        int arity = type.parameters().size();
        List<Type> operands = new ArrayList<>(List.of(type.plain()));
        operands.addAll(type.parameters());
        List<Boolean> active = new ArrayList<>(List.of(false));
        active.addAll(Collections.nCopies(arity, true));
        Type.Declared adjoints = Type.Declared.of(
                type.differentiable().packageName(), type.differentiable().simpleName(), "Adjoints");
        Callee.Method vjp = method(type, "vjp", arity + 1, arity == 1 ? DOUBLE : adjoints);
        List<Callee.Method> components =
                arity == 1 ? List.of() : List.of(accessor(adjoints, "left"), accessor(adjoints, "right"));
        Callee.Method jvp = method(type, "jvp", 2 * arity, Types.DUAL);
        return new UserRule(type.given(), operands, active, vjp, UserRule.Form.VJP, components, jvp);
    }

    private static Callee.Method method(FunctionType type, String name, int numbers, Type result) {
        List<Type> parameters = Collections.nCopies(numbers, DOUBLE);
        return new Callee.Method(type.differentiable(), name, parameters, result, false, Callee.Access.PUBLIC);
    }

    private static Callee.Method accessor(Type.Declared record, String name) {
        return new Callee.Method(record, name, List.of(), DOUBLE, false, Callee.Access.PUBLIC);
    }
}
