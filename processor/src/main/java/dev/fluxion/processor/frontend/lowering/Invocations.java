package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Lowers calls of methods, constructors and companions. */
final class Invocations {

    private final Context context;
    private final ExpressionLowering expressions;
    private final Inference inference;

    private final StreamLowering streams;

    /** Locals that hold a companion's record, by component. */
    private final Map<Element, Map<String, Var>> records = new HashMap<>();

    Invocations(Context context, ExpressionLowering expressions) {
        this.context = context;
        this.expressions = expressions;
        this.inference = new Inference(context, expressions);
        this.streams = new StreamLowering(context, this);
    }

    /** Pipelines over numbers. */
    StreamLowering streams() {
        return streams;
    }

    /** The arguments of a call, evaluated in order and converted to the parameters' types. */
    List<Expr> operands(TreePath path, MethodInvocationTree t, ExecutableElement method) {
        return context.emitter().inOrder(arguments(path, t, method), context.span(t));
    }

    Expr call(TreePath path, MethodInvocationTree t) {
        TreePath select = new TreePath(path, t.getMethodSelect());
        if (!(context.element(select) instanceof ExecutableElement method)) {
            return context.refuse(path, "this call");
        }
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            return constructor(path, t, method);
        }
        Optional<Expr> component = component(path, t, method);
        if (component.isPresent()) {
            return component.get();
        }
        Optional<CompanionCalls.Derivative> derivative = context.companions().find(method);
        if (derivative.isPresent()) {
            return derived(path, t, method, derivative.get(), null);
        }
        Optional<Expr> ofStream = streams.call(path, t, method);
        if (ofStream.isPresent()) {
            return ofStream.get();
        }
        if (inference.isWhole(path, t.getArguments(), method)
                || inference.spreadsUnnamed(method, parameters(new TreePath(path, t.getMethodSelect()), method))) {
            return inference.text(path, t);
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        return isStatic ? staticCall(path, t, method) : instanceCall(path, t, method);
    }

    /** {@code this(...)} and {@code super(...)} are calls on the object at hand; the platform's classes below which a class may stand do nothing. */
    private Expr constructor(TreePath path, MethodInvocationTree t, ExecutableElement constructor) {
        if (Set.of("java.lang.Object", "java.lang.Record", "java.lang.Number")
                .contains(((TypeElement) constructor.getEnclosingElement())
                        .getQualifiedName()
                        .toString())) {
            return new Expr.Constant(null, Types.NULL);
        } else if (!(path.getParentPath().getLeaf() instanceof ExpressionStatementTree s) || !isFirst(path, s)) {
            return context.refuse(path, "a call of a constructor behind other statements");
        }
        List<Supplier<Expr>> parts = new ArrayList<>();
        parts.add(() -> context.receiver().orElseThrow());
        parts.addAll(arguments(path, t, constructor));
        List<Expr> operands = context.emitter().inOrder(parts, context.span(t));
        return new Expr.Call(
                context.members().method(constructor).exact(), null, operands, Types.VOID, context.span(t));
    }

    /** Whether a statement is the first of a constructor. */
    private static boolean isFirst(TreePath path, ExpressionStatementTree statement) {
        return path.getParentPath().getParentPath().getLeaf() instanceof BlockTree b
                && b.getStatements().get(0) == statement;
    }

    private Expr staticCall(TreePath path, MethodInvocationTree t, ExecutableElement method) {
        if (t.getMethodSelect() instanceof MemberSelectTree m && !isType(new TreePath(path, m.getExpression()))) {
            TreePath select = new TreePath(path, m);
            expressions.effect(new TreePath(select, m.getExpression()));
        }
        List<Expr> arguments = context.emitter().inOrder(arguments(path, t, method), context.span(t));
        if (isNullCheck(method)) {
            return checked(method, arguments, context.span(t));
        }
        Expr call = context.call(method, null, arguments, context.type(path), context.span(t));
        return cut(method, takesTensors(method) ? taking((Expr.Call) call) : call);
    }

