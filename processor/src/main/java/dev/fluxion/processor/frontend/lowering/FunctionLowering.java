package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;

/** Lowers what a lambda or a method reference does: a function of its parameters that reads the variables around it. */
final class FunctionLowering {

    private final Context context;

    FunctionLowering(Context context) {
        this.context = context;
    }

    /** The function, or the methods of an object of a class without a name; none for what is neither, has no numbers, or cannot be lowered. */
    List<Function> lower(TreePath path) {
        if (path.getLeaf() instanceof NewClassTree t) {
            return t.getClassBody() == null ? List.of() : new ObjectLowering(context).lower(path, t);
        }
        Function function = function(path);
        return function == null ? List.of() : List.of(function);
    }

    private Function function(TreePath path) {
        Tree t = path.getLeaf();
        boolean isFunction = t instanceof LambdaExpressionTree || t instanceof MemberReferenceTree;
        if (!isFunction || !(context.mirror(path) instanceof DeclaredType type)) {
            return null;
        }
        Optional<ExecutableElement> descriptor = context.descriptor(type);
        if (descriptor.isEmpty() || !descriptor.get().getThrownTypes().isEmpty()) {
            return null;
        }
        ExecutableType signature = context.asMember(descriptor.get(), type);
        Callee.Method name = context.members().method(descriptor.get());
        List<Type> parameters = new ArrayList<>();
        signature
                .getParameterTypes()
                .forEach(p -> parameters.add(context.types().of(p)));
        Type result = context.types().of(signature.getReturnType());
        boolean known = parameters.stream().noneMatch(FunctionLowering::isUnknown) && !isUnknown(result);
        boolean isOfNumbers = !parameters.isEmpty() && parameters.stream().allMatch(Type::isPrimitive);
        if (!known || !isOfNumbers && parameters.stream().noneMatch(Type::isActivatable) && !result.isActivatable()) {
            return null;
        }
        return context.attempt(() -> t instanceof LambdaExpressionTree l
                ? lambda(path, l, name, result)
                : reference(path, (MemberReferenceTree) t, name, parameters, result));
    }

    private static boolean isUnknown(Type type) {
        return type instanceof Type.Undenotable || type instanceof Type.Variable;
    }

    private Function lambda(TreePath path, LambdaExpressionTree l, Callee.Method name, Type result) {
        List<Var> parameters = new ArrayList<>();
        l.getParameters().forEach(p -> {
            var element = context.element(new TreePath(path, p));
            parameters.add(context.declare(element, context.types().of(element.asType())));
        });
        ExpressionLowering expressions = new ExpressionLowering(context);
        StatementLowering statements = new StatementLowering(context, expressions, result);
        TreePath body = new TreePath(path, l.getBody());
        List<Stmt> code = context.emitter().apart(() -> {
            if (l.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT) {
                statements.statement(body);
            } else if (result.equals(Types.VOID)) {
                expressions.effect(body);
            } else {
                Expr value = expressions.value(body, result);
                context.emitter().emit(Stmt.Return.of(value, context.span(l.getBody())));
            }
        });
        return function(name, parameters, result, code);
    }

    /** {@code T::f} for a static method or one of the first parameter, {@code this::f}, and {@code o::f} for a variable. */
    private Function reference(
            TreePath path, MemberReferenceTree t, Callee.Method name, List<Type> types, Type result) {
        if (!(context.element(path) instanceof ExecutableElement method) || method.isVarArgs()) {
            return null;
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Expr object = isStatic ? null : object(new TreePath(path, t.getQualifierExpression()));
        int receivers = isStatic || object != null ? 0 : 1;
        boolean fits = method.getParameters().size() + receivers == types.size();
        if (!fits || method.getKind() != ElementKind.METHOD) {
            return null;
        }
        List<Var> parameters = new ArrayList<>();
        List<Expr> arguments = new ArrayList<>();
        Span span = context.span(t);
        for (int i = 0; i < types.size(); i++) {
            Element declared = i < receivers ? null : method.getParameters().get(i - receivers);
            Var v = Var.temporary(
                    declared == null ? "object" : declared.getSimpleName().toString(), types.get(i));
            parameters.add(v);
            if (declared != null) {
                Type to = context.types().erased(declared.asType());
                arguments.add(Conversions.convert(Expr.read(v), to, span));
            }
        }
        Expr target = receivers == 1 ? Expr.read(parameters.get(0)) : object;
        Type returned = context.types().of(method.getReturnType());
        Expr call = context.call(method, target, arguments, returned, span);
        List<Stmt> code = context.emitter().apart(() -> {
            if (result.equals(Types.VOID)) {
                context.emitter().emit(new Stmt.Eval(call, span));
            } else {
                Expr value = context.emitter().keep(call, Temporaries.name(call), span);
                context.emitter().emit(Stmt.Return.of(Conversions.convert(value, result, span), span));
            }
        });
        return function(name, parameters, result, code);
    }

    /** The object whose method is meant, where that is the receiver or in a variable; null where the text names a class, or anything else. */
    private Expr object(TreePath qualifier) {
        if (!(qualifier.getLeaf() instanceof IdentifierTree i)) {
            return null;
        } else if (i.getName().contentEquals("this")) {
            return context.receiver().orElse(null);
        }
        Var local = context.variable(context.element(qualifier));
        if (local == null) {
            return null;
        }
        Callee.Method check = Callee.Method.publicStatic(
                Type.Declared.of("java.util", "Objects"), "requireNonNull", Types.OBJECT, Types.OBJECT);
        Span span = context.span(i);
        Expr call = new Expr.Call(check, null, List.of(Expr.read(local)), Types.OBJECT, span);
        context.emitter().emit(new Stmt.Eval(call, span));
        return Expr.read(local);
    }

    static Function function(Callee.Method name, List<Var> parameters, Type result, List<Stmt> code) {
        if (result.equals(Types.VOID) && (code.isEmpty() || !(code.get(code.size() - 1) instanceof Stmt.Return))) {
            code.add(new Stmt.Return(List.of(), Span.NONE));
        }
        List<Parameter> all = parameters.stream()
                .map(v -> Parameter.primal(v, v.type().isActivatable()))
                .toList();
        List<Result> results = result.equals(Types.VOID) ? List.of() : List.of(new Result("value", result));
        return new Function(name, all, results, new Block(code), List.of(), true, Span.NONE);
    }
}
