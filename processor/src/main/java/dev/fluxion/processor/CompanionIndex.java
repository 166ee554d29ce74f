package dev.fluxion.processor;

import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.CompanionNames;
import dev.fluxion.processor.backend.DerivedMethod;
import dev.fluxion.processor.backend.DerivedMethods;
import dev.fluxion.processor.backend.Signature;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.frontend.lowering.CompanionCalls;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The companions that code can call: those of this round and those on the class path, by the layouts that their classes' headers give. */
final class CompanionIndex implements CompanionCalls, DerivedMethods {

    private final Function<String, Optional<CompanionLayout>> layouts;
    private final Map<String, Optional<CompanionLayout>> known = new HashMap<>();

    /**
     * @param layouts the layout of the companion with a binary name, if a class with annotated methods has it
     */
    CompanionIndex(Function<String, Optional<CompanionLayout>> layouts) {
        this.layouts = layouts;
    }

    private Optional<CompanionLayout> layout(String companion) {
        return known.computeIfAbsent(companion, layouts);
    }

    @Override
    public DerivedMethod find(Callee.Derived callee) {
        return search(callee).orElseThrow(() -> new IllegalStateException("no companion has " + callee));
    }

    Optional<DerivedMethod> search(Callee.Derived callee) {
        if (!(callee.of() instanceof Callee.Method method)) {
            return Optional.empty();
        }
        Type.Declared companion = CompanionNames.companionOf(method.owner());
        return layout(companion.canonicalName()).flatMap(l -> l.find(callee));
    }

    /** The declared activity of an annotated method. */
    Optional<UserMethod> annotated(Callee.Method method) {
        Type.Declared companion = CompanionNames.companionOf(method.owner());
        return layout(companion.canonicalName()).flatMap(l -> l.annotated(method));
    }

    @Override
    public Optional<Derivative> find(ExecutableElement method) {
        if (!(method.getEnclosingElement() instanceof TypeElement owner)
                || !owner.getSimpleName().toString().endsWith("Grad")) {
            return Optional.empty();
        }
        Type.Declared companion = TypeLowering.name(owner);
        return layout(companion.canonicalName())
                .flatMap(l -> l.signatures().stream()
                        .filter(s -> s.name().contentEquals(method.getSimpleName()) && isSame(s, method))
                        .findFirst())
                .flatMap(CompanionIndex::derivative);
    }

    private static boolean isSame(Signature s, ExecutableElement method) {
        if (s.parameters().size() != method.getParameters().size()) {
            return false;
        }
        for (int i = 0; i < s.parameters().size(); i++) {
            String wanted = s.parameters().get(i).type().toString();
            String actual = method.getParameters().get(i).asType().toString();
            if (!raw(wanted).equals(raw(actual))) {
                return false;
            }
        }
        return true;
    }

    private static String raw(String type) {
        int at = type.indexOf('<');
        return at < 0 ? type : type.substring(0, at);
    }

    private static Optional<Derivative> derivative(Signature s) {
        UserMethod m = s.method();
        if (!m.arrays().isEmpty() || m.result().isFloatingArray() || m.hasTensors() || m.hasRecords()) {
            return Optional.empty();
        }
        return switch (s.kind()) {
            case DERIVATIVE -> Optional.of(single(m.derived(Derivation.Transform.DERIVATIVE), 0, 0, 1, s.result()));
            case SECOND_DERIVATIVE -> Optional.of(single(m.secondOrder(), 1, 1, 2, s.result()));
            case GRADIENT -> Optional.of(record(m.derived(Derivation.Transform.GRADIENT), s));
            case VJP -> Optional.of(record(m.derived(Derivation.Transform.VJP), s));
            case JVP -> Optional.of(tangent(m, s));
            default -> Optional.empty();
        };
    }

    private static Derivative single(Callee.Derived callee, int tangents, int result, int results, Type type) {
        return new Derivative(callee, tangents, List.of(new Component("", result, results, type)));
    }

    private static Derivative record(Callee.Derived callee, Signature s) {
        List<Component> components = new ArrayList<>();
        List<Result> of = s.record().components();
        for (int i = 0; i < of.size(); i++) {
            components.add(
                    new Component(of.get(i).name(), i, of.size(), of.get(i).type()));
        }
        return new Derivative(callee, 0, components);
    }

    private static Derivative tangent(UserMethod m, Signature s) {
        Callee.Derived callee = m.derived(Derivation.Transform.TANGENT);
        Type type = m.result();
        return new Derivative(
                callee, 0, List.of(new Component("value", 0, 2, type), new Component("tangent", 1, 2, type.tangent())));
    }
}
