package dev.fluxion.processor;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads {@code @Differentiable}. */
final class AnnotatedMethods {

    static final String DIFFERENTIABLE = "dev.fluxion.Differentiable";

    private AnnotatedMethods() {}

    static boolean isAnnotated(Element e) {
        return annotation(e).isPresent();
    }

    /** Whether an element is marked {@code @NoDiff}. */
    static boolean isCut(Element e) {
        return annotation(e, "dev.fluxion.NoDiff").isPresent();
    }

    static Optional<AnnotationMirror> annotation(Element e) {
        return annotation(e, DIFFERENTIABLE);
    }

    private static Optional<AnnotationMirror> annotation(Element e, String name) {
        return e.getAnnotationMirrors().stream()
                .map(a -> (AnnotationMirror) a)
                .filter(a -> ((TypeElement) a.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(name))
                .findFirst();
    }

    private static Optional<Object> value(Element e, String member) {
        return annotation(e)
                .flatMap(a -> a.getElementValues().entrySet().stream()
                        .filter(v -> v.getKey().getSimpleName().contentEquals(member))
                        .map(Map.Entry::getValue)
                        .map(AnnotationValue::getValue)
                        .findFirst());
    }

    static int order(Element e) {
        return (Integer) value(e, "order").orElse(1);
    }

    static boolean isStrongZero(Element e) {
        return (Boolean) value(e, "strongZero").orElse(true);
    }

    static String stem(ExecutableElement e) {
        String name = (String) value(e, "name").orElse("");
        return name.isEmpty() ? e.getSimpleName().toString() : name;
    }

    /** Whether warnings are suppressed at an element or around it. */
    static boolean isSuppressed(Element e) {
        for (Element at = e; at != null; at = at.getEnclosingElement()) {
            SuppressWarnings annotation = at.getAnnotation(SuppressWarnings.class);
            if (annotation != null
                    && java.util.Arrays.stream(annotation.value())
                            .anyMatch(v -> v.equals("fluxion") || v.equals("all"))) {
                return true;
            }
        }
        return false;
    }
}
