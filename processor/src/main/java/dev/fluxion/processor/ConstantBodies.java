package dev.fluxion.processor;

import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.Mirror;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The bodies that constants of enums have. Only an attributed mirror knows them: the classes of bodies have no names, and the outer compilation has not
 * looked into them yet.
 */
final class ConstantBodies {

    /**
     * @param methods what calls of a method run on the constant, by the key of the method that is called
     */
    private record Body(Field constant, Map<String, Callee.Method> methods) {}

    private final Map<Type.Declared, Body> bodies = new HashMap<>();

    /** Takes a class of a mirror for a body if it is one. */
    void add(TypeElement type, Mirror mirror, Members members) {
        TypeLowering.constant(type).ifPresent(c -> bodies.put(TypeLowering.name(type), body(type, c, mirror, members)));
    }

    private static Body body(TypeElement type, VariableElement constant, Mirror mirror, Members members) {
        List<ExecutableElement> above = new ArrayList<>();
        inherited(type.asType(), mirror, above, new HashSet<>());
        Map<String, Callee.Method> methods = new HashMap<>();
        for (ExecutableElement m : ElementFilter.methodsIn(type.getEnclosedElements())) {
            Callee.Method own = members.method(m).exact();
            methods.put(own.key(), own);
            above.stream()
                    .filter(a -> mirror.elements().overrides(m, a, type))
                    .forEach(a -> methods.put(members.method(a).key(), own));
        }
        return new Body(members.field(constant), methods);
    }

    private static void inherited(
            TypeMirror type, Mirror mirror, List<ExecutableElement> found, Set<TypeElement> seen) {
        for (TypeMirror above : mirror.types().directSupertypes(type)) {
            TypeElement element = (TypeElement) mirror.types().asElement(above);
            if (seen.add(element)) {
                found.addAll(ElementFilter.methodsIn(element.getEnclosedElements()));
                inherited(above, mirror, found, seen);
            }
        }
    }

    /** The classes of the bodies of an enum's constants. */
    List<Type.Declared> of(Type.Declared type) {
        return bodies.keySet().stream().filter(b -> b.named().equals(type)).toList();
    }

    Field constant(Type.Declared body) {
        return bodies.get(body).constant();
    }

    /** The method of a body that a call runs on the constant; empty where that is what the enum has for all. */
    Optional<Callee.Method> target(Type.Declared body, Callee.Method called) {
        return Optional.ofNullable(bodies.get(body)).map(b -> b.methods().get(called.key()));
    }
}
