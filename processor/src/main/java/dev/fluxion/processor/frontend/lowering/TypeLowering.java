package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
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

    public TypeLowering(javax.lang.model.util.Types types) {
        this.types = types;
    }

    /** The IR's type; one that cannot be written down becomes {@link Type.Undenotable}. */
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
                new Type.Undenotable(of(((IntersectionType) type).getBounds().get(0)));
            default -> new Type.Undenotable(Types.OBJECT);
        };
    }

    /** The erasure. */
    public Type erased(TypeMirror type) {
        return type.getKind() == TypeKind.VOID ? Types.VOID : of(types.erasure(type));
    }

    private Type variable(TypeVariable type) {
        boolean captured = type.asElement().getSimpleName().toString().startsWith("<captured");
        return captured || type.toString().startsWith("capture")
                ? new Type.Undenotable(erased(type))
                : new Type.Variable(type.toString());
    }

    private Type declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (element.getNestingKind() == NestingKind.ANONYMOUS || element.getNestingKind() == NestingKind.LOCAL) {
            return new Type.Undenotable(Types.OBJECT);
        }
        List<TypeArgument> arguments = new ArrayList<>();
        for (TypeMirror argument : type.getTypeArguments()) {
            TypeArgument lowered = argument(argument);
            if (lowered instanceof Type.Undenotable) {
                return new Type.Undenotable(name(element));
            }
            arguments.add(lowered);
        }
        Type.Declared raw = name(element);
        return new Type.Declared(raw.packageName(), raw.simpleNames(), arguments);
    }

    private TypeArgument argument(TypeMirror argument) {
        if (argument instanceof WildcardType w) {
            if (w.getExtendsBound() != null) {
                return new TypeArgument.Wildcard(false, of(w.getExtendsBound()));
            }
            return new TypeArgument.Wildcard(
                    w.getSuperBound() != null, w.getSuperBound() == null ? null : of(w.getSuperBound()));
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

    /** The raw type of a class. */
    public static Type.Declared name(TypeElement element) {
        List<String> names = new ArrayList<>();
        Element e = element;
        while (e instanceof TypeElement t) {
            names.add(0, t.getSimpleName().toString());
            e = t.getEnclosingElement();
        }
        String packageName =
                e instanceof PackageElement p ? p.getQualifiedName().toString() : "";
        return new Type.Declared(packageName, names, List.of());
    }
}
