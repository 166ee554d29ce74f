package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Lowers what a class does to every new object before its constructor's body runs (JLS 12.5): initialisers of fields and blocks, as written. */
final class Initialisation {

    private final Context context;
    private final ExpressionLowering expressions;
    private final StatementLowering statements;

    Initialisation(Context context, ExpressionLowering expressions, StatementLowering statements) {
        this.context = context;
        this.expressions = expressions;
        this.statements = statements;
    }

    void lower(TreePath type) {
        for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
            TreePath path = new TreePath(type, member);
            if (member instanceof VariableTree v && v.getInitializer() != null) {
                field(path, v);
            } else if (member instanceof BlockTree b && !b.isStatic()) {
                statements.statement(path);
            }
        }
    }

    private void field(TreePath path, VariableTree v) {
        VariableElement field = (VariableElement) context.element(path);
        if (!field.getModifiers().contains(Modifier.STATIC)) {
            Expr value = expressions.value(
                    new TreePath(path, v.getInitializer()), context.types().of(field.asType()));
            Expr self = context.receiver().orElseThrow();
            context.emitter().emit(new Stmt.StoreField(context.members().field(field), self, value, context.span(v)));
        }
    }
}
