package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * Takes over a lambda, a method reference, an anonymous class, a class literal or a call as source text: names are qualified, captured locals become holes.
 */
final class OpaqueLowering extends TreePathScanner<Void, Void> {

    private final Context context;
    private final List<String> fragments = new ArrayList<>();
    private final List<Expr> holes = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private long copied;
    private Tree outermost;

    /** The first private member in the text, and where it stands. */
    private String hidden;

    private Tree hiddenAt;

    /** The part whose value is known, and the value. */
    private Tree part;

    private Expr value;

    OpaqueLowering(Context context) {
        this.context = context;
    }

    /** The same, where a part has been evaluated before the rest. */
    Expr lower(TreePath path, Tree evaluated, Expr before) {
        part = evaluated;
        value = before;
        return lower(path);
    }

    Expr lower(TreePath path) {
        Tree t = path.getLeaf();
        outermost = path.getParentPath().getLeaf();
        copied = context.start(t);
        scan(path, null);
        copyTo(context.end(t));
        fragments.add(text.toString());
        List<Function> code = new FunctionLowering(context).lower(path);
        if (code.isEmpty() && hidden != null) {
            context.report(Code.PRIVATE_IN_LAMBDA, hiddenAt, hidden);
        }
        return new Expr.Opaque(
                fragments, holes, context.type(path), context.span(t), code, code.isEmpty() ? null : hidden);
    }

    @Override
    public Void scan(Tree t, Void unused) {
        if (t == null || t != part) {
            return super.scan(t, unused);
        }
        hole(t, value);
        copied = context.end(t);
        return null;
    }

    /** Generated code would not see that a variable of the method changes. */
    private void assigned(Tree target) {
        Element element = context.element(new TreePath(getCurrentPath(), target));
        if (element != null && context.variable(element) != null) {
            context.report(Code.UNNAMED_TYPE, getCurrentPath().getLeaf());
        }
    }

    @Override
    public Void visitAssignment(AssignmentTree t, Void unused) {
        assigned(t.getVariable());
        return super.visitAssignment(t, unused);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree t, Void unused) {
        assigned(t.getVariable());
        return super.visitCompoundAssignment(t, unused);
    }

    @Override
    public Void visitUnary(UnaryTree t, Void unused) {
        if (ExpressionLowering.isIncrement(t)) {
            assigned(t.getExpression());
        }
        return super.visitUnary(t, unused);
    }

    private void copyTo(long offset) {
        if (offset > copied) {
            text.append(context.text(copied, offset));
            copied = offset;
        }
    }

    @Override
    public Void visitIdentifier(IdentifierTree t, Void unused) {
        Element element = context.element(getCurrentPath());
        if (element == null || context.start(t) < copied || isInner(t)) {
            return null;
        }
        Var local = context.variable(element);
        if (local != null) {
            hole(t, new Expr.Read(local));
            copied = context.end(t);
        } else if (t.getName().contentEquals("super") && !isInBody()) {
            context.refuse(getCurrentPath(), "super in a lambda");
        } else if (t.getName().contentEquals("this") && !isInBody()) {
            receiver(t);
        } else if (element instanceof TypeElement type && isPrivate(type)) {
            context.report(Code.HIDDEN_TYPE, t, type.getSimpleName().toString());
        } else if (element instanceof TypeElement type && (type.getNestingKind().isNested() || isTopLevel(type))) {
            replace(t, type.getQualifiedName().toString());
        } else if (isMember(element)) {
            member(t, element);
        }
        return null;
    }

    /** {@code Type.this} is the receiver, or an object around it. */
    @Override
    public Void visitMemberSelect(MemberSelectTree t, Void unused) {
        boolean isThis = t.getIdentifier().contentEquals("this");
        boolean isSuper = t.getIdentifier().contentEquals("super");
        if (!isThis && !isSuper || isOwn(t)) {
            selected(t, context.element(getCurrentPath()));
            return super.visitMemberSelect(t, unused);
        }
        Optional<Expr> receiver = isThis ? context.receiverNamed(getCurrentPath()) : Optional.empty();
        if (receiver.isEmpty()) {
            context.report(Code.INSTANCE_CALL, t, t.toString());
            return null;
        }
        hole(t, receiver.get());
        copied = context.end(t);
        return null;
    }

    /** A member or class of another one, which may be private there. */
    private void selected(Tree t, Element element) {
        if (element instanceof TypeElement type && isPrivate(type)) {
            context.report(Code.HIDDEN_TYPE, t, type.getSimpleName().toString());
        } else if (element != null
                && element.getModifiers().contains(Modifier.PRIVATE)
                && element.getEnclosingElement() instanceof TypeElement owner
                && !Denotable.isLocal(owner)) {
            hide(t, element.getKind() == ElementKind.CONSTRUCTOR ? owner : element);
        }
    }

    private void hide(Tree t, Element member) {
        hidden = hidden == null ? member.getSimpleName().toString() : hidden;
        hiddenAt = hiddenAt == null ? t : hiddenAt;
    }

