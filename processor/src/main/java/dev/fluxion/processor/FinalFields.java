package dev.fluxion.processor;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.frontend.lowering.FieldLowering;
import dev.fluxion.processor.frontend.lowering.Source;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * What is behind the final fields of this compilation from their initialisers on: an object of a known class, or a function. Nothing else can be assigned to
 * them, so that it holds wherever they are read; before the initialiser has run they are null, and a call on them throws.
 */
final class FinalFields {

    private record Located(TreePath path, Source source) {}

    private final CompanionIndex companions;
    private final Map<String, Located> fields = new HashMap<>();
    private final Map<String, Optional<Expr>> values = new HashMap<>();

    FinalFields(CompanionIndex companions) {
        this.companions = companions;
    }

    /** Forgets the trees of a mirror that another one takes the place of. */
    void clear() {
        fields.clear();
        values.clear();
    }

    /** Whether a variable is a field whose initialiser may be of interest. */
    static boolean isOne(Element e) {
        return e instanceof VariableElement v
                && v.getKind() == ElementKind.FIELD
                && v.getModifiers().contains(Modifier.FINAL)
                && v.asType().getKind() == TypeKind.DECLARED
                && v.getEnclosingElement() instanceof TypeElement;
    }

    void add(VariableElement field, TreePath path, Source source) {
        if (isOne(field) && ((VariableTree) path.getLeaf()).getInitializer() != null) {
            fields.put(key(field), new Located(path, source));
        }
    }

    static String key(VariableElement field) {
        return ((TypeElement) field.getEnclosingElement()).getQualifiedName() + "." + field.getSimpleName();
    }

    boolean has(VariableElement field) {
        return fields.containsKey(key(field));
    }

    /** The declaration of a field. */
    TreePath path(VariableElement field) {
        return fields.get(key(field)).path();
    }

    /** The class of the object that a field holds. */
    Optional<Type.Declared> made(Field field) {
        return value(field).filter(Expr.New.class::isInstance).map(e -> ((Expr.New) e).type());
    }

    /** What the methods do of the function that a field holds; none where that is not known. */
    List<Function> function(Field field) {
        return value(field)
                .filter(Expr.Opaque.class::isInstance)
                .map(e -> ((Expr.Opaque) e).code())
                .orElse(List.of());
    }

    private Optional<Expr> value(Field field) {
        String key = field.owner().canonicalName() + "." + field.name();
        Located located = field.isFinal() ? fields.get(key) : null;
        if (located == null || located.source().mirror().hasErrors(file(located))) {
            return Optional.empty();
        }
        if (!values.containsKey(key)) {
            values.put(key, Optional.empty()); // A function that mentions itself.
            values.put(key, FieldLowering.lower(located.path(), located.source(), companions));
        }
        return values.get(key);
    }

    private static SourceFile file(Located located) {
        return located.source().mirror().fileOf(located.source().unit());
    }
}
