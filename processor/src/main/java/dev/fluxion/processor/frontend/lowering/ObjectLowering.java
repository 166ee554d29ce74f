package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Lowers what the methods do of an object of a class without a name: functions of their parameters over the variables around it, of which its own fields are some. */
final class ObjectLowering {

    private final Context context;
    private final List<Stmt> fields = new ArrayList<>();

    ObjectLowering(Context context) {
        this.context = context;
    }

    /** The methods; none where one of them cannot be lowered, none has numbers, or to make the object does more than to give its fields constant values. */
    List<Function> lower(TreePath path, NewClassTree t) {
        TreePath body = new TreePath(path, t.getClassBody());
        boolean isQuiet = t.getArguments().isEmpty()
                && t.getEnclosingExpression() == null
                && context.element(body) instanceof TypeElement type
                && isQuiet(type.getSuperclass())
                && !mentionsItself(body, type);
        List<Function> methods = isQuiet ? context.attempt(() -> members(body, t.getClassBody())) : null;
        if (methods == null) {
            return List.of();
        }
        fields.forEach(context.emitter()::emit);
        return methods;
    }

    /** Whether a class's constructor without parameters does nothing. */
    private boolean isQuiet(TypeMirror superclass) {
        if (superclass.toString().equals("java.lang.Object")) {
            return true;
        }
        return superclass instanceof DeclaredType d
                && d.asElement() instanceof TypeElement type
                && context.tree(type) instanceof ClassTree tree
                && tree.getMembers().stream().allMatch(ObjectLowering::isQuiet)
                && isQuiet(type.getSuperclass());
    }

    /** Whether the object, or a member that it inherits, is meant by a name: its methods are taken for what they do alone. */
    private boolean mentionsItself(TreePath body, TypeElement type) {
        boolean[] found = {false};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree t, Void unused) {
                Element e = context.element(getCurrentPath());
                boolean isSelf =
                        t.getName().contentEquals("this") || t.getName().contentEquals("super");
                found[0] |= isSelf && !isConstructor(getCurrentPath()) || e != null && isInherited(e, type);
                return null;
            }
        }.scan(body, null);
        return found[0];
    }

    /** Whether a name stands in what javac writes for a class without a name: its constructor. */
    private boolean isConstructor(TreePath path) {
        for (TreePath p = path; p != null; p = p.getParentPath()) {
            if (p.getLeaf() instanceof MethodTree) {
                return context.element(p) instanceof ExecutableElement e && e.getKind() == ElementKind.CONSTRUCTOR;
            }
        }
        return false;
    }

    private boolean isInherited(Element e, TypeElement type) {
        boolean isMember = e.getEnclosingElement() instanceof TypeElement
                && (e instanceof ExecutableElement || e.getKind() == ElementKind.FIELD)
                && !e.getModifiers().contains(Modifier.STATIC);
        boolean isOwnField =
                e.getKind() == ElementKind.FIELD && e.getEnclosingElement().equals(type);
        return isMember && !isOwnField && e.getKind() != ElementKind.CONSTRUCTOR && context.isMember(e, type);
    }

    private static boolean isQuiet(Tree member) {
        if (member instanceof VariableTree v) {
            return v.getInitializer() == null || v.getModifiers().getFlags().contains(Modifier.STATIC);
        } else if (member instanceof MethodTree m && m.getReturnType() == null) {
            return !m.getParameters().isEmpty()
                    || m.getBody() != null && m.getBody().getStatements().size() <= 1;
        }
        return !(member instanceof BlockTree b) || b.isStatic();
    }

    private List<Function> members(TreePath body, ClassTree type) {
        List<Function> methods = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            TreePath path = new TreePath(body, member);
            boolean isKnown = member instanceof MethodTree || member instanceof VariableTree v && field(path, v);
            if (!isKnown) {
                return null;
            }
        }
        for (Tree member : type.getMembers()) {
            TreePath path = new TreePath(body, member);
            if (context.element(path) instanceof ExecutableElement e && e.getKind() == ElementKind.METHOD) {
                if (!context.checked(e).isEmpty()) {
                    return null;
                }
                methods.add(method(path, (MethodTree) member, e));
            }
        }
        return methods.stream().anyMatch(ObjectLowering::hasNumbers) ? methods : null;
    }

    private static boolean hasNumbers(Function f) {
        return f.variables().stream().anyMatch(v -> v.type().isActivatable())
                || f.results().stream().anyMatch(r -> r.type().isActivatable());
    }

    /** A variable in the place of a field, from where the object is made on. */
    private boolean field(TreePath path, VariableTree v) {
        VariableElement field = (VariableElement) context.element(path);
        Type type = context.types().of(field.asType());
        TreePath value = v.getInitializer() == null ? null : new TreePath(path, v.getInitializer());
        if (field.getModifiers().contains(Modifier.STATIC)
                || Context.isNoDiff(field)
                || value != null && context.constant(value) == null) {
            return false;
        }
        Var variable = context.declare(field, type);
        Expr initial = value == null ? Defaults.of(type) : new ExpressionLowering(context).value(value, type);
        fields.add(new Stmt.Declare(variable, initial, context.span(v)));
        return true;
    }

    private Function method(TreePath path, MethodTree tree, ExecutableElement element) {
        List<Var> parameters = new ArrayList<>();
        for (Element p : element.getParameters()) {
            parameters.add(context.declare(p, context.types().of(p.asType())));
        }
        Type result = context.types().of(element.getReturnType());
        StatementLowering statements = new StatementLowering(context, new ExpressionLowering(context), result);
        List<Stmt> code = context.emitter().apart(() -> statements.statement(new TreePath(path, tree.getBody())));
        return FunctionLowering.function(context.members().method(element), parameters, result, code);
    }
}
