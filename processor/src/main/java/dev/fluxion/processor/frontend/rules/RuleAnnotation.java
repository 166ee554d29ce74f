package dev.fluxion.processor.frontend.rules;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code DerivativeOf} as it stands on an element.
 *
 * @param mirror the annotation itself; null to speak of the element alone
 * @param value the class that it names, or null if it names something else
 * @param like likewise, or null if it names none
 * @param isResolved whether every name in it means something yet; if not, javac says so in the end
 */
record RuleAnnotation(
        Element element,
        AnnotationMirror mirror,
        TypeElement value,
        String method,
        TypeElement like,
        boolean isResolved) {

    static final String NAME = "dev.fluxion.DerivativeOf";

    /** The annotation of an element, or null. */
    static RuleAnnotation of(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(NAME)) {
                return read(element, mirror);
            }
        }
        return null;
    }

    /** For a mistake that is in the element rather than in its annotation. */
    RuleAnnotation ofElement() {
        return new RuleAnnotation(element, null, value, method, like, isResolved);
    }

    private static RuleAnnotation read(Element element, AnnotationMirror mirror) {
        Object method = value(mirror, "method");
        return new RuleAnnotation(
                element,
                mirror,
                type(value(mirror, "value")),
                method instanceof String name ? name : "",
                type(value(mirror, "like")),
                isResolved(value(mirror, "value")) && isResolved(value(mirror, "like")));
    }

    private static Object value(AnnotationMirror mirror, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }

    /** javac gives a class that it cannot find as text, or as an erroneous type. */
    private static boolean isResolved(Object value) {
        return value == null || value instanceof TypeMirror type && type.getKind() != TypeKind.ERROR;
    }

    private static TypeElement type(Object value) {
        boolean found = value instanceof DeclaredType d && d.getKind() == TypeKind.DECLARED;
        return found ? (TypeElement) ((DeclaredType) value).asElement() : null;
    }
}
