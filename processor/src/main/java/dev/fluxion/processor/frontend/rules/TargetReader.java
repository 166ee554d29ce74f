package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the methods that a rule may be for. */
final class TargetReader {

    private static final String NO_DIFF = "dev.fluxion.NoDiff";
    private static final String TENSOR = "dev.fluxion.tensor.Tensor";

    private final Elements elements;
    private final ElementTypes types;

    TargetReader(Elements elements, ElementTypes types) {
        this.elements = elements;
        this.types = types;
    }

    /** The methods of a class that have a name, inherited ones included, in the order of their keys. */
    List<Target> named(TypeElement owner, String name) {
        return ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
                .filter(m -> m.getSimpleName().contentEquals(name))
                .map(this::target)
                .sorted(java.util.Comparator.comparing(t -> t.method().key()))
                .toList();
    }

    private Target target(ExecutableElement m) {
        Callee.Method method = types.method(m);
        List<Type> operands = new ArrayList<>();
        List<Boolean> active = new ArrayList<>();
        String nested = null;
        if (!method.isStatic()) {
            operands.add(method.owner());
            active.add(false);
            nested = carriesParts(m.getEnclosingElement().asType()) ? "this" : null;
        }
        for (VariableElement parameter : m.getParameters()) {
            boolean cut = hasAnnotation(parameter, NO_DIFF);
            Type type = types.erased(parameter.asType());
            operands.add(type);
            active.add(!cut && type.isNumber());
            if (!cut && nested == null && carriesParts(parameter.asType())) {
                nested = parameter.getSimpleName().toString();
            }
        }
        return new Target(method, operands, active, nested);
    }

    static boolean hasAnnotation(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(a -> ((TypeElement) a.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(name));
    }

    /** Whether a type holds differentiable values in elements or components. */
    private boolean carriesParts(TypeMirror mirror) {
        if (types.erased(mirror) instanceof Type.Array a) {
            return carries(((javax.lang.model.type.ArrayType) mirror).getComponentType(), a.component());
        }
        return mirror instanceof DeclaredType d
                && d.asElement() instanceof TypeElement type
                && (type.getQualifiedName().contentEquals(TENSOR) || hasActiveComponent(type));
    }

    private boolean carries(TypeMirror mirror, Type type) {
        return type.isDifferentiable() || carriesParts(mirror);
    }

    private boolean hasActiveComponent(TypeElement type) {
        return type.getKind() == ElementKind.RECORD
                && ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                        .filter(c -> !hasAnnotation(c, NO_DIFF))
                        .map(RecordComponentElement::asType)
                        .filter(c -> !types.erased(c).equals(ElementTypes.declared(type)))
                        .anyMatch(c -> carries(c, types.erased(c)));
    }
}