    /** Whether {@code Type.this} or {@code Type.super} means an object of a class in the text. */
    private boolean isOwn(MemberSelectTree t) {
        Element type = context.element(new TreePath(getCurrentPath(), t.getExpression()));
        boolean isOfBody = t.getIdentifier().contentEquals("super") && isInBody() && !context.isHome(type);
        return type instanceof TypeElement e && Denotable.isLocal(e) || isOfBody;
    }

    /** An object of an inner class belongs to the receiver, which has another name in generated code. */
    @Override
    public Void visitNewClass(NewClassTree t, Void unused) {
        selected(t, context.element(getCurrentPath()));
        TypeElement type = created(t);
        if (type == null || t.getEnclosingExpression() != null || !Denotable.isInner(type) || isInBody()) {
            return super.visitNewClass(t, unused);
        }
        Optional<Expr> receiver = context.receiverOf(type);
        if (receiver.isEmpty()) {
            context.report(Code.INSTANCE_CALL, t, "class " + type.getSimpleName());
            return null;
        }
        hole(t, receiver.get());
        text.append(".new ").append(type.getSimpleName());
        copied = context.end(nameOf(t.getIdentifier()));
        if (t.getIdentifier() instanceof ParameterizedTypeTree p) {
            scan(p.getTypeArguments(), null);
        }
        scan(t.getArguments(), null);
        return scan(t.getClassBody(), null);
    }

    private static Tree nameOf(Tree type) {
        return type instanceof ParameterizedTypeTree p ? p.getType() : type;
    }

    private TypeElement created(NewClassTree t) {
        TreePath name = new TreePath(getCurrentPath(), t.getIdentifier());
        Tree raw = nameOf(t.getIdentifier());
        return context.element(raw == t.getIdentifier() ? name : new TreePath(name, raw)) instanceof TypeElement e
                ? e
                : null;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree t, Void unused) {
        boolean isNew = t.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        if (isNew
                && context.element(new TreePath(getCurrentPath(), nameOf(t.getQualifierExpression())))
                        instanceof TypeElement type
                && Denotable.isInner(type)) {
            context.refuse(getCurrentPath(), "the creation of an inner class");
        }
        selected(t, context.element(getCurrentPath()));
        return super.visitMemberReference(t, unused);
    }

    private void hole(Tree t, Expr value) {
        copyTo(context.start(t));
        fragments.add(text.toString());
        text = new StringBuilder();
        holes.add(value);
    }

    /** Whether a name stands in the body of a class, where {@code this} means another object. */
    private boolean isInBody() {
        boolean ofBody = false;
        for (TreePath path = getCurrentPath();
                path != null && path.getLeaf() != outermost;
                path = path.getParentPath()) {
            ofBody |= path.getLeaf() instanceof ClassTree;
        }
        return ofBody;
    }

    /** The receiver by its name in generated code. */
    private void receiver(IdentifierTree t) {
        Optional<Expr> receiver = context.receiver();
        if (receiver.isPresent()) {
            hole(t, receiver.get());
            copied = context.end(t);
        }
    }

    /** The class in {@code outer.new Inner()}, which is found by what stands before. */
    private boolean isInner(IdentifierTree t) {
        return getCurrentPath().getParentPath() != null
                && getCurrentPath().getParentPath().getLeaf() instanceof NewClassTree n
                && n.getEnclosingExpression() != null
                && n.getIdentifier() == t;
    }

    /** Whether a class, or one around it, is private; what the body itself declares is not. */
    private static boolean isPrivate(Element type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTopLevel(TypeElement type) {
        return type.getEnclosingElement().getKind() == ElementKind.PACKAGE;
    }

    private static boolean isMember(Element e) {
        return (e.getKind() == ElementKind.FIELD
                        || e.getKind() == ElementKind.METHOD
                        || e.getKind() == ElementKind.ENUM_CONSTANT)
                && e.getEnclosingElement() instanceof TypeElement;
    }

    private void member(IdentifierTree t, Element element) {
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        boolean isOfConstant = TypeLowering.constant(owner).isPresent()
                && !element.getModifiers().contains(Modifier.STATIC);
        boolean anonymous = owner.getQualifiedName().length() == 0;
        if (element.getModifiers().contains(Modifier.PRIVATE) && !anonymous || isOfConstant) {
            hide(t, element);
        } else if (element.getModifiers().contains(Modifier.STATIC)) {
            replace(t, owner.getQualifiedName() + "." + element.getSimpleName());
        } else if (!anonymous && !isInherited(element)) {
            ofReceiver(t, element);
        }
    }

    private void ofReceiver(IdentifierTree t, Element member) {
        Optional<Expr> receiver = context.receiverOf(member);
        if (receiver.isEmpty()) {
            context.report(Code.INSTANCE_CALL, t, member.getSimpleName().toString());
            return;
        }
        hole(t, receiver.get());
        text.append('.');
        copied = context.start(t);
    }

    /** Whether a member is that of an anonymous class around the name. */
    private boolean isInherited(Element member) {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree
                    && context.element(path) instanceof TypeElement type
                    && type.getNestingKind() == NestingKind.ANONYMOUS
                    && context.isMember(member, type)) {
                return true;
            }
        }
        return false;
    }

    private void replace(IdentifierTree t, String qualified) {
        if (!qualified.isEmpty()) {
            copyTo(context.start(t));
            text.append(qualified);
            copied = context.end(t);
        }
    }
}
