package dev.fluxion.processor;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Finds types that are not there: not yet, if another processor makes them, or never. */
final class Unresolved {

    private Unresolved() {}

    /** The first such type in a method's header. */
    static Optional<TypeMirror> in(ExecutableElement method) {
        Stream<TypeMirror> parameters = method.getParameters().stream().map(Element::asType);
        return Stream.of(Stream.of(method.getReturnType()), parameters, method.getThrownTypes().stream())
                .flatMap(s -> s)
                .flatMap(t -> in(t).stream())
                .findFirst();
    }

    private static Optional<TypeMirror> in(TypeMirror type) {
        if (type == null) {
            return Optional.empty();
        } else if (type.getKind() == TypeKind.ERROR) {
            return Optional.of(type);
        } else if (type instanceof ArrayType a) {
            return in(a.getComponentType());
        } else if (type instanceof WildcardType w) {
            return in(w.getExtendsBound()).or(() -> in(w.getSuperBound()));
        } else if (type instanceof DeclaredType d) {
            return d.getTypeArguments().stream().flatMap(t -> in(t).stream()).findFirst();
        }
        return Optional.empty();
    }
}
