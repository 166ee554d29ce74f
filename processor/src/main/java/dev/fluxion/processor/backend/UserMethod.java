package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

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
 * @param record the record that the result is, if derivatives are taken of components of it, or null
 * @param isUnpacked whether this is the function to which the active numbers and arrays in records are handed one by one
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
        boolean isRepeatable,
        Composite record,
        boolean isUnpacked) {

    public UserMethod {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
    }

    /** A method. */
    public UserMethod(
            Callee.Method callee,
            String stem,
            List<UserParameter> parameters,
            boolean isVarargs,
            Type result,
            List<Type> thrown,
            boolean isPublic,
            int order,
            boolean isRepeatable) {
        this(callee, stem, parameters, isVarargs, result, thrown, isPublic, order, isRepeatable, null, false);
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

    /**
     * A parameter as declared, and whether derivatives are taken by it.
     *
     * @param record the record that it is, if derivatives are taken by components of it, or null
     */
    public record UserParameter(String name, Type type, boolean active, Composite record) {

        /** A parameter that is a number, an array, or constant. */
        public UserParameter(String name, Type type, boolean active) {
            this(name, type, active, null);
        }

        /** T' of its type. */
        public Type tangent() {
            return record == null ? type.tangent() : record.tangent();
        }

        boolean holdsArrays() {
            return record == null ? type.isFloatingArray() : record.holdsArrays();
        }

        boolean holdsNumbers() {
            return record == null ? !type.isFloatingArray() : record.holdsNumbers();
        }

        /** The active numbers and arrays in it. */
        List<UserParameter> leaves() {
            return record.leaves(name).stream()
                    .map(leaf -> new UserParameter(leaf.name(), leaf.type(), true))
                    .toList();
        }
    }

    /** The active parameters, in order. */
    public List<UserParameter> active() {
        return parameters.stream().filter(UserParameter::active).toList();
    }

    /** The active parameters that are arrays or records with arrays, in order. */
    public List<UserParameter> arrays() {
        return active().stream().filter(UserParameter::holdsArrays).toList();
    }

    /** The active parameters that are numbers or records with numbers, in order. */
    public List<UserParameter> numbers() {
        return active().stream().filter(UserParameter::holdsNumbers).toList();
    }

    /** For each parameter the record that it is, or null where no derivatives are taken by components of it. */
    public List<Composite> records() {
        return Collections.unmodifiableList(
                parameters.stream().map(UserParameter::record).collect(Collectors.toList()));
    }

    /** Whether derivatives are taken by or of components of a record. */
    public boolean hasRecords() {
        return !isUnpacked && (record != null || parameters.stream().anyMatch(p -> p.record() != null));
    }

    /** T' of the result. */
    public Type tangent() {
        return record == null ? result.tangent() : record.tangent();
    }

    /** What is returned: of an unpacked function, behind a record the active numbers and arrays in it. */
    public List<Result> results() {
        List<Result> all = new ArrayList<>(isVoid() ? List.of() : List.of(new Result("value", result)));
        if (record != null && isUnpacked) {
            record.leaves("value").forEach(leaf -> all.add(new Result(leaf.name(), leaf.type())));
        }
        return all;
    }

    /** What of the results has derivatives. */
    List<Result> differentiableResults() {
        return results().stream().filter(r -> r.type().isActivatable()).toList();
    }

    /** The function that derivatives are derived from: behind each record, which is constant, come the active numbers and arrays in it. */
    public UserMethod unpacked() {
        UniqueNames names =
                new UniqueNames(parameters.stream().map(UserParameter::name).toList());
        List<UserParameter> all = new ArrayList<>();
        for (UserParameter p : parameters) {
            all.add(p.record() == null ? p : new UserParameter(p.name(), p.type(), false));
            if (p.record() != null) {
                p.leaves().forEach(leaf -> all.add(new UserParameter(names.take(leaf.name()), leaf.type(), true)));
            }
        }
        return new UserMethod(callee, stem, all, false, result, thrown, isPublic, order, isRepeatable, record, true);
    }

    private UserMethod differentiated() {
        return hasRecords() ? unpacked() : this;
    }

    /** What the derivations are of: the method, or the function that it is over what is in its records. */
    public Callee primal() {
        UserMethod of = differentiated();
        return of.isUnpacked()
                ? new Callee.Derived(callee, new Derivation(Derivation.Transform.UNPACKED, of.activity()))
                : callee;
    }

    private List<Boolean> activity() {
        return parameters.stream().map(UserParameter::active).toList();
    }

    /** Whether it takes and returns numbers alone, so that tensors are mapped element by element. */
    public boolean isElementwise() {
        return arrays().isEmpty() && !hasRecords() && result.isDifferentiable();
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

    /** Whether its result or an active parameter is a tensor, or a record with one. */
    public boolean hasTensors() {
        return result.isOfTensors()
                || record != null && record.holdsTensors()
                || active().stream()
                        .anyMatch(p -> p.type().isOfTensors()
                                || p.record() != null && p.record().holdsTensors());
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
        return new Callee.Derived(
                primal(), new Derivation(transform, differentiated().activity()));
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
        differentiated().arrays().forEach(p -> active.add(true));
        return new Callee.Derived(first, new Derivation(Derivation.Transform.TANGENT, active));
    }
}
