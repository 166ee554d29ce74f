package dev.fluxion.processor;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.Mirror;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.transform.dispatch.Receivers;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;

/** The methods without companions of their own that the calls in a tree may run, and the final fields that it reads. */
final class CalledMethods extends TreePathScanner<Void, Void> {

    private final Mirror mirror;
    private final CompiledClasses classes;
    private final TypeLowering types;
    private final Members members;
    private final Consumer<Callee.Method> methods;
    private final Consumer<VariableElement> fields;

    CalledMethods(
            Mirror mirror, CompiledClasses classes, Consumer<Callee.Method> methods, Consumer<VariableElement> fields) {
        this.mirror = mirror;
        this.classes = classes;
        this.types = new TypeLowering(mirror.types());
        this.members = new Members(types);
        this.methods = methods;
        this.fields = fields;
    }

    @Override
    public Void visitNewClass(NewClassTree t, Void unused) {
        if (element() instanceof ExecutableElement constructor && t.getClassBody() == null) {
            Callee.Method called = members.method(constructor);
            classes.structure(called.owner()).ifPresent(s -> methods.accept(called));
        }
        return super.visitNewClass(t, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree t, Void unused) {
        TreePath select = new TreePath(getCurrentPath(), t.getMethodSelect());
        called(mirror.trees().getElement(select), given(select));
        return super.visitMethodInvocation(t, unused);
    }

    /** The types that a method takes as it is called there. */
    private List<Type> given(TreePath select) {
        return mirror.trees().getTypeMirror(select) instanceof ExecutableType e
                ? e.getParameterTypes().stream().map(types::of).toList()
                : List.of();
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree t, Void unused) {
        called(element(), List.of());
        return super.visitMemberReference(t, unused);
    }

    @Override
    public Void visitIdentifier(IdentifierTree t, Void unused) {
        field(element());
        return super.visitIdentifier(t, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree t, Void unused) {
        field(element());
        return super.visitMemberSelect(t, unused);
    }

    private Element element() {
        return mirror.trees().getElement(getCurrentPath());
    }

    private void field(Element e) {
        if (FinalFields.isOne(e)) {
            fields.accept((VariableElement) e);
        }
    }

    private void called(Element e, List<Type> given) {
        if (e instanceof ExecutableElement method && method.getEnclosingElement() instanceof TypeElement) {
            Callee.Method called = members.method(method);
            if (!AnnotatedMethods.isAnnotated(method)) {
                methods.accept(called);
            }
            implementations(classes.instantiated(called, given, called.result()));
        }
    }

    /** The method, as if each enum that may have it had it itself: where its source is, there are the bodies of its constants. */
    void enums(Callee.Method called) {
        classes.enums(called.owner()).forEach(e -> methods.accept(called.of(e)));
    }

    private void implementations(Callee.Method called) {
        if (Receivers.isFollowed(called, classes)) {
            enums(called);
            for (Type.Declared c : classes.classes(called.owner())) {
                classes.target(c, called).filter(m -> !classes.isAnnotated(m)).ifPresent(methods);
            }
        }
    }
}
