package dev.fluxion.processor.frontend.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The IR's erased types of elements. */
final class ElementTypes {

    private final javax.lang.model.util.Types types;

    ElementTypes(javax.lang.model.util.Types types) {
        this.types = types;
    }

    Type erased(TypeMirror mirror) {
        TypeMirror erasure = mirror.getKind() == TypeKind.VOID ? mirror : types.erasure(mirror);
        if (erasure instanceof PrimitiveType p) {
            return Type.Primitive.valueOf(p.getKind().name());
        } else if (erasure instanceof ArrayType a) {
            return new Type.Array(erased(a.getComponentType()));
        } else if (erasure instanceof DeclaredType d) {
            return declared((TypeElement) d.asElement());
        }
        return Types.VOID;
    }

    static Type.Declared declared(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element e = type;
        for (; !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            names.add(0, e.getSimpleName().toString());
        }
        return Type.Declared.of(((PackageElement) e).getQualifiedName().toString(), names.toArray(String[]::new));
    }

    Callee.Method method(ExecutableElement m) {
        return new Callee.Method(
                declared((TypeElement) m.getEnclosingElement()),
                m.getSimpleName().toString(),
                m.getParameters().stream().map(p -> erased(p.asType())).toList(),
                erased(m.getReturnType()),
                m.getModifiers().contains(Modifier.STATIC),
                access(m));
    }

    /** How far a member is visible, which is no farther than the types around it are. */
    static Callee.Access access(Element member) {
        Callee.Access least = Callee.Access.PUBLIC;
        for (Element e = member; !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            Callee.Access own = own(e);
            least = own.compareTo(least) > 0 ? own : least;
        }
        return least;
    }

    private static Callee.Access own(Element e) {
        Set<Modifier> modifiers = e.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC)) {
            return Callee.Access.PUBLIC;
        } else if (modifiers.contains(Modifier.PRIVATE)) {
            return Callee.Access.PRIVATE;
        }
        return modifiers.contains(Modifier.PROTECTED) ? Callee.Access.PROTECTED : Callee.Access.PACKAGE;
    }
}
