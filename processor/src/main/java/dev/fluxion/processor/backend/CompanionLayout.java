package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation.Transform;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which members a companion has: a function of the headers of its class's annotated methods, and of nothing else. */
public final class CompanionLayout {

    private final Type.Declared user;
    private final Type.Declared companion;
    private final boolean isPublic;
    private final List<Signature> signatures = new ArrayList<>();
    private final Map<UserMethod, List<Signature>> byMethod = new LinkedHashMap<>();
    private final Map<Callee.Method, UserMethod> annotated = new HashMap<>();
    private final Map<Callee.Derived, DerivedMethod> derived = new HashMap<>();

    private CompanionLayout(Type.Declared user, boolean isPublic, List<UserMethod> methods) {
        this.user = user.erasure();
        this.companion = CompanionNames.companionOf(user);
        this.isPublic = isPublic;
        methods.forEach(this::add);
    }

    /** The layout for a class's annotated methods, in source order. */
    public static CompanionLayout of(Type.Declared user, boolean isPublic, List<UserMethod> methods) {
        return new CompanionLayout(user, isPublic, methods);
    }

    private void add(UserMethod method) {
        List<Signature> own = new ArrayList<>(new SignatureBuilder(method, companion).build());
        if (method.hasRecords()) {
            own.addAll(SignatureBuilder.internal(method.unpacked(), companion));
        }
        signatures.addAll(own);
        byMethod.put(method, own);
        annotated.putIfAbsent(method.callee(), method);
        for (Signature s : own) {
            for (Transform transform : served(s)) {
                derived.putIfAbsent(method.derived(transform), derivedMethod(s, transform));
            }
        }
    }

    /** The class with the annotated methods. */
    public Type.Declared user() {
        return user;
    }

    /** Its companion. */
    public Type.Declared companion() {
        return companion;
    }

    /** Whether the companion is public: if the class and all that enclose it are. */
    public boolean isPublic() {
        return isPublic;
    }

    /** The generated methods, in the order in which they are written. */
    public List<Signature> signatures() {
        return Collections.unmodifiableList(signatures);
    }

    /** The annotated methods with those that are generated for each, in source order. */
    public Map<UserMethod, List<Signature>> signaturesByMethod() {
        return Collections.unmodifiableMap(byMethod);
    }

    /** The header of an annotated method of the class. */
    public Optional<UserMethod> annotated(Callee.Method method) {
        return Optional.ofNullable(annotated.get(method));
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
        return Optional.ofNullable(derived.get(callee));
    }

    /** The derived functions of these methods that the companion has. */
    Map<Callee.Derived, DerivedMethod> derived() {
        return Collections.unmodifiableMap(derived);
    }

    /** The transforms whose result a method returns. */
    private static List<Transform> served(Signature s) {
        boolean arrays = !s.method().arrays().isEmpty();
        if (s.method().hasRecords()) {
            return List.of();
        }
        return switch (s.kind()) {
            case JVP, UNPACKED_JVP -> List.of(Transform.TANGENT);
            case VJP -> arrays ? List.of() : List.of(Transform.VJP);
            case VJP_INTO -> List.of(Transform.VJP);
            case GRADIENT -> arrays ? List.of() : List.of(Transform.GRADIENT, Transform.DERIVATIVE);
            case GRADIENT_INTO -> List.of(Transform.GRADIENT);
            case DERIVATIVE -> isExactDerivative(s) ? List.of(Transform.DERIVATIVE) : List.of();
            case FORWARD_SWEEP -> List.of(Transform.FORWARD_SWEEP);
            case REVERSE_SWEEP -> List.of(Transform.REVERSE_SWEEP);
            default -> List.of();
        };
    }

    /** The header of the same method over what is in its records, one by one. */
    public Signature unpacked(Signature s) {
        return new SignatureBuilder(s.method().unpacked(), companion)
                .build().stream().filter(u -> u.kind() == s.kind()).findFirst().orElseThrow();
    }

    /** Whether {@code fDerivative} returns the adjoint as it is: it has the result's type, the adjoint has the parameter's. */
    private static boolean isExactDerivative(Signature s) {
        return s.result().equals(s.method().active().get(0).type().tangent());
    }

    private DerivedMethod derivedMethod(Signature s, Transform transform) {
        List<String> accessors = List.of();
        if (s.record() != null) {
            accessors = s.record().accessorsFrom(transform == Transform.DERIVATIVE ? 1 : 0, s.method());
        } else if (s.isTangent() && !s.method().isVoid()) {
            accessors = List.of("value", "tangent");
        }
        return new DerivedMethod(companion, s.name(), s.result(), accessors);
    }
}
