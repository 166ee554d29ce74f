package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRule;
import dev.fluxion.processor.ir.UserRule.Form;
import java.util.List;
import java.util.Optional;

/**
 * The signature of a rule, held against that of a target.
 *
 * @param components the accessors of the record that it returns; empty where it returns none
 */
record RuleShape(Callee.Method method, List<Callee.Method> components) {

    private static final Type DOUBLES = new Type.Array(Type.Primitive.DOUBLE);

    RuleShape {
        components = List.copyOf(components);
    }

    /** The rule for a target whose forms this is one of. */
    Optional<UserRule> rule(Target target) {
        boolean jvp = method.parameters().equals(target.jvpParameters())
                && method.result().equals(target.resultTangent());
        boolean vjp = method.parameters().equals(target.vjpParameters()) && returnsAdjoints(target);
        if (!target.isDifferentiable() || !jvp && !vjp) {
            return Optional.empty();
        }
        Form form = jvp && vjp ? Form.BOTH : jvp ? Form.JVP : Form.VJP;
        return Optional.of(new UserRule(target.method(), target.operands(), target.active(), method, form, components));
    }

    private boolean returnsAdjoints(Target target) {
        List<Type> tangents = target.tangents();
        if (tangents.size() == 1) {
            return method.result().equals(tangents.get(0));
        }
        List<Type> own = components.stream().map(Callee.Method::result).toList();
        return method.result().equals(DOUBLES) || own.equals(tangents);
    }

    /** Whether it takes the target's parameters first, so that it is this one of the overloads that is meant. */
    boolean beginsLike(Target target) {
        int n = target.operands().size();
        List<Type> parameters = method.parameters();
        return parameters.size() > n && parameters.subList(0, n).equals(target.operands());
    }

    /** Why it is not a rule for a target. */
    Mismatch mismatch(Target target) {
        if (target.nested() != null) {
            return new Mismatch(Code.RULE_TARGET_NOT_SCALAR, List.of(target.nested(), target.toString()));
        } else if (!target.isDifferentiable()) {
            return new Mismatch(
                    Code.RULE_TARGET_NOT_DIFFERENTIABLE, List.of(target.toString(), notDifferentiable(target)));
        }
        int count = method.parameters().size();
        int jvp = target.jvpParameters().size();
        int vjp = target.vjpParameters().size();
        if (count != jvp && count != vjp) {
            String expected = jvp == vjp ? String.valueOf(jvp) : jvp + " (JVP) or " + vjp + " (VJP)";
            return mismatch(Code.RULE_PARAMETER_COUNT, name(), String.valueOf(count), target, expected);
        }
        return parameterMismatch(target, count == jvp ? target.jvpParameters() : target.vjpParameters());
    }

    private static String notDifferentiable(Target target) {
        return target.active().contains(true)
                ? "it returns " + Target.simple(target.method().result())
                : "it has no active parameter";
    }

    /** With one active parameter the last one may be of either type; the result then tells. */
    private Mismatch parameterMismatch(Target target, List<Type> expected) {
        for (int i = 0; i < expected.size(); i++) {
            Type own = method.parameters().get(i);
            boolean either = own.equals(target.vjpParameters()
                            .get(Math.min(i, target.operands().size())))
                    && target.tangents().size() == 1;
            if (!own.equals(expected.get(i)) && !either) {
                return new Mismatch(
                        Code.RULE_PARAMETER_TYPE,
                        List.of(
                                String.valueOf(i + 1),
                                name(),
                                Target.simple(own),
                                target.toString(),
                                Target.simple(expected.get(i)),
                                target.forms()));
            }
        }
        boolean jvp = method.parameters().equals(target.jvpParameters());
        String result = jvp ? Target.simple(target.resultTangent()) : target.vjpResult();
        return mismatch(Code.RULE_RESULT_TYPE, name(), Target.simple(method.result()), target, result);
    }

    private static Mismatch mismatch(Code code, String rule, String found, Target target, String expected) {
        return new Mismatch(code, List.of(rule, found, target.toString(), expected, target.forms()));
    }

    String name() {
        return method.owner().simpleName() + "." + method.name();
    }

    /** What is wrong and the arguments of its message. */
    record Mismatch(Code code, List<String> arguments) {}
}
