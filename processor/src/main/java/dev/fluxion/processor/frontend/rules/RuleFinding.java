package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.diagnostics.Code;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * A mistake in a rule.
 *
 * @param element where to show it, or null where the rules at fault are in class files
 * @param annotation the annotation on the element that the mistake is in, or null where it is in the element itself
 */
public record RuleFinding(Code code, Element element, AnnotationMirror annotation, List<String> arguments) {

    public RuleFinding {
        arguments = List.copyOf(arguments);
    }

    public String message() {
        return code.message(arguments);
    }
}
