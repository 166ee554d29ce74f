package dev.fluxion.processor.frontend.mirror;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Predicts the companions of annotated methods from their headers, so that calls of them have their types in the round
 * that generates them. It predicts more than will be generated: a call of what is not is the user's error, which javac
 * reports when it compiles the real companion.
 */
public final class CompanionPredictor implements CompanionSource {

    private static final String GENERATED = "dev.fluxion.FluxionGenerated";

    private final Elements elements;
    private final Map<String, List<ExecutableElement>> methods = new TreeMap<>();
    private final Map<String, TypeElement> tangentRecords = new TreeMap<>();
    private final Map<String, Companion> made = new LinkedHashMap<>();

    /**
     * Predicts for methods of this round.
     *
     * @param elements the outer elements
     * @param annotated the outer methods that carry {@code @Differentiable}, in any order
     */
    public CompanionPredictor(Elements elements, Collection<ExecutableElement> annotated) {
        this.elements = elements;
        for (ExecutableElement method : annotated) {
            TypeElement type = (TypeElement) method.getEnclosingElement();
            String name = RootNames.join(packageOf(type), flatName(type) + "Grad");
            methods.computeIfAbsent(name, n -> new ArrayList<>()).add(method);
            method.getParameters().forEach(parameter -> addTangentRecords(parameter.asType()));
            addTangentRecords(method.getReturnType());
            addTangentRecords(type.asType());
        }
    }

    @Override
    public Optional<Companion> find(String qualifiedName) {
        if (!made.containsKey(qualifiedName)) {
            if (methods.containsKey(qualifiedName)) {
                made.put(qualifiedName, companion(methods.get(qualifiedName)));
            } else if (tangentRecords.containsKey(qualifiedName)) {
                made.put(qualifiedName, tangentRecord(tangentRecords.get(qualifiedName)));
            }
        }
        return Optional.ofNullable(made.get(qualifiedName));
    }

    @Override
    public Set<String> qualifiedNames() {
        Set<String> names = new LinkedHashSet<>(methods.keySet());
        names.addAll(tangentRecords.keySet());
        return names;
    }

    /** The annotated methods whose derivatives the companion of this canonical name will hold. */
    public List<ExecutableElement> primalsOf(String companion) {
        return List.copyOf(methods.getOrDefault(companion, List.of()));
    }

    /** The stem of a method's generated names. */
    public static String stemOf(ExecutableElement method) {
        return FluxionAnnotations.find(method, FluxionAnnotations.DIFFERENTIABLE)
                .flatMap(annotation -> FluxionAnnotations.value(annotation, "name"))
                .map(Object::toString)
                .filter(name -> !name.isEmpty())
                .orElse(method.getSimpleName().toString());
    }

    private Companion companion(List<ExecutableElement> of) {
        TypeElement type = (TypeElement) of.get(0).getEnclosingElement();
        Set<TypeElement> mentions = new LinkedHashSet<>();
        TypeText types = types(mentions);
        Map<String, String> declarations = new LinkedHashMap<>();
        for (ExecutableElement method : of) {
            new CompanionMethods(
                            method,
                            stemOf(method),
                            orderOf(method),
                            types,
                            t -> tangent(t, types),
                            name -> elements.getTypeElement(name) != null)
                    .declarations()
                    .forEach(declarations::putIfAbsent);
        }
        for (String runtimeType : List.of(
                GENERATED, "dev.fluxion.Dual", "dev.fluxion.DifferentiableFunction", "dev.fluxion.tensor.Tensor")) {
            mentionIfPresent(runtimeType, mentions);
        }
        mentionIfPresent("dev.fluxion.tape.Workspace", mentions);
        String name = flatName(type) + "Grad";
        String head = (elements.getTypeElement(GENERATED) == null ? "" : "@" + GENERATED + " ")
                + (isPublic(type) ? "public " : "")
                + "final class "
                + name;
        String body = String.join("", declarations.values());
        return new Companion(packageOf(type), name, head + " {\nprivate " + name + "() {}\n" + body + "}\n", mentions);
    }

    private void mentionIfPresent(String name, Set<TypeElement> mentions) {
        TypeElement type = elements.getTypeElement(name);
        if (type != null) {
            mentions.add(type);
        }
    }

    /** A name that is unresolved in a header may be a companion of the same package. */
    private static TypeText types(Set<TypeElement> mentions) {
        return new TypeText(mentions::add, written -> written);
    }

    private static int orderOf(ExecutableElement method) {
        return FluxionAnnotations.find(method, FluxionAnnotations.DIFFERENTIABLE)
                .flatMap(annotation -> FluxionAnnotations.value(annotation, "order"))
                .map(order -> (Integer) order)
                .orElse(1);
    }

    private void addTangentRecords(TypeMirror type) {
        if (!ActiveTypes.isRecord(type) || !ActiveTypes.isActive(type)) {
            return;
        }
        TypeElement declared = OuterTypes.element(type);
        String name = tangentName(declared);
        if (elements.getTypeElement(name) == null && tangentRecords.putIfAbsent(name, declared) == null) {
            declared.getRecordComponents().forEach(component -> addTangentRecords(component.asType()));
        }
    }

    private String tangentName(TypeElement recordType) {
        return RootNames.join(packageOf(recordType), flatName(recordType) + "Tangent");
    }

    private Companion tangentRecord(TypeElement type) {
        Set<TypeElement> mentions = new LinkedHashSet<>();
        TypeText types = types(mentions);
        String components = type.getRecordComponents().stream()
                .filter(component -> ActiveTypes.isComponent(component.asType())
                        && FluxionAnnotations.find(component, FluxionAnnotations.NO_DIFF)
                                .isEmpty())
                .map((RecordComponentElement component) ->
                        tangent(component.asType(), types) + " " + component.getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
        String name = flatName(type) + "Tangent";
        String declaration = (isPublic(type) ? "public " : "") + "record " + name + components + " {}\n";
        return new Companion(packageOf(type), name, declaration, mentions);
    }

    /** T′ of the contract. */
    private String tangent(TypeMirror type, TypeText types) {
        if (ActiveTypes.isRecord(type) && ActiveTypes.isActive(type)) {
            return tangentName(OuterTypes.element(type));
        }
        String text = types.of(type);
        boolean boxed = type.getKind() == TypeKind.DECLARED && ActiveTypes.isScalar(type);
        return boxed ? (text.endsWith("Double") ? "double" : "float") : text;
    }

    private String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    /** {@code Outer_Inner} for a nested type. */
    private static String flatName(TypeElement type) {
        return type.getNestingKind() == NestingKind.MEMBER
                ? flatName((TypeElement) type.getEnclosingElement()) + "_" + type.getSimpleName()
                : type.getSimpleName().toString();
    }

    private static boolean isPublic(TypeElement type) {
        boolean itself = type.getModifiers().contains(Modifier.PUBLIC);
        return itself && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }
}
