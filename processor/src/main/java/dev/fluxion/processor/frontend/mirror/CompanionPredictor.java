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

    /** What the record of a record's tangents is called. */
    public interface TangentNames {

        /**
         * Its canonical name, which begins with that of the companion where it is nested there.
         *
         * @param user the class whose companion wants it
         */
        String of(TypeElement record, TypeElement user);
    }

    private final Elements elements;
    private final TangentNames tangentNames;
    private final Map<String, List<ExecutableElement>> methods = new TreeMap<>();
    private final Map<String, TypeElement> tangentRecords = new TreeMap<>();
    private final Map<String, TypeElement> users = new TreeMap<>();
    private final Map<String, Companion> made = new LinkedHashMap<>();

    /**
     * Predicts for methods of this round.
     *
     * @param elements the outer elements
     * @param annotated the outer methods that carry {@code @Differentiable}, in any order
     * @param tangentNames what records of tangents are called
     */
    public CompanionPredictor(Elements elements, Collection<ExecutableElement> annotated, TangentNames tangentNames) {
        this.elements = elements;
        this.tangentNames = tangentNames;
        for (ExecutableElement method : annotated) {
            TypeElement type = (TypeElement) method.getEnclosingElement();
            methods.computeIfAbsent(companionName(type), n -> new ArrayList<>()).add(method);
        }
        methods.values().forEach(this::addTangentRecords);
    }

    private String companionName(TypeElement type) {
        return RootNames.join(packageOf(type), flatName(type) + "Grad");
    }

    /** The records of tangents that stand beside their records, and have yet to be made. */
    private void addTangentRecords(List<ExecutableElement> of) {
        TypeElement user = (TypeElement) of.get(0).getEnclosingElement();
        tangentRecords(of).forEach((name, record) -> {
            if (!isNested(name, user) && elements.getTypeElement(name) == null) {
                tangentRecords.putIfAbsent(name, record);
                users.putIfAbsent(name, user);
            }
        });
    }

    private boolean isNested(String name, TypeElement user) {
        return name.startsWith(companionName(user) + ".");
    }

    @Override
    public Optional<Companion> find(String qualifiedName) {
        if (!made.containsKey(qualifiedName)) {
            if (methods.containsKey(qualifiedName)) {
                made.put(qualifiedName, companion(methods.get(qualifiedName)));
            } else if (tangentRecords.containsKey(qualifiedName)) {
                made.put(qualifiedName, tangentRecord(tangentRecords.get(qualifiedName), users.get(qualifiedName)));
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
                            t -> tangent(t, types, type),
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
        String body = String.join("", declarations.values()) + nestedTangents(of, types);
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

    /** The records by whose components methods of a class are differentiated, by the names of their records of tangents. */
    private Map<String, TypeElement> tangentRecords(List<ExecutableElement> of) {
        TypeElement user = (TypeElement) of.get(0).getEnclosingElement();
        Map<String, TypeElement> found = new TreeMap<>();
        for (ExecutableElement method : of) {
            method.getParameters().forEach(parameter -> addTangentRecords(parameter.asType(), user, found));
            addTangentRecords(method.getReturnType(), user, found);
            addTangentRecords(user.asType(), user, found);
        }
        return found;
    }

    private void addTangentRecords(TypeMirror type, TypeElement user, Map<String, TypeElement> found) {
        if (!ActiveTypes.isRecord(type) || !ActiveTypes.isActive(type)) {
            return;
        }
        TypeElement declared = OuterTypes.element(type);
        if (found.putIfAbsent(tangentNames.of(declared, user), declared) == null) {
            declared.getRecordComponents().forEach(component -> addTangentRecords(component.asType(), user, found));
        }
    }

    /** Those that stand in the companion. */
    private String nestedTangents(List<ExecutableElement> of, TypeText types) {
        TypeElement user = (TypeElement) of.get(0).getEnclosingElement();
        return tangentRecords(of).entrySet().stream()
                .filter(e -> isNested(e.getKey(), user))
                .map(e -> "public record " + simpleName(e.getKey()) + components(e.getValue(), types, user) + " {}\n")
                .collect(Collectors.joining());
    }

    private static String simpleName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private Companion tangentRecord(TypeElement type, TypeElement user) {
        Set<TypeElement> mentions = new LinkedHashSet<>();
        String name = flatName(type) + "Tangent";
        String declaration = (isPublic(type) ? "public " : "") + "record " + name
                + components(type, types(mentions), user) + " {}\n";
        return new Companion(packageOf(type), name, declaration, mentions);
    }

    private String components(TypeElement type, TypeText types, TypeElement user) {
        return type.getRecordComponents().stream()
                .filter(component -> ActiveTypes.isComponent(component.asType())
                        && FluxionAnnotations.find(component, FluxionAnnotations.NO_DIFF)
                                .isEmpty())
                .map((RecordComponentElement component) ->
                        tangent(component.asType(), types, user) + " " + component.getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** T′ of the contract. */
    private String tangent(TypeMirror type, TypeText types, TypeElement user) {
        if (ActiveTypes.isRecord(type) && ActiveTypes.isActive(type)) {
            return tangentNames.of(OuterTypes.element(type), user);
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
