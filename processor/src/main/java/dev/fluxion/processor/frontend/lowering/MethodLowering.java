package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Lowers a method of an attributed mirror to the IR's normal form. */
public final class MethodLowering {

    private MethodLowering() {}

    /**
     * The method as a function; its body is only meaningful where nothing erroneous was found.
     *
     * @param method the path of the method's tree
     * @param strongZero whether singular partials are guarded
     */
    public static Function lower(
            TreePath method, Source source, CompanionCalls companions, boolean strongZero, Findings findings) {
        Context context = new Context(source, companions, findings);
        MethodTree tree = (MethodTree) method.getLeaf();
        ExecutableElement element = (ExecutableElement) context.element(method);
        Span name = nameSpan(context, tree);
        header(tree, element, name, findings);
        List<Parameter> parameters = new ArrayList<>();
        if (isInstance(element)) {
            TypeElement owner = (TypeElement) element.getEnclosingElement();
            parameters.add(Parameter.primal(context.declareReceiver(owner), false));
        }
        for (VariableElement p : element.getParameters()) {
            Type type = context.types().of(p.asType());
            boolean active = type.isActivatable() && !Context.isNoDiff(p);
            parameters.add(Parameter.primal(context.declare(p, type), active));
        }
        Type result = context.types().of(element.getReturnType());
        Block body = tree.getBody() == null || findings.hasErrors()
                ? Block.EMPTY
                : body(new TreePath(method, tree.getBody()), context, result, findings);
        List<Type> thrown = context.checked(element);
        List<Result> results = result.equals(Types.VOID) ? List.of() : List.of(new Result("value", result));
        return new Function(context.members().method(element), parameters, results, body, thrown, strongZero, name);
    }

    /**
     * A constructor as a function of the object, which has the default values in its fields, and of its parameters. What the class initialises comes
     * first, unless another constructor of the class does that.
     */
    public static Function constructor(
            TreePath constructor, Source source, CompanionCalls companions, boolean strongZero, Findings findings) {
        Context context = new Context(source, companions, findings);
        ExecutableElement element = (ExecutableElement) context.element(constructor);
        List<Parameter> parameters = new ArrayList<>();
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        parameters.add(Parameter.primal(context.declareReceiver(owner), false));
        for (VariableElement p : element.getParameters()) {
            Type type = context.types().of(p.asType());
            parameters.add(Parameter.primal(context.declare(p, type), type.isActivatable() && !Context.isNoDiff(p)));
        }
        BlockTree body = ((MethodTree) constructor.getLeaf()).getBody();
        ExpressionLowering expressions = new ExpressionLowering(context);
        StatementLowering statements = new StatementLowering(context, expressions, Types.VOID);
        List<Stmt> code = context.emitter().apart(() -> {
            boolean callsSuper = calls(body, "super");
            TreePath path = new TreePath(constructor, body);
            if (callsSuper) {
                statements.statement(new TreePath(path, body.getStatements().get(0)));
            }
            if (!calls(body, "this")) {
                new Initialisation(context, expressions, statements).lower(constructor.getParentPath());
            }
            body.getStatements().stream()
                    .skip(callsSuper ? 1 : 0)
                    .forEach(s -> statements.statement(new TreePath(path, s)));
        });
        if (code.isEmpty() || !(code.get(code.size() - 1) instanceof Stmt.Return)) {
            code.add(new Stmt.Return(List.of(), Span.NONE));
        }
        List<Type> thrown = context.checked(element);
        Callee.Method name = context.members().method(element).exact();
        return new Function(name, parameters, List.of(), new Block(code), thrown, strongZero, Span.NONE);
    }

    /** Whether a constructor's body begins with a call of one of the same class, or of the superclass. */
    private static boolean calls(BlockTree body, String which) {
        return !body.getStatements().isEmpty()
                && body.getStatements().get(0) instanceof ExpressionStatementTree s
                && s.getExpression() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof IdentifierTree name
                && name.getName().contentEquals(which);
    }

    private static boolean isInstance(ExecutableElement element) {
        return !element.getModifiers().contains(Modifier.STATIC);
    }

    private static Block body(TreePath path, Context context, Type result, Findings findings) {
        StatementLowering statements = new StatementLowering(context, new ExpressionLowering(context), result);
        List<Stmt> code;
        try {
            code = context.emitter().apart(() -> statements.statement(path));
        } catch (RuntimeException e) {
            if (findings.hasErrors()) {
                return Block.EMPTY; // What stands for a refused expression need not make sense to the rest.
            }
            throw e;
        }
        if (result.equals(Types.VOID) && (code.isEmpty() || !(code.get(code.size() - 1) instanceof Stmt.Return))) {
            code.add(new Stmt.Return(List.of(), Span.NONE));
        }
        return new Block(code);
    }

    private static void header(MethodTree tree, ExecutableElement element, Span name, Findings findings) {
        String method = element.getSimpleName().toString();
        if (element.getModifiers().contains(Modifier.NATIVE)) {
            findings.add(Code.NATIVE_METHOD, name, method);
        } else if (tree.getBody() == null) {
            findings.add(Code.ABSTRACT_METHOD, name, method);
        }
    }

    /** The span of the method's name, which messages about the method as a whole point at. */
    private static Span nameSpan(Context context, MethodTree tree) {
        Span whole = context.span(tree);
        Tree before = tree.getReturnType() == null ? tree : tree.getReturnType();
        int from = (int) (tree.getReturnType() == null ? context.start(tree) : context.end(before));
        String text = context.text(from, whole.end());
        int at = from + text.indexOf(tree.getName().toString());
        return context.spanOf(at, at + tree.getName().length());
    }
}
