package dev.fluxion.processor.frontend.mirror;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Fluxion's annotations on elements of either compilation. */
final class FluxionAnnotations {

    static final String DIFFERENTIABLE = "dev.fluxion.Differentiable";
    static final String NO_DIFF = "dev.fluxion.NoDiff";

    private FluxionAnnotations() {}

    static Optional<AnnotationMirror> find(Element element, String annotation) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(annotation)) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** The value written for a member, if one is. */
    static Optional<Object> value(AnnotationMirror annotation, String member) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .map(entry -> entry.getValue())
                .map(AnnotationValue::getValue)
                .findFirst();
    }
}
