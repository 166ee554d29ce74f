package dev.fluxion.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The types that callees take and return, by the conventions of {@link Derivation}; empty where they depend on more than the callee. */
final class Signatures {

    private Signatures() {}

    /** The types of a method's parameters, of an instance method's the receiver's first. */
    static List<Type> operands(Callee.Method m) {
        if (m.isStatic()) {
            return m.parameters();
        }
        List<Type> all = new ArrayList<>(List.of(m.owner()));
        all.addAll(m.parameters());
        return all;
    }

    /** The types of the parameters, of an instance method's the receiver's first. */
    static Optional<List<Type>> parameters(Callee callee) {
        if (callee instanceof Callee.Method m) {
            return Optional.of(operands(m));
        }
        Callee.Derived d = (Callee.Derived) callee;
        List<Boolean> active = d.derivation().active();
        Optional<List<Type>> primal = parameters(d.of()).filter(p -> p.size() == active.size());
        Optional<List<Type>> values = results(d.of());
        if (primal.isEmpty() || values.isEmpty()) {
            return Optional.empty();
        }
        List<Type> all = new ArrayList<>();
        switch (d.derivation().transform()) {
            case GRADIENT, DERIVATIVE -> {
                all.addAll(primal.get());
                all.addAll(bars(primal.get(), active));
            }
            case TANGENT -> {
                all.addAll(primal.get());
                all.addAll(tangents(primal.get(), active));
            }
            case VJP -> {
                all.addAll(primal.get());
                all.addAll(tangents(values.get()));
                all.addAll(bars(primal.get(), active));
            }
            case FORWARD_SWEEP -> {
                all.addAll(primal.get());
                all.addAll(bars(primal.get(), active));
                all.add(Types.TAPE);
            }
            case REVERSE_SWEEP -> {
                primal.get().stream().filter(Type.Primitive.class::isInstance).forEach(all::add);
                all.addAll(scalars(tangents(values.get())));
                all.add(Types.TAPE);
            }
            case UNPACKED -> {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /** The types of the results. */
    static Optional<List<Type>> results(Callee callee) {
        if (callee instanceof Callee.Method m) {
            return Optional.of(m.result().equals(Types.VOID) ? List.of() : List.of(m.result()));
        }
        Callee.Derived d = (Callee.Derived) callee;
        Optional<List<Type>> primal = parameters(d.of());
        Optional<List<Type>> values = results(d.of());
        boolean known = primal.isPresent()
                && values.isPresent()
                && primal.get().size() == d.derivation().active().size();
        if (!known) {
            return Optional.empty();
        }
        List<Type> adjoints = scalars(tangents(primal.get(), d.derivation().active()));
        List<Type> all = new ArrayList<>();
        switch (d.derivation().transform()) {
            case DERIVATIVE, REVERSE_SWEEP -> all.addAll(adjoints);
            case FORWARD_SWEEP -> {
                all.addAll(values.get());
                values.get().stream().filter(Type::isFloatingArray).forEach(all::add);
            }
            case TANGENT -> {
                all.addAll(values.get());
                all.addAll(tangents(values.get()));
            }
            case VJP, GRADIENT -> {
                all.addAll(values.get());
                all.addAll(adjoints);
            }
            case UNPACKED -> {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static List<Type> tangents(List<Type> types, List<Boolean> active) {
        List<Type> found = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (active.get(i)) {
                found.add(types.get(i).tangent());
            }
        }
        return found;
    }

    private static List<Type> tangents(List<Type> types) {
        return types.stream().filter(Type::isActivatable).map(Type::tangent).toList();
    }

    /** The adjoints that are given as arrays to add to: those of active arrays. */
    private static List<Type> bars(List<Type> types, List<Boolean> active) {
        return tangents(types, active).stream().filter(Type::isFloatingArray).toList();
    }

    /** The adjoints that are returned: all but those of arrays. */
    private static List<Type> scalars(List<Type> types) {
        return types.stream().filter(t -> !t.isFloatingArray()).toList();
    }

    /** Whether values of a type, or what they hold, can carry derivatives. */
    static boolean carriesDerivatives(Type type) {
        return type.isDifferentiable()
                || type instanceof Type.Array
                || type instanceof Type.Declared && type.unboxed() == type && !type.equals(Types.STRING);
    }

    /** Whether lists of types are equally long and assignable one by one. */
    static boolean agree(List<Type> from, List<Type> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!TypeChecker.isAssignable(from.get(i), to.get(i))) {
                return false;
            }
        }
        return true;
    }
}
