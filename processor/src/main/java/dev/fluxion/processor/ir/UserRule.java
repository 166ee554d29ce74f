package dev.fluxion.processor.ir;

import java.util.List;

/**
 * A derivative that a user has written: a static method that stands for the derivative of another method.
 *
 * @param target the method whose derivative it is; of an instance method the receiver counts as the first operand
 * @param operands the types of the target's operands, the receiver included
 * @param active which operands the derivative is by
 * @param rule the method to call: with the operands, and then one tangent per active operand or one adjoint of the result
 * @param form which of the two
 * @param components the accessors of the record in which a VJP by several operands returns the adjoints; empty where it
 *     returns an array, and for a single adjoint
 */
public record UserRule(
        Callee.Method target,
        List<Type> operands,
        List<Boolean> active,
        Callee.Method rule,
        Form form,
        List<Callee.Method> components) {

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
