package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A method that a rule may be for.
 *
 * @param operands the types of the receiver, if there is one, and of the parameters
 * @param active which of them are differentiable and not marked otherwise
 * @param nested the name of a parameter that carries derivatives in its elements or components, or null
 */
record Target(Callee.Method method, List<Type> operands, List<Boolean> active, String nested) {

    Target {
        operands = List.copyOf(operands);
        active = List.copyOf(active);
    }

    boolean isDifferentiable() {
        return nested == null && active.contains(true) && method.result().isNumber();
    }

    /** The types of the tangents of the active operands, in order. */
    List<Type> tangents() {
        return IntStream.range(0, operands.size())
                .filter(active::get)
                .mapToObj(i -> operands.get(i).tangent())
                .toList();
    }

    Type resultTangent() {
        return method.result().tangent();
    }

    List<Type> jvpParameters() {
        return followedBy(tangents());
    }

    List<Type> vjpParameters() {
        return followedBy(List.of(resultTangent()));
    }

    private List<Type> followedBy(List<Type> seeds) {
        List<Type> parameters = new ArrayList<>(operands);
        parameters.addAll(seeds);
        return parameters;
    }

    /** What a VJP returns, in words. */
    String vjpResult() {
        List<Type> tangents = tangents();
        return tangents.size() == 1 ? tangents.get(0).toString() : "double[] or a record" + list(tangents);
    }

    /** The two forms, in words; the one, where they coincide. */
    String forms() {
        String jvp = resultTangent() + " " + list(jvpParameters());
        String vjp = vjpResult() + " " + list(vjpParameters());
        return jvp.equals(vjp) ? jvp : "JVP " + jvp + ", VJP " + vjp;
    }

    @Override
    public String toString() {
        return method.owner().simpleName() + "." + method.name() + list(method.parameters());
    }

    static String list(List<Type> types) {
        return "(" + String.join(", ", types.stream().map(Target::simple).toList()) + ")";
    }

    static String simple(Type type) {
        if (type instanceof Type.Array a) {
            return simple(a.component()) + "[]";
        }
        return type instanceof Type.Declared d ? d.simpleName() : type.toString();
    }
}
