package dev.fluxion.processor.frontend.mirror;

import java.util.HashSet;
import java.util.Set;
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

    /** A scalar, an array or record of such things, a record array, or a tensor. */
    static boolean isActive(TypeMirror type) {
        return isActive(type, new HashSet<>());
    }

    private static boolean isActive(TypeMirror type, Set<TypeElement> within) {
        if (type instanceof ArrayType array) {
            TypeMirror element = elementType(array);
            return element.getKind().isPrimitive() ? isScalar(element) : isActive(element, within);
        }
        if (isScalar(type) || isTensor(type)) {
            return true;
        }
        return isRecord(type)
                && within.add(OuterTypes.element(type))
                && OuterTypes.element(type).getRecordComponents().stream()
                        .anyMatch(component -> isActive(component.asType(), within));
    }

    static TypeMirror elementType(TypeMirror type) {
        TypeMirror element = type;
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        return element;
    }

    static boolean isRecord(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && OuterTypes.element(type).getKind() == ElementKind.RECORD;
    }

    /** Whether adjoints of the type can be added to in place: an array, or a record that holds one. */
    static boolean holdsArrays(TypeMirror type) {
        return isArray(type)
                || isRecord(type)
                        && OuterTypes.element(type).getRecordComponents().stream()
                                .map(component -> component.asType())
                                .anyMatch(component -> isActive(component) && holdsArrays(component));
    }

    private static boolean isNamed(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && declared.getKind() == TypeKind.DECLARED
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
    }
}
