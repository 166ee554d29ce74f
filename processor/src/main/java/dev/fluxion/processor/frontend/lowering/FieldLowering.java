package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Lowers what a final field is initialised with, as far as that says what is behind the field whenever it is read. */
public final class FieldLowering {

    private final Context context;

    private FieldLowering(Context context) {
        this.context = context;
    }

    /**
     * An object that is made there, by its class alone, or what a lambda or method reference does that captures nothing; empty for anything else.
     *
     * @param field the path of the declaration, which has an initialiser
     */
    public static Optional<Expr> lower(TreePath field, Source source, CompanionCalls companions) {
        TreePath value = new TreePath(field, ((VariableTree) field.getLeaf()).getInitializer());
        while (value.getLeaf() instanceof ParenthesizedTree p) {
            value = new TreePath(value, p.getExpression());
        }
        FieldLowering lowering = new FieldLowering(new Context(source, companions, new Findings()));
        if (value.getLeaf() instanceof NewClassTree t) {
            return lowering.object(value, t);
        }
        boolean isFunction =
                value.getLeaf() instanceof LambdaExpressionTree || value.getLeaf() instanceof MemberReferenceTree;
        boolean isStatic =
                source.mirror().trees().getElement(field).getModifiers().contains(Modifier.STATIC);
        return isFunction && isStatic ? lowering.function(value) : Optional.empty();
    }

    private Optional<Expr> object(TreePath path, NewClassTree t) {
        boolean isPlain = t.getClassBody() == null
                && t.getEnclosingExpression() == null
                && context.element(path) instanceof ExecutableElement constructor
                && !Denotable.isLocal((TypeElement) constructor.getEnclosingElement());
        return isPlain && context.type(path) instanceof Type.Declared d
                ? Optional.of(new Expr.New(d.erasure(), List.of(), context.span(t)))
                : Optional.empty();
    }

    private Optional<Expr> function(TreePath path) {
        Expr[] made = {null};
        context.emitter().apart(() -> made[0] = new OpaqueLowering(context).lower(path));
        boolean isKnown = made[0] instanceof Expr.Opaque o
                && !o.code().isEmpty()
                && o.holes().isEmpty();
        return isKnown ? Optional.of(made[0]) : Optional.empty();
    }
}
