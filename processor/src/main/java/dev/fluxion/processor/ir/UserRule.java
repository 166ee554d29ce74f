package dev.fluxion.processor.ir;

import java.util.List;

/**
 * A derivative that a user has written, or that a function of the caller's has: a method that stands for the derivative of another method.
 *
 * @param target the method whose derivative it is; of an instance method the receiver counts as the first operand
 * @param operands the types of the target's operands, the receiver included
 * @param active which operands the derivative is by
 * @param rule the method to call: with the operands, and then one tangent per active operand or one adjoint of the result
 * @param form which of the two
 * @param components the accessors of the record in which a VJP by several operands returns the adjoints; empty where it
 *     returns an array, and for a single adjoint
 * @param both a method that is called with operands and tangents in the place of the target, and returns value and tangent as a {@code Dual}; or null
 */
public record UserRule(
        Callee.Method target,
        List<Type> operands,
        List<Boolean> active,
        Callee.Method rule,
        Form form,
        List<Callee.Method> components,
        Callee.Method both) {

    /** A rule that a user has written. */
    public UserRule(
            Callee.Method target,
            List<Type> operands,
            List<Boolean> active,
            Callee.Method rule,
            Form form,
            List<Callee.Method> components) {
        this(target, operands, active, rule, form, components, null);
    }

    public UserRule {
        operands = List.copyOf(operands);
        active = List.copyOf(active);
        components = List.copyOf(components);
    }

    /** What a rule is handed and what it returns. */
    public enum Form {
        /** One tangent per active operand; the tangent of the result. */
        JVP,
        /** The adjoint of the result; one adjoint per active operand. */
        VJP,
        /** One number of the one type that operand and result have: either, since a product has no direction. */
        BOTH
    }

    /** The types of the tangents, of the active operands alone. */
    public List<Type> tangents() {
        return java.util.stream.IntStream.range(0, operands.size())
                .filter(active::get)
                .mapToObj(i -> operands.get(i).tangent())
                .toList();
    }

    /** The type of the result's tangent. */
    public Type resultTangent() {
        return target.result().tangent();
    }
}
