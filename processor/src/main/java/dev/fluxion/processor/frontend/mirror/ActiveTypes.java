package dev.fluxion.processor.frontend.mirror;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which types carry derivatives, as far as headers show it. */
final class ActiveTypes {

    private static final String TENSOR = "dev.fluxion.tensor.Tensor";

    private ActiveTypes() {}

    static boolean isScalar(TypeMirror type) {
        return switch (type.getKind()) {
            case DOUBLE, FLOAT -> true;
            default -> isNamed(type, "java.lang.Double") || isNamed(type, "java.lang.Float");
        };
    }

    static boolean isTensor(TypeMirror type) {
        return isNamed(type, TENSOR);
    }

    static boolean isArray(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY;
    }

    /** A scalar, a tensor, an array of numbers, or a record of such things. */
    static boolean isActive(TypeMirror type) {
        return isActive(type, new HashSet<>());
    }

    private static boolean isActive(TypeMirror type, Set<TypeElement> around) {
        if (type instanceof ArrayType array) {
            return isScalar(elementType(array));
        }
        if (isScalar(type) || isTensor(type)) {
            return true;
        }
        return isRecord(type)
                && OuterTypes.element(type).getTypeParameters().isEmpty()
                && components(OuterTypes.element(type)).anyMatch(c -> isComponent(c, OuterTypes.element(type), around));
    }

    /** Whether a record of tangents has a component for one of this type. */
    static boolean isComponent(TypeMirror type) {
        return isActive(type);
    }

    /** A record that holds itself has no tangent type. */
    private static boolean isComponent(TypeMirror component, TypeElement of, Set<TypeElement> around) {
        Set<TypeElement> within = new HashSet<>(around);
        within.add(of);
        return !(isRecord(component) && within.contains(OuterTypes.element(component))) && isActive(component, within);
    }

    private static Stream<TypeMirror> components(TypeElement record) {
        return record.getRecordComponents().stream()
                .filter(c ->
                        FluxionAnnotations.find(c, FluxionAnnotations.NO_DIFF).isEmpty())
                .map(c -> c.asType());
    }

    static TypeMirror elementType(TypeMirror type) {
        TypeMirror element = type;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        return element;
    }

    static boolean isRecord(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && OuterTypes.element(type).getKind() == ElementKind.RECORD
                && !isNamed(type, TENSOR + "WithIndices");
    }

    /** Whether adjoints of the type can be added to in place: an array, or a record that holds one. */
    static boolean holdsArrays(TypeMirror type) {
        return isArray(type)
                || isRecord(type)
                        && components(OuterTypes.element(type)).anyMatch(c -> isComponent(c) && holdsArrays(c));
    }

    /** Whether there are adjoints of the type that cannot be added to: those of numbers, of records with numbers, of tensors. */
    static boolean holdsNumbers(TypeMirror type) {
        return !isArray(type)
                && (!isRecord(type)
                        || components(OuterTypes.element(type)).anyMatch(c -> isComponent(c) && holdsNumbers(c)));
    }

    private static boolean isNamed(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && declared.getKind() == TypeKind.DECLARED
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
    }
}