    private static boolean isNullCheck(ExecutableElement method) {
        return method.getSimpleName().contentEquals("requireNonNull")
                && method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("java.util.Objects");
    }

    /** {@code Objects.requireNonNull} throws, or is its first argument. */
    private Expr checked(ExecutableElement method, List<Expr> arguments, Span span) {
        List<Expr> all = new ArrayList<>(arguments);
        Expr value = arguments.get(0);
        if (!(value instanceof Expr.Read || value instanceof Expr.Constant)) {
            value = context.emitter().keep(value, Temporaries.name(value), span);
            all.set(0, value);
        }
        context.emitter().emit(new Stmt.Eval(context.call(method, null, all, Types.OBJECT, span), span));
        return value;
    }

    /** Whether a method joins any number of tensors, which are operands of their own where they are written one by one. */
    private static boolean takesTensors(ExecutableElement method) {
        boolean ofTensor = ((TypeElement) method.getEnclosingElement())
                .getQualifiedName()
                .contentEquals(Types.TENSOR.canonicalName());
        return ofTensor
                && method.isVarArgs()
                && method.getParameters()
                        .get(method.getParameters().size() - 1)
                        .asType()
                        .toString()
                        .startsWith(Types.TENSOR.canonicalName());
    }

    /** The call as one of a method with as many parameters as there are arguments. */
    private static Expr taking(Expr.Call c) {
        Callee.Method m = (Callee.Method) c.callee();
        Type[] parameters = c.arguments().stream().map(Expr::type).toArray(Type[]::new);
        Callee.Method fitted = Callee.Method.publicStatic(m.owner(), m.name(), m.result(), parameters);
        return new Expr.Call(fitted, null, c.arguments(), c.type(), c.span());
    }

    private boolean isType(TreePath path) {
        Element e = context.element(path);
        return e != null && (e.getKind().isClass() || e.getKind().isInterface());
    }

    /** A method that the user marked has no derivative by the user's own word. */
    private Expr cut(ExecutableElement method, Expr call) {
        boolean marked = Context.isNoDiff(method) && call.type().isDifferentiable();
        Span span = ((Expr.Call) call).span();
        return marked
                ? Context.constantByRequest(context.emitter().keep(call, Temporaries.name(call), span), span)
                : call;
    }

    private Expr instanceCall(TreePath path, MethodInvocationTree t, ExecutableElement called) {
        boolean bare = t.getMethodSelect() instanceof IdentifierTree
                || t.getMethodSelect() instanceof MemberSelectTree m && ExpressionLowering.isThis(m.getExpression());
        List<Supplier<Expr>> parts = new ArrayList<>();
        ExecutableElement method = context.named(called);
        if (isSuper(t) || TypeLowering.isOfConstant(method)) {
            return exactCall(path, t, method);
        } else if (bare) {
            Optional<Expr> receiver = context.receiverOf(method);
            if (receiver.isEmpty()) {
                context.report(Code.INSTANCE_CALL, t, "method " + method.getSimpleName());
                return Context.placeholder(context.type(path));
            }
            parts.add(receiver::get);
        } else {
            MemberSelectTree m = (MemberSelectTree) t.getMethodSelect();
            TreePath target = new TreePath(new TreePath(path, m), m.getExpression());
            parts.add(() -> expressions.value(target));
        }
        parts.addAll(arguments(path, t, method));
        List<Expr> values = context.emitter().inOrder(parts, context.span(t));
        Optional<VariableElement> component = context.componentOf(method);
        if (component.isPresent()) {
            return context.fieldRead(component.get(), values.get(0), path);
        }
        if (isOrElse(method, values)) {
            return orElse(path, t, method, values);
        }
        return cut(
                method,
                context.call(
                        method, values.get(0), values.subList(1, values.size()), context.type(path), context.span(t)));
    }

