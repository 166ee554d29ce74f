package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Javac's members as the IR's. */
public final class Members {

    private final TypeLowering types;

    public Members(TypeLowering types) {
        this.types = types;
    }

    /** A method, by owner, name and erased parameter types. */
    public Callee.Method method(ExecutableElement method) {
        List<Type> parameters = new ArrayList<>();
        method.getParameters().forEach(p -> parameters.add(types.erased(p.asType())));
        return new Callee.Method(
                owner(method),
                method.getSimpleName().toString(),
                parameters,
                types.erased(method.getReturnType()),
                method.getModifiers().contains(Modifier.STATIC),
                access(method));
    }

    /**
     * A method as it is called on a value of a type: a public one that a class inherits from a superclass which is not public, such as
     * the length of a {@code StringBuilder}, is a member of the class that it is called on (JLS 13.1).
     */
    Callee.Method method(ExecutableElement method, Type receiver) {
        Callee.Method declared = method(method);
        boolean isInherited = own(method) == Callee.Access.PUBLIC
                && declared.access() != Callee.Access.PUBLIC
                && receiver instanceof Type.Declared d
                && !d.erasure().equals(declared.owner());
        return isInherited
                ? new Callee.Method(
                        (Type.Declared) receiver,
                        declared.name(),
                        declared.parameters(),
                        declared.result(),
                        declared.isStatic(),
                        Callee.Access.PUBLIC)
                : declared;
    }

    /** A field. */
    public Field field(VariableElement field) {
        return new Field(
                owner(field),
                field.getSimpleName().toString(),
                types.of(field.asType()),
                field.getModifiers().contains(Modifier.STATIC),
                field.getModifiers().contains(Modifier.FINAL),
                access(field));
    }

    private static Type.Declared owner(Element member) {
        return TypeLowering.name((TypeElement) member.getEnclosingElement());
    }

    /** How far a member is visible: no farther than the classes around it. */
    private static Callee.Access access(Element member) {
        Callee.Access least = Callee.Access.PUBLIC;
        for (Element e = member; e instanceof TypeElement || e == member; e = e.getEnclosingElement()) {
            Callee.Access own = own(e);
            if (own.compareTo(least) > 0) {
                least = own;
            }
        }
        return least;
    }

    private static Callee.Access own(Element e) {
        boolean ofInterface = e.getEnclosingElement() != null
                && e.getEnclosingElement().getKind().isInterface();
        if (e.getModifiers().contains(Modifier.PUBLIC)
                || ofInterface && !e.getModifiers().contains(Modifier.PRIVATE)) {
            return Callee.Access.PUBLIC;
        } else if (e.getModifiers().contains(Modifier.PROTECTED)) {
            return Callee.Access.PROTECTED;
        }
        boolean isOfBody = e.getEnclosingElement() instanceof TypeElement owner && Denotable.isLocal(owner);
        boolean isPrivate = e.getModifiers().contains(Modifier.PRIVATE);
        return isPrivate && !isOfBody ? Callee.Access.PRIVATE : Callee.Access.PACKAGE;
    }
}
