package dev.fluxion.processor.frontend.mirror;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Writes outer types as Java source, with qualified names and without annotations, and tells which types it mentioned.
 *
 * <p>A type that the outer compilation cannot resolve is written as the function for unresolved names says: it may be a
 * predicted companion.
 */
final class TypeText extends SimpleTypeVisitor14<String, Void> {

    private final Consumer<TypeElement> mentions;
    private final Function<String, String> unresolved;

    TypeText(Consumer<TypeElement> mentions, Function<String, String> unresolved) {
        this.mentions = mentions;
        this.unresolved = unresolved;
    }

    String of(TypeMirror type) {
        return type.accept(this, null);
    }

    String of(TypeElement type) {
        mentions.accept(type);
        return type.getQualifiedName().toString();
    }

    /** The types, separated by commas. */
    String list(List<? extends TypeMirror> types) {
        return types.stream().map(this::of).collect(Collectors.joining(", "));
    }

    /** {@code <A, B extends C & D>}, or nothing. */
    String parameters(List<? extends TypeParameterElement> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(this::parameter).collect(Collectors.joining(", ", "<", ">"));
    }

    private String parameter(TypeParameterElement parameter) {
        List<? extends TypeMirror> bounds = parameter.getBounds();
        String extended = bounds.stream().map(this::of).collect(Collectors.joining(" & "));
        boolean plain = extended.isEmpty() || extended.equals("java.lang.Object");
        return parameter.getSimpleName() + (plain ? "" : " extends " + extended);
    }

    @Override
    protected String defaultAction(TypeMirror type, Void unused) {
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID
                ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : "java.lang.Object";
    }

    @Override
    public String visitArray(ArrayType type, Void unused) {
        return of(type.getComponentType()) + "[]";
    }

    @Override
    public String visitDeclared(DeclaredType type, Void unused) {
        TypeElement element = (TypeElement) type.asElement();
        mentions.accept(element);
        String arguments = type.getTypeArguments().isEmpty() ? "" : "<" + list(type.getTypeArguments()) + ">";
        boolean innerOfGeneric = type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty();
        String name = innerOfGeneric
                ? of(type.getEnclosingType()) + "." + element.getSimpleName()
                : element.getQualifiedName().toString();
        return name + arguments;
    }

    @Override
    public String visitError(ErrorType type, Void unused) {
        String arguments = type.getTypeArguments().isEmpty() ? "" : "<" + list(type.getTypeArguments()) + ">";
        return unresolved.apply(type.asElement().toString()) + arguments;
    }

    @Override
    public String visitTypeVariable(TypeVariable type, Void unused) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitWildcard(WildcardType type, Void unused) {
        if (type.getExtendsBound() != null) {
            return "? extends " + of(type.getExtendsBound());
        }
        return type.getSuperBound() == null ? "?" : "? super " + of(type.getSuperBound());
    }

    @Override
    public String visitIntersection(IntersectionType type, Void unused) {
        return type.getBounds().stream().map(this::of).collect(Collectors.joining(" & "));
    }
}
