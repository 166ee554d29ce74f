package dev.fluxion.processor.frontend.mirror;

import java.lang.module.ModuleFinder;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Questions to the outer compilation's elements, each asked once in a round. */
final class OuterTypes {

    private static final Set<Modifier> OPEN = EnumSet.of(Modifier.ABSTRACT, Modifier.DEFAULT);

    private static final ModuleFinder SYSTEM = ModuleFinder.ofSystem();

    private final Elements elements;
    private final Initializers initializers;
    private final Predicate<ExecutableElement> isPlain;
    private final Map<String, Map<String, Optional<TypeElement>>> byModuleAndName = new HashMap<>();
    private final Map<String, Boolean> systemModules = new HashMap<>();
    private final Map<TypeElement, Set<String>> openNames = new HashMap<>();

    /** @param isPlain whether the accessor of a record returns its component and does nothing else */
    OuterTypes(Elements elements, Initializers initializers, Predicate<ExecutableElement> isPlain) {
        this.isPlain = isPlain;
        this.elements = elements;
        this.initializers = initializers;
    }

    Elements elements() {
        return elements;
    }

    Initializers initializers() {
        return initializers;
    }

    /** The module that sees what the given source type sees, or null where there are no modules. */
    ModuleElement moduleOf(String sourceType) {
        TypeElement type = elements.getTypeElement(sourceType);
        return type == null ? null : elements.getModuleOf(type);
    }

    /** The type of this canonical name that is visible from the module. */
    Optional<TypeElement> find(ModuleElement from, String name) {
        String module = from == null ? "" : from.getQualifiedName().toString();
        return byModuleAndName
                .computeIfAbsent(module, m -> new HashMap<>())
                .computeIfAbsent(name, n -> lookUp(from, n));
    }

    private Optional<TypeElement> lookUp(ModuleElement from, String name) {
        TypeElement type = from == null ? elements.getTypeElement(name) : elements.getTypeElement(from, name);
        return Optional.ofNullable(type).filter(found -> found.asType().getKind() == TypeKind.DECLARED);
    }

    /** Whether the mirror finds this type in the platform, which it reads as the outer compilation does. */
    boolean isPlatform(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        return module != null
                && systemModules.computeIfAbsent(
                        module.getQualifiedName().toString(),
                        name -> !name.isEmpty() && SYSTEM.find(name).isPresent());
    }

    /** Whether the accessor of a record returns its component and does nothing else. */
    boolean isPlain(ExecutableElement accessor) {
        return isPlain.test(accessor);
    }

    static TypeElement topLevel(TypeElement type) {
        Element enclosing = type;
        while (enclosing.getEnclosingElement() instanceof TypeElement outer) {
            enclosing = outer;
        }
        return (TypeElement) enclosing;
    }

    String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    /**
     * The names of all abstract and default methods that the type declares or inherits, overridden since or not: a class
     * without the override would be abstract, or would inherit two unrelated defaults.
     */
    Set<String> openNames(TypeElement type) {
        Set<String> known = openNames.get(type);
        if (known != null) {
            return known;
        }
        Set<String> names = new HashSet<>(inheritedOpenNames(type));
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> !Collections.disjoint(method.getModifiers(), OPEN))
                .forEach(method -> names.add(method.getSimpleName().toString()));
        openNames.put(type, names);
        return names;
    }

    /** The names of the abstract and default methods of all proper supertypes. */
    Set<String> inheritedOpenNames(TypeElement type) {
        Set<String> names = new HashSet<>();
        supertypes(type).forEach(supertype -> names.addAll(openNames(supertype)));
        return names;
    }

    /** The superclass, if there is one, and the interfaces. */
    List<TypeElement> supertypes(TypeElement type) {
        return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .filter(supertype -> supertype.getKind() == TypeKind.DECLARED)
                .map(OuterTypes::element)
                .toList();
    }

    static TypeElement element(TypeMirror declared) {
        return (TypeElement) ((DeclaredType) declared).asElement();
    }

    static boolean isEnumConstant(Element element) {
        return element.getKind() == ElementKind.ENUM_CONSTANT;
    }
}