    private static boolean isOrElse(ExecutableElement method, List<Expr> values) {
        String owner =
                ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
        return method.getSimpleName().contentEquals("orElse")
                && (owner.equals("java.util.Optional") || owner.equals("java.util.OptionalDouble"))
                && values.get(1).type().isNumber();
    }

    /** {@code o.orElse(x)}: what is in it, which is constant, or the number that it is handed. */
    private Expr orElse(TreePath path, MethodInvocationTree t, ExecutableElement method, List<Expr> values) {
        Span span = context.span(t);
        Type type = context.type(path);
        Callee.Method called = context.members().method(method);
        Expr optional = context.emitter().keep(values.get(0), "optional", span);
        Expr other = Conversions.convert(values.get(1), type, span);
        Expr present = new Expr.Call(
                member(called, "isPresent", Type.Primitive.BOOLEAN), optional, List.of(), Type.Primitive.BOOLEAN, span);
        Expr inside = new Expr.Call(
                member(called, type.isPrimitive() ? "getAsDouble" : "get", called.result()),
                optional,
                List.of(),
                type,
                span);
        Expr isPresent = context.emitter().keep(present, "isPresent", span);
        Var value = Var.temporary("value", type);
        context.emitter().emit(new Stmt.Declare(value, null, span));
        context.emitter()
                .emit(new Stmt.If(
                        isPresent,
                        Block.of(new Stmt.Assign(value, inside, span)),
                        Block.of(new Stmt.Assign(value, other, span)),
                        span));
        return Expr.read(value);
    }

    private static Callee.Method member(Callee.Method of, String name, Type result) {
        return new Callee.Method(of.owner(), name, List.of(), result, false, Callee.Access.PUBLIC);
    }

    /** An exact method with a target: generated code cannot call it, so that it has to be expanded. */
    private Expr exactCall(TreePath path, MethodInvocationTree t, ExecutableElement method) {
        Optional<Expr> receiver = context.receiver();
        if (receiver.isEmpty() || method.getModifiers().contains(Modifier.ABSTRACT)) {
            return context.refuse(path, "a call through super");
        }
        List<Expr> arguments = context.emitter().inOrder(arguments(path, t, method), context.span(t));
        Callee.Method exact = context.members().method(method).exact();
        return new Expr.Call(exact, receiver.get(), arguments, context.type(path), context.span(t));
    }

    /** {@code super.f(x)} and {@code Interface.super.f(x)}, which no override takes the place of. */
    private static boolean isSuper(MethodInvocationTree t) {
        return t.getMethodSelect() instanceof MemberSelectTree m
                && (m.getExpression() instanceof IdentifierTree i && i.getName().contentEquals("super")
                        || m.getExpression() instanceof MemberSelectTree s
                                && s.getIdentifier().contentEquals("super"));
    }

    /** The arguments, converted to the parameters' types; those of a variable-arity call as an array. */
    private List<Supplier<Expr>> arguments(TreePath path, MethodInvocationTree t, ExecutableElement method) {
        TreePath select = new TreePath(path, t.getMethodSelect());
        return arguments(path, t.getArguments(), method, parameters(select, method));
    }

    /** The types of a method's parameters as it is called there. */
    private List<? extends TypeMirror> parameters(TreePath select, ExecutableElement method) {
        return context.mirror(select) instanceof ExecutableType e
                ? e.getParameterTypes()
                : method.getParameters().stream().map(Element::asType).toList();
    }

