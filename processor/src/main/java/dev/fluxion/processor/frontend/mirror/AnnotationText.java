package dev.fluxion.processor.frontend.mirror;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Writes the annotations that a stub must keep: those that say where an annotation applies, without which javac would
 * attach it to another thing, and Fluxion's own, which lowering reads.
 */
final class AnnotationText extends SimpleAnnotationValueVisitor14<String, Void> {

    private static final String OWN_PACKAGE = "dev.fluxion.";

    private static final Set<String> META = Set.of(
            "java.lang.annotation.Inherited",
            "java.lang.annotation.Repeatable",
            "java.lang.annotation.Retention",
            "java.lang.annotation.Target");

    private final Elements elements;
    private final TypeText types;

    AnnotationText(Elements elements, TypeText types) {
        this.elements = elements;
        this.types = types;
    }

    /** The element's annotations that matter, each followed by a space. */
    String of(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(AnnotationText::isKept)
                .map(annotation -> annotation(annotation) + " ")
                .collect(Collectors.joining());
    }

    String value(AnnotationValue value) {
        return value.accept(this, null);
    }

    private static boolean isKept(AnnotationMirror annotation) {
        TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
        String name = type.getQualifiedName().toString();
        boolean own = name.startsWith(OWN_PACKAGE) && name.indexOf('.', OWN_PACKAGE.length()) < 0;
        return own || META.contains(name);
    }

    private String annotation(AnnotationMirror annotation) {
        String name = types.of(annotation.getAnnotationType());
        return annotation.getElementValues().entrySet().stream()
                .map(entry -> entry.getKey().getSimpleName() + " = " + value(entry.getValue()))
                .collect(Collectors.joining(", ", "@" + name + "(", ")"));
    }

    @Override
    protected String defaultAction(Object constant, Void unused) {
        return elements.getConstantExpression(constant);
    }

    @Override
    public String visitType(TypeMirror type, Void unused) {
        return types.of(type) + ".class";
    }

    @Override
    public String visitEnumConstant(VariableElement constant, Void unused) {
        return types.of((TypeElement) constant.getEnclosingElement()) + "." + constant.getSimpleName();
    }

    @Override
    public String visitAnnotation(AnnotationMirror annotation, Void unused) {
        return annotation(annotation);
    }

    @Override
    public String visitArray(List<? extends AnnotationValue> values, Void unused) {
        return values.stream().map(this::value).collect(Collectors.joining(", ", "{", "}"));
    }
}
