package dev.fluxion.processor.frontend.mirror;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Writes a stub's declaration up to its opening brace. */
final class StubHead {

    private final TypeText types;
    private final AnnotationText annotations;

    StubHead(TypeText types, AnnotationText annotations) {
        this.types = types;
        this.annotations = annotations;
    }

    String of(TypeElement type) {
        return annotations.of(type)
                + modifiers(type)
                + keyword(type.getKind())
                + type.getSimpleName()
                + types.parameters(type.getTypeParameters())
                + components(type)
                + supertypes(type)
                + permitted(type)
                + " {\n";
    }

    private static String modifiers(TypeElement type) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        modifiers.addAll(type.getModifiers());
        modifiers.remove(Modifier.STRICTFP);
        switch (type.getKind()) {
            case CLASS -> {}
            case ENUM -> modifiers.removeAll(EnumSet.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED));
            case RECORD -> modifiers.remove(Modifier.FINAL);
            default -> modifiers.remove(Modifier.ABSTRACT);
        }
        if (isOpenUnderSealed(type)) {
            modifiers.add(Modifier.NON_SEALED);
        }
        return written(modifiers);
    }

    static String written(Set<Modifier> modifiers) {
        return modifiers.stream().map(modifier -> modifier + " ").collect(Collectors.joining());
    }

    /** Class files do not say {@code non-sealed}. */
    private static boolean isOpenUnderSealed(TypeElement type) {
        Set<Modifier> modifiers = type.getModifiers();
        boolean mayBeOpen = (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.INTERFACE)
                && !modifiers.contains(Modifier.FINAL)
                && !modifiers.contains(Modifier.SEALED);
        return mayBeOpen
                && Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                        .filter(supertype -> supertype.getKind() == TypeKind.DECLARED)
                        .anyMatch(supertype ->
                                OuterTypes.element(supertype).getModifiers().contains(Modifier.SEALED));
    }

    private static String keyword(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> "interface ";
            case ANNOTATION_TYPE -> "@interface ";
            case ENUM -> "enum ";
            case RECORD -> "record ";
            default -> "class ";
        };
    }

    private String components(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return "";
        }
        ExecutableElement canonical = canonicalConstructor(type);
        boolean varargs = canonical != null && canonical.isVarArgs();
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        List<String> texts = new ArrayList<>();
        for (RecordComponentElement component : components) {
            boolean last = texts.size() == components.size() - 1;
            texts.add(annotations.of(component)
                    + parameterType(types, component.asType(), varargs && last)
                    + " "
                    + component.getSimpleName());
        }
        return texts.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    static String parameterType(TypeText types, TypeMirror type, boolean varargs) {
        return varargs && type instanceof ArrayType array ? types.of(array.getComponentType()) + "..." : types.of(type);
    }

    /** The canonical constructor of a record; null of anything else. */
    static ExecutableElement canonicalConstructor(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return null;
        }
        List<String> components = type.getRecordComponents().stream()
                .map(component -> component.asType().toString())
                .toList();
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().stream()
                        .map(parameter -> parameter.asType().toString())
                        .toList()
                        .equals(components))
                .findFirst()
                .orElse(null);
    }

    private String supertypes(TypeElement type) {
        String interfaces = types.list(type.getInterfaces());
        return switch (type.getKind()) {
            case ANNOTATION_TYPE -> "";
            case INTERFACE -> interfaces.isEmpty() ? "" : " extends " + interfaces;
            default -> superclass(type) + (interfaces.isEmpty() ? "" : " implements " + interfaces);
        };
    }

    private String superclass(TypeElement type) {
        boolean implicit =
                type.getKind() != ElementKind.CLASS || type.getSuperclass().getKind() == TypeKind.NONE;
        return implicit ? "" : " extends " + types.of(type.getSuperclass());
    }

    private String permitted(TypeElement type) {
        boolean listed = type.getModifiers().contains(Modifier.SEALED)
                && type.getKind() != ElementKind.ENUM
                && !type.getPermittedSubclasses().isEmpty();
        return listed ? " permits " + types.list(type.getPermittedSubclasses()) : "";
    }
}