    private List<Supplier<Expr>> arguments(
            TreePath path,
            List<? extends ExpressionTree> trees,
            ExecutableElement method,
            List<? extends TypeMirror> parameters) {
        List<Supplier<Expr>> parts = new ArrayList<>();
        int fixed = method.isVarArgs() && isSpread(path, trees, parameters) ? parameters.size() - 1 : trees.size();
        for (int i = 0; i < fixed; i++) {
            TreePath argument = new TreePath(path, trees.get(i));
            Type declared = context.types().erased(method.getParameters().get(i).asType());
            boolean isKnown = !declared.isPrimitive() && !Denotable.mentionsVariable(parameters.get(i));
            Type to = isKnown ? context.types().of(parameters.get(i)) : declared;
            parts.add(() -> expressions.value(argument, to));
        }
        if (fixed < trees.size() || method.isVarArgs() && fixed == parameters.size() - 1) {
            TypeMirror rest = parameters.get(parameters.size() - 1);
            if (takesTensors(method) && fixed < trees.size()) {
                trees.subList(fixed, trees.size())
                        .forEach(e -> parts.add(() -> expressions.value(new TreePath(path, e), Types.TENSOR)));
                return parts;
            }
            parts.add(() -> spread(path, trees.subList(fixed, trees.size()), rest));
        }
        return parts;
    }

    private boolean isSpread(
            TreePath path, List<? extends ExpressionTree> trees, List<? extends TypeMirror> parameters) {
        if (trees.size() != parameters.size()) {
            return true;
        }
        TypeMirror last = context.mirror(new TreePath(path, trees.get(trees.size() - 1)));
        TypeMirror component = ((ArrayType) parameters.get(parameters.size() - 1)).getComponentType();
        return last.getKind() != TypeKind.NULL
                && (last.getKind() != TypeKind.ARRAY
                        || component.getKind().isPrimitive()
                                && ((ArrayType) last).getComponentType().getKind() != component.getKind());
    }

    /** An array of what a generic type says is made as one without it: there are no others. */
    private Expr spread(TreePath path, List<? extends ExpressionTree> trees, TypeMirror type) {
        Type.Array array = (Type.Array) context.types().erased(type);
        List<Supplier<Expr>> elements = new ArrayList<>();
        trees.forEach(e -> elements.add(() -> expressions.value(new TreePath(path, e), array.component())));
        Span span = context.span(path.getLeaf());
        List<Expr> values = context.emitter().inOrder(elements, span);
        Var rest = Var.temporary(
                "rest",
                Denotable.mentionsVariable(type) ? array : context.types().of(type));
        context.emitter().emit(new Stmt.Declare(rest, new Expr.ArrayLiteral(array, values), span));
        return new Expr.Read(rest);
    }

    Expr creation(TreePath path, NewClassTree t) {
        if (t.getClassBody() != null || t.getEnclosingExpression() != null) {
            return new OpaqueLowering(context).lower(path);
        }
        ExecutableElement constructor = (ExecutableElement) context.element(path);
        Type type = context.type(path);
        TypeElement owner = (TypeElement) constructor.getEnclosingElement();
        if (owner.getNestingKind() == NestingKind.LOCAL) {
            return Context.placeholder(type); // Its declaration has been refused.
        }
        if (Denotable.isInner(owner)) {
            return new OpaqueLowering(context).lower(path);
        }
        List<? extends TypeMirror> parameters = context.mirror(path) instanceof DeclaredType of
                ? context.asMember(constructor, of).getParameterTypes()
                : constructor.getParameters().stream().map(Element::asType).toList();
        boolean isNamed = Denotable.is(context.mirror(path)) && type instanceof Type.Declared;
        if (!isNamed
                || inference.isWhole(path, t.getArguments(), constructor)
                || inference.spreadsUnnamed(constructor, parameters)) {
            return new OpaqueLowering(context).lower(path);
        }
        Type.Declared declared = (Type.Declared) type;
        List<Expr> arguments =
                context.emitter().inOrder(arguments(path, t.getArguments(), constructor, parameters), context.span(t));
        return new Expr.New(declared, arguments, context.span(t));
    }

