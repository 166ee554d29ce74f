package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Expr;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * Calls that javac has to see whole. It finds the type of a lambda, of {@code <>} and of a generic call from where they stand (JLS 15.2); a variable would
 * take that place away, unless the type can be written down. Where it cannot, the call is taken over as text, with what it infers from.
 */
final class Inference {

    private final Context context;
    private final ExpressionLowering expressions;

    Inference(Context context, ExpressionLowering expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** Whether one of a call's arguments has to stand where it does. A private method is called by the erasure of its parameters, so that a variable of any type will do. */
    boolean isWhole(TreePath call, List<? extends ExpressionTree> arguments, ExecutableElement method) {
        boolean isErased = method.getModifiers().contains(Modifier.PRIVATE);
        return arguments.stream()
                .map(a -> new TreePath(call, a))
                .anyMatch(a -> isInferred(a) && !(isErased && a.getLeaf() instanceof MethodInvocationTree));
    }

    /** Whether what an array of further arguments would hold has no type that can be written down. */
    boolean spreadsUnnamed(ExecutableElement method, List<? extends TypeMirror> parameters) {
        return method.isVarArgs()
                && !method.getModifiers().contains(Modifier.PRIVATE)
                && parameters.get(parameters.size() - 1) instanceof ArrayType rest
                && !Denotable.is(rest.getComponentType());
    }

    private boolean isInferred(TreePath path) {
        Tree t = path.getLeaf();
        if (t instanceof ParenthesizedTree p) {
            return isInferred(new TreePath(path, p.getExpression()));
        } else if (Denotable.is(context.mirror(path))) {
            return false;
        } else if (t instanceof ConditionalExpressionTree c) {
            return isInferred(new TreePath(path, c.getTrueExpression()))
                    || isInferred(new TreePath(path, c.getFalseExpression()));
        } else if (t instanceof MethodInvocationTree m) {
            return isInferred(path, m);
        }
        return t instanceof LambdaExpressionTree
                || t instanceof MemberReferenceTree
                || t instanceof SwitchExpressionTree
                || t instanceof NewClassTree n && isDiamond(n);
    }

    /** A generic call whose own wildcards alone cannot be written down, as in {@code Collector<T, ?, R>}, can be declared with them. */
    private boolean isInferred(TreePath path, MethodInvocationTree t) {
        TreePath select = new TreePath(path, t.getMethodSelect());
        boolean isGeneric = context.element(select) instanceof ExecutableElement method
                && !method.getTypeParameters().isEmpty()
                && t.getTypeArguments().isEmpty();
        return isGeneric
                && !(context.mirror(select) instanceof ExecutableType type && Denotable.is(type.getReturnType()));
    }

    static boolean isDiamond(NewClassTree t) {
        return t.getIdentifier() instanceof ParameterizedTypeTree p
                && p.getTypeArguments().isEmpty();
    }

    /** A call as text; the object whose method it is comes first, and if it has a type of its own, in a variable. */
    Expr text(TreePath path, MethodInvocationTree t) {
        if (t.getMethodSelect() instanceof MemberSelectTree m) {
            TreePath receiver = new TreePath(new TreePath(path, m), m.getExpression());
            boolean isCall =
                    m.getExpression() instanceof MethodInvocationTree || m.getExpression() instanceof NewClassTree;
            if (isCall && Denotable.is(context.mirror(receiver))) {
                return new OpaqueLowering(context).lower(path, m.getExpression(), expressions.value(receiver));
            }
        }
        return new OpaqueLowering(context).lower(path);
    }
}
