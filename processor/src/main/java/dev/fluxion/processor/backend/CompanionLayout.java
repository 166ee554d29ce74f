package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation.Transform;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which members a companion has: a function of the headers of its class's annotated methods, and of nothing else.
 *
 * @param user the class with the annotated methods
 * @param companion its companion
 * @param isPublic whether the companion is: if the class and all that enclose it are
 * @param signatures the generated methods, in the order in which they are written
 */
public record CompanionLayout(
        Type.Declared user, Type.Declared companion, boolean isPublic, List<Signature> signatures) {

    public CompanionLayout {
        signatures = List.copyOf(signatures);
    }

    /** The layout for a class's annotated methods, in source order. */
    public static CompanionLayout of(Type.Declared user, boolean isPublic, List<UserMethod> methods) {
        Type.Declared companion = CompanionNames.companionOf(user);
        List<Signature> signatures = new ArrayList<>();
        methods.forEach(m -> signatures.addAll(new SignatureBuilder(m, companion).build()));
        return new CompanionLayout(user.erasure(), companion, isPublic, signatures);
    }

    /** The generated methods of one annotated method. */
    public List<Signature> signaturesOf(UserMethod method) {
        return signatures.stream().filter(s -> s.method().equals(method)).toList();
    }

    /** The nested records, each once, in the order of the methods that return them first. */
    public Map<String, RecordShape> records() {
        Map<String, RecordShape> records = new LinkedHashMap<>();
        for (Signature s : signatures) {
            if (s.record() != null) {
                records.putIfAbsent(s.record().type().simpleName(), s.record());
            }
        }
        return records;
    }

    /** The method of this companion that computes a derived function over its declared activity, if there is one. */
    public Optional<DerivedMethod> find(Callee.Derived callee) {
        for (Signature s : signatures) {
            if (callee.of().equals(s.method().callee()) && serves(s, callee)) {
                return Optional.of(derivedMethod(s, callee.derivation().transform()));
            }
        }
        return Optional.empty();
    }

    private static boolean serves(Signature s, Callee.Derived callee) {
        Transform transform = callee.derivation().transform();
        if (!s.method().derived(transform).equals(callee)) {
            return false;
        }
        return switch (transform) {
            case TANGENT -> s.kind() == GeneratedKind.JVP;
            case VJP -> s.kind() == GeneratedKind.VJP;
            case GRADIENT -> s.kind() == GeneratedKind.GRADIENT;
            case DERIVATIVE -> s.kind() == GeneratedKind.GRADIENT || isExactDerivative(s);
            case FORWARD_SWEEP -> s.kind() == GeneratedKind.FORWARD_SWEEP;
            case REVERSE_SWEEP -> s.kind() == GeneratedKind.REVERSE_SWEEP;
        };
    }

    /** Whether {@code fDerivative} returns the adjoint as it is: it has the result's type, the adjoint has the parameter's. */
    private static boolean isExactDerivative(Signature s) {
        return s.kind() == GeneratedKind.DERIVATIVE
                && s.result().equals(s.method().active().get(0).type().tangent());
    }

    private DerivedMethod derivedMethod(Signature s, Transform transform) {
        List<String> accessors = List.of();
        if (s.record() != null) {
            accessors = s.record().accessorsFrom(transform == Transform.DERIVATIVE ? 1 : 0);
        } else if (s.kind() == GeneratedKind.JVP) {
            accessors = List.of("value", "tangent");
        }
        return new DerivedMethod(companion, s.name(), s.result(), accessors);
    }
}
