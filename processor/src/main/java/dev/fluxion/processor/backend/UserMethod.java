package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of an annotated method, which alone decides what is generated for it.
 *
 * @param callee the method
 * @param stem what generated names start with: the method's name or the annotation's {@code name}
 * @param parameters in order; of an instance method the receiver first, as {@code self}
 * @param isVarargs whether the last parameter is declared with {@code ...}
 * @param result its declared type
 * @param thrown the checked exceptions that it declares
 * @param isPublic whether generated methods are
 * @param order the highest order of derivatives asked for
 * @param isRepeatable whether it may be run several times for one result: operators of several passes exist only then
 */
public record UserMethod(
        Callee.Method callee,
        String stem,
        List<UserParameter> parameters,
        boolean isVarargs,
        Type result,
        List<Type> thrown,
        boolean isPublic,
        int order,
        boolean isRepeatable) {

    public UserMethod {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
    }

    /** A method of fixed arity. */
    public UserMethod(
            Callee.Method callee,
            String stem,
            List<UserParameter> parameters,
            Type result,
            List<Type> thrown,
            boolean isPublic,
            int order,
            boolean isRepeatable) {
        this(callee, stem, parameters, false, result, thrown, isPublic, order, isRepeatable);
    }

    /** A parameter as declared, and whether derivatives are taken by it. */
    public record UserParameter(String name, Type type, boolean active) {}

    /** The active parameters, in order. */
    public List<UserParameter> active() {
        return parameters.stream().filter(UserParameter::active).toList();
    }

    /** The active parameters that are arrays, in order. */
    public List<UserParameter> arrays() {
        return active().stream().filter(p -> p.type().isFloatingArray()).toList();
    }

    /** The active parameters that are numbers, in order. */
    public List<UserParameter> numbers() {
        return active().stream().filter(p -> !p.type().isFloatingArray()).toList();
    }

    /** Whether it takes and returns numbers alone, so that tensors are mapped element by element. */
    public boolean isElementwise() {
        return arrays().isEmpty() && result.isDifferentiable();
    }

    /** Whether nothing in its header forbids to call it with tensors; its body must have no side effects. */
    boolean mayTakeTensors() {
        return thrown.isEmpty()
                && isRepeatable
                && !active().isEmpty()
                && result.isActivatable()
                && !hasTensors()
                && active().stream().allMatch(p -> p.type().isActivatable());
    }

    /** Whether its result or an active parameter is a tensor. */
    public boolean hasTensors() {
        return result.isOfTensors() || active().stream().anyMatch(p -> p.type().isOfTensors());
    }

    /** Whether it returns nothing: its results are in the arrays that it is given. */
    public boolean isVoid() {
        return result.equals(Types.VOID);
    }

    /** Whether it is a static {@code double f(double[] x)} without checked exceptions. */
    boolean isFunctionOfVector() {
        return callee.isStatic()
                && parameters.size() == 1
                && parameters.get(0).active()
                && parameters.get(0).type().equals(new Type.Array(Type.Primitive.DOUBLE))
                && result == Type.Primitive.DOUBLE
                && thrown.isEmpty();
    }

    /** A derivation of this method over its declared activity. */
    public Callee.Derived derived(Derivation.Transform transform) {
        List<Boolean> active = parameters.stream().map(UserParameter::active).toList();
        return new Callee.Derived(callee, new Derivation(transform, active));
    }

    /** The forward-over-reverse function that second-order methods are made of. */
    public Callee.Derived secondOrder() {
        return tangent(derived(Derivation.Transform.DERIVATIVE), List.of());
    }

    /** The tangent of reverse mode with a seed that is constant: what differentiates gradients of a method with an array as result. */
    public Callee.Derived secondSweep() {
        return tangent(derived(Derivation.Transform.VJP), List.of(false));
    }

    private Callee.Derived tangent(Callee.Derived first, List<Boolean> seeds) {
        List<Boolean> active = new ArrayList<>(first.derivation().active());
        active.addAll(seeds);
        arrays().forEach(p -> active.add(true));
        return new Callee.Derived(first, new Derivation(Derivation.Transform.TANGENT, active));
    }
}
