package dev.fluxion.processor.frontend.lowering;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Which of javac's types can be written down, and mean the same in another class. */
final class Denotable {

    private Denotable() {}

    static boolean is(TypeMirror type) {
        if (type instanceof IntersectionType) {
            return false;
        } else if (type instanceof ArrayType a) {
            return is(a.getComponentType());
        } else if (type instanceof TypeVariable v) {
            return !isCaptured(v);
        } else if (type instanceof WildcardType w) {
            return isBound(w.getExtendsBound()) && isBound(w.getSuperBound());
        } else if (type instanceof DeclaredType d) {
            return !isLocal((TypeElement) d.asElement())
                    && !isInGeneric(d)
                    && d.getTypeArguments().stream().allMatch(Denotable::is);
        }
        return true;
    }

    private static boolean isBound(TypeMirror bound) {
        return bound == null || is(bound);
    }

    /** Whether a type mentions what a wildcard stands for. */
    static boolean mentionsCapture(TypeMirror type) {
        if (type instanceof IntersectionType i) {
            return i.getBounds().stream().anyMatch(Denotable::mentionsCapture);
        } else if (type instanceof ArrayType a) {
            return mentionsCapture(a.getComponentType());
        } else if (type instanceof WildcardType w) {
            return w.getExtendsBound() != null && mentionsCapture(w.getExtendsBound())
                    || w.getSuperBound() != null && mentionsCapture(w.getSuperBound());
        } else if (type instanceof DeclaredType d) {
            return d.getTypeArguments().stream().anyMatch(Denotable::mentionsCapture);
        }
        return type instanceof TypeVariable v && isCaptured(v);
    }

    /** Whether a type mentions a type parameter of a declaration. */
    static boolean mentionsVariable(TypeMirror type) {
        if (type instanceof ArrayType a) {
            return mentionsVariable(a.getComponentType());
        } else if (type instanceof WildcardType w) {
            return w.getExtendsBound() != null && mentionsVariable(w.getExtendsBound())
                    || w.getSuperBound() != null && mentionsVariable(w.getSuperBound());
        } else if (type instanceof DeclaredType d) {
            return d.getTypeArguments().stream().anyMatch(Denotable::mentionsVariable);
        }
        return type instanceof TypeVariable v && !isCaptured(v);
    }

    /** Whether a variable stands for what a wildcard does, in one expression. */
    static boolean isCaptured(TypeVariable type) {
        return type.asElement().getSimpleName().toString().startsWith("<captured")
                || type.toString().startsWith("capture");
    }

    /** A class that is declared inside a method, with a name or without. */
    static boolean isLocal(TypeElement type) {
        return type.getNestingKind() == NestingKind.ANONYMOUS || type.getNestingKind() == NestingKind.LOCAL;
    }

    /** A class whose objects belong to an object of the class around it. */
    static boolean isInner(TypeElement type) {
        return type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC)
                && !type.getEnclosingElement().getKind().isInterface();
    }

    /** An inner class of one with type arguments, {@code Outer<String>.Inner}, which the IR's types do not name. */
    static boolean isInGeneric(DeclaredType type) {
        return type.getEnclosingType() instanceof DeclaredType outer
                && (!outer.getTypeArguments().isEmpty() || isInGeneric(outer));
    }
}
