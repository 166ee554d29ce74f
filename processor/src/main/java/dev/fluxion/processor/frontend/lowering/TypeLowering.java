package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Javac's types as the IR's. */
public final class TypeLowering {

    private final javax.lang.model.util.Types types;

    /** The captured variables whose bounds are being looked at. */
    private final Set<TypeVariable> open = new HashSet<>();

    public TypeLowering(javax.lang.model.util.Types types) {
        this.types = types;
    }

    /**
     * The IR's type. One that mentions what a wildcard stands for becomes the nearest type above that can be written down, as that of a {@code var} does (JLS
     * 4.10.5); what has no such type becomes {@link Type.Undenotable}.
     */
    public Type of(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> Type.Primitive.BOOLEAN;
            case BYTE -> Type.Primitive.BYTE;
            case SHORT -> Type.Primitive.SHORT;
            case CHAR -> Type.Primitive.CHAR;
            case INT -> Type.Primitive.INT;
            case LONG -> Type.Primitive.LONG;
            case FLOAT -> Type.Primitive.FLOAT;
            case DOUBLE -> Type.Primitive.DOUBLE;
            case VOID, NONE -> Types.VOID;
            case NULL -> Types.NULL;
            case ARRAY -> new Type.Array(of(((ArrayType) type).getComponentType()));
            case DECLARED -> declared((DeclaredType) type);
            case TYPEVAR -> variable((TypeVariable) type);
            case INTERSECTION ->
                new Type.Undenotable(
                        written(of(((IntersectionType) type).getBounds().get(0))));
            default -> new Type.Undenotable(Types.OBJECT);
        };
    }

    /** The erasure. */
    public Type erased(TypeMirror type) {
        return type.getKind() == TypeKind.VOID ? Types.VOID : of(types.erasure(type));
    }

    private Type variable(TypeVariable type) {
        if (!Denotable.isCaptured(type)) {
            return new Type.Variable(type.toString());
        } else if (open.contains(type)) {
            return new Type.Undenotable(erased(type)); // A bound that mentions itself.
        }
        open.add(type);
        try {
            return of(type.getUpperBound());
        } finally {
            open.remove(type);
        }
    }

    private Type declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (Denotable.isLocal(element)) {
            return new Type.Undenotable(above(element));
        }
        List<TypeArgument> arguments = new ArrayList<>();
        boolean isExact = !Denotable.isInGeneric(type);
        for (TypeMirror argument : type.getTypeArguments()) {
            TypeArgument lowered = argument(argument);
            isExact &= !isUndenotable(lowered);
            arguments.add(isUndenotable(lowered) ? above(lowered) : lowered);
        }
        Type.Declared raw = name(element);
        Type nearest = new Type.Declared(raw.packageName(), raw.simpleNames(), arguments);
        return isExact ? nearest : new Type.Undenotable(Denotable.isInGeneric(type) ? raw : nearest);
    }

    /** What a class inside a method extends or implements; one with a name may mention itself there. */
    private Type above(TypeElement local) {
        List<? extends TypeMirror> interfaces = local.getInterfaces();
        if (local.getNestingKind() == NestingKind.LOCAL) {
            return Types.OBJECT; // Its declaration is refused.
        }
        return written(of(interfaces.isEmpty() ? local.getSuperclass() : interfaces.get(0)));
    }

    private static TypeArgument above(TypeArgument argument) {
        Type bound = argument instanceof TypeArgument.Wildcard w ? w.bound() : (Type) argument;
        boolean isBelow = argument instanceof TypeArgument.Wildcard w && w.isSuper();
        return new TypeArgument.Wildcard(false, isBelow ? null : written(bound));
    }

    private static Type written(Type type) {
        if (type instanceof Type.Array a) {
            return new Type.Array(written(a.component()));
        }
        return type instanceof Type.Undenotable u ? u.erasure() : type;
    }

    private static boolean isUndenotable(TypeArgument argument) {
        return argument instanceof Type.Undenotable
                || argument instanceof Type.Array a && isUndenotable(a.component())
                || argument instanceof TypeArgument.Wildcard w && w.bound() != null && isUndenotable(w.bound());
    }

    private TypeArgument argument(TypeMirror argument) {
        if (argument instanceof WildcardType w) {
            return wildcard(w.getExtendsBound(), w.getSuperBound());
        } else if (argument instanceof TypeVariable v && Denotable.isCaptured(v)) {
            boolean isBounded = !open.contains(v) && !of(v).equals(Types.OBJECT);
            return wildcard(
                    isBounded ? v : null, v.getLowerBound().getKind() == TypeKind.NULL ? null : v.getLowerBound());
        } else if (!Denotable.is(argument) && Denotable.mentionsCapture(argument)) {
            return new TypeArgument.Wildcard(false, of(argument));
        }
        return of(argument);
    }

    /** The type of a class's objects, whatever its type variables stand for. */
    public static Type.Declared any(TypeElement element) {
        Type.Declared raw = name(element);
        TypeArgument any = new TypeArgument.Wildcard(false, null);
        return new Type.Declared(
                raw.packageName(),
                raw.simpleNames(),
                Collections.nCopies(element.getTypeParameters().size(), any));
    }

    /** What is known of objects of the type that a type argument says. */
    Type argumentOf(TypeMirror argument) {
        if (argument instanceof WildcardType w) {
            return w.getExtendsBound() == null ? Types.OBJECT : of(w.getExtendsBound());
        }
        return of(argument);
    }

    private TypeArgument wildcard(TypeMirror above, TypeMirror below) {
        if (above != null) {
            return new TypeArgument.Wildcard(false, of(above));
        }
        boolean isBounded = below != null && Denotable.is(below);
        return new TypeArgument.Wildcard(isBounded, isBounded ? of(below) : null);
    }

    /** The constant of an enum whose body a class is. */
    public static Optional<VariableElement> constant(TypeElement type) {
        return type.getNestingKind() == NestingKind.ANONYMOUS
                        && type.getEnclosingElement() instanceof VariableElement v
                        && v.getKind() == ElementKind.ENUM_CONSTANT
                        && type.getSuperclass() instanceof DeclaredType above
                        && above.asElement().equals(v.getEnclosingElement())
                ? Optional.of(v)
                : Optional.empty();
    }

    /** Whether a member belongs to the body of a constant. */
    static boolean isOfConstant(Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner
                && constant(owner).isPresent();
    }

    /** The raw type of a class. */
    public static Type.Declared name(TypeElement element) {
        Optional<VariableElement> constant = constant(element);
        if (constant.isPresent()) {
            return Type.Declared.bodyOf(
                    name((TypeElement) constant.get().getEnclosingElement()),
                    constant.get().getSimpleName().toString());
        }
        List<String> names = new ArrayList<>();
        Element e = element;
        while (e instanceof TypeElement t) {
            names.add(0, t.getSimpleName().toString());
            e = t.getEnclosingElement();
        }
        while (!(e instanceof PackageElement) && e != null) {
            e = e.getEnclosingElement(); // From a class without a name, out of the method around it.
        }
        String packageName =
                e instanceof PackageElement p ? p.getQualifiedName().toString() : "";
        return new Type.Declared(packageName, names, List.of());
    }
}
