package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Constant expressions (JLS 15.29) and their values, as javac folds them.
 *
 * <p>javac keeps the values it folds to itself, so they are computed again, in Java itself: every operator here is the
 * very operator of the language, on operands promoted as JLS 5.6 says.
 */
final class ConstantExpressions extends SimpleTreeVisitor<Object, TreePath> {

    private final Trees trees;

    ConstantExpressions(Trees trees) {
        this.trees = trees;
    }

    /** A box or a string; null if the expression is not constant. */
    Object valueOf(TreePath path) {
        return visit(path.getLeaf(), path);
    }

    private Object valueOf(Tree operand, TreePath parent) {
        return visit(operand, new TreePath(parent, operand));
    }

    @Override
    public Object visitLiteral(LiteralTree tree, TreePath path) {
        return tree.getValue();
    }

    @Override
    public Object visitParenthesized(ParenthesizedTree tree, TreePath path) {
        return valueOf(tree.getExpression(), path);
    }

    @Override
    public Object visitIdentifier(IdentifierTree tree, TreePath path) {
        return constantOf(trees.getElement(path));
    }

    /** Only {@code TypeName.NAME} is constant, not a field of an object. */
    @Override
    public Object visitMemberSelect(MemberSelectTree tree, TreePath path) {
        Element qualifier = trees.getElement(new TreePath(path, tree.getExpression()));
        return qualifier instanceof TypeElement ? constantOf(trees.getElement(path)) : null;
    }

    private static Object constantOf(Element element) {
        return element instanceof VariableElement variable ? variable.getConstantValue() : null;
    }

    @Override
    public Object visitTypeCast(TypeCastTree tree, TreePath path) {
        Object value = valueOf(tree.getExpression(), path);
        return value == null ? null : ConstantFolding.cast(value, target(new TreePath(path, tree.getType())));
    }

    @Override
    public Object visitUnary(UnaryTree tree, TreePath path) {
        Object value = valueOf(tree.getExpression(), path);
        return value == null ? null : ConstantFolding.unary(tree.getKind(), value);
    }

    @Override
    public Object visitBinary(BinaryTree tree, TreePath path) {
        Object left = valueOf(tree.getLeftOperand(), path);
        Object right = left == null ? null : valueOf(tree.getRightOperand(), path);
        return right == null ? null : ConstantFolding.binary(tree.getKind(), left, right);
    }

    @Override
    public Object visitConditionalExpression(ConditionalExpressionTree tree, TreePath path) {
        Object condition = valueOf(tree.getCondition(), path);
        Object whenTrue = condition == null ? null : valueOf(tree.getTrueExpression(), path);
        Object whenFalse = whenTrue == null ? null : valueOf(tree.getFalseExpression(), path);
        if (whenFalse == null) {
            return null;
        }
        return ConstantFolding.cast((Boolean) condition ? whenTrue : whenFalse, target(path));
    }

    /** The kind of primitive, or DECLARED for a string; NONE where no constant can be. */
    private TypeKind target(TreePath path) {
        TypeMirror type = trees.getTypeMirror(path);
        if (type == null) {
            return TypeKind.NONE;
        }
        return type.getKind().isPrimitive() || type.toString().equals("java.lang.String")
                ? type.getKind()
                : TypeKind.NONE;
    }
}