    /** {@code CurvesGrad.fGradient(x, y).dX()}, or the same of a local that holds the record. */
    private Optional<Expr> component(TreePath path, MethodInvocationTree t, ExecutableElement accessor) {
        if (!(t.getMethodSelect() instanceof MemberSelectTree m)
                || !t.getArguments().isEmpty()) {
            return Optional.empty();
        }
        TreePath target = new TreePath(new TreePath(path, m), m.getExpression());
        Map<String, Var> held = records.get(context.element(target));
        String name = accessor.getSimpleName().toString();
        if (held != null && held.containsKey(name)) {
            return Optional.of(new Expr.Read(held.get(name)));
        }
        if (m.getExpression() instanceof MethodInvocationTree inner
                && context.element(new TreePath(target, inner.getMethodSelect())) instanceof ExecutableElement method) {
            Optional<CompanionCalls.Derivative> derivative =
                    context.companions().find(method);
            return derivative.map(d -> derived(target, inner, method, d, name));
        }
        return Optional.empty();
    }

    /** Whether a local variable holds a companion's record. */
    boolean holdsRecord(Element variable) {
        return records.containsKey(variable);
    }

    /** A local variable that is initialised with a companion's record: a variable for each component. */
    boolean declaresRecord(TreePath initializer, Element variable) {
        if (!(initializer.getLeaf() instanceof MethodInvocationTree t)
                || !(context.element(new TreePath(initializer, t.getMethodSelect()))
                        instanceof ExecutableElement method)) {
            return false;
        }
        Optional<CompanionCalls.Derivative> derivative = context.companions().find(method);
        if (derivative.isEmpty()
                || derivative.get().components().get(0).accessor().isEmpty()) {
            return false;
        }
        Map<String, Var> held = new HashMap<>();
        List<Var> targets = targets(derivative.get(), null);
        for (CompanionCalls.Component c : derivative.get().components()) {
            held.put(c.accessor(), targets.get(c.result()));
        }
        records.put(variable, held);
        invoke(initializer, t, method, derivative.get(), targets);
        return true;
    }

    private Expr derived(
            TreePath path,
            MethodInvocationTree t,
            ExecutableElement method,
            CompanionCalls.Derivative derivative,
            String accessor) {
        boolean single = derivative.components().get(0).accessor().isEmpty();
        if (accessor == null && !single) {
            return context.refuse(path, Code.WHOLE_RECORD);
        }
        List<Var> targets = targets(derivative, accessor == null ? "" : accessor);
        invoke(path, t, method, derivative, targets);
        return targets.stream()
                .filter(v -> v != null)
                .findFirst()
                .<Expr>map(Expr.Read::new)
                .orElseGet(() -> context.refuse(path, "the component " + accessor));
    }

    /** A variable for each result that is asked for; all if the accessor is null. */
    private static List<Var> targets(CompanionCalls.Derivative derivative, String accessor) {
        int results = derivative.components().get(0).results();
        List<Var> targets = new ArrayList<>(java.util.Collections.nCopies(results, null));
        for (CompanionCalls.Component c : derivative.components()) {
            if (accessor == null || accessor.equals(c.accessor())) {
                targets.set(c.result(), Var.temporary(c.accessor().isEmpty() ? "derivative" : c.accessor(), c.type()));
            }
        }
        return targets;
    }

    private void invoke(
            TreePath path,
            MethodInvocationTree t,
            ExecutableElement method,
            CompanionCalls.Derivative derivative,
            List<Var> targets) {
        Span span = context.span(t);
        List<Expr> arguments = new ArrayList<>(context.emitter().inOrder(arguments(path, t, method), span));
        for (int i = 0; i < derivative.tangents(); i++) {
            Type type = derivative.components().get(0).type();
            arguments.add(Conversions.constant(1, (Type.Primitive) type.tangent()));
        }
        if (targets.size() == 1) {
            Var only = targets.get(0);
            Expr call = new Expr.Call(derivative.callee(), null, arguments, only.type(), span);
            context.emitter().emit(new Stmt.Declare(only, call, span));
            return;
        }
        targets.stream().filter(v -> v != null).forEach(v -> context.emitter().emit(new Stmt.Declare(v, null, span)));
        context.emitter().emit(new Stmt.Invoke(targets, derivative.callee(), arguments, span));
    }
}
