package dev.fluxion.processor.transform.dispatch;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.TypeArgument;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The function that a virtual call runs: it asks for the receiver's class and calls what that class implements. A class that is not in the compilation throws. To
 * the transforms it is a function like others, so that its derivatives choose in the same way.
 */
public final class Dispatcher {

    private static final Type.Declared CLASS =
            new Type.Declared("java.lang", List.of("Class"), List.of(new TypeArgument.Wildcard(false, null)));
    private static final Type.Declared OBJECTS = Type.Declared.of("java.util", "Objects");
    private static final Type.Declared UNSUPPORTED = Type.Declared.of("java.lang", "UnsupportedOperationException");

    private final Callee.Method method;
    private final Implementations classes;
    private final Var self;
    private final List<Var> parameters = new ArrayList<>();
    private final Var value;

    private Dispatcher(Callee.Method method, Implementations classes) {
        this.method = method;
        this.classes = classes;
        List<String> names = classes.parameters(method);
        this.self = new Var("self", method.owner());
        for (int i = 0; i < names.size(); i++) {
            parameters.add(new Var(names.get(i), method.parameters().get(i)));
        }
        this.value = method.result().equals(Types.VOID) ? null : new Var("value", method.result());
    }

    /**
     * The function for a method; empty where no class of the compilation implements it.
     *
     * @param leftOut classes on which it throws as if they were not in the compilation
     */
    public static Optional<Function> of(Callee.Method method, Implementations classes, Set<Type.Declared> leftOut) {
        Map<Callee.Method, List<Type.Declared>> targets = new LinkedHashMap<>();
        for (Type.Declared c : classes.classes(method.owner())) {
            Optional<Callee.Method> target = leftOut.contains(c) ? Optional.empty() : classes.target(c, method);
            target.filter(t -> t.result().equals(method.result()) && fits(t, method))
                    .ifPresent(t ->
                            targets.computeIfAbsent(t, key -> new ArrayList<>()).add(c));
        }
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dispatcher(method, classes).function(targets, classes.thrown(method)));
    }

    /** Whether a method takes numbers where the call hands some over: one of {@code Value<Integer>} does not. */
    static boolean fits(Callee.Method target, Callee.Method called) {
        boolean fits = true;
        for (int i = 0; i < called.parameters().size(); i++) {
            Type given = called.parameters().get(i);
            fits &= !given.isActivatable() || target.parameters().get(i).equals(given);
        }
        return fits;
    }

    private Function function(Map<Callee.Method, List<Type.Declared>> targets, List<Type> thrown) {
        Var type = new Var("type", CLASS);
        List<Stmt> body = new ArrayList<>();
        body.add(new Stmt.Declare(type, classOf(Expr.read(self)), Span.NONE));
        if (value != null) {
            body.add(new Stmt.Declare(value, null, Span.NONE));
        }
        Block otherwise = refusal(method, Expr.read(type));
        List<Map.Entry<Callee.Method, List<Type.Declared>>> all = new ArrayList<>(targets.entrySet());
        for (int i = all.size() - 1; i >= 0; i--) {
            Expr is = isOneOf(Expr.read(self), Expr.read(type), all.get(i).getValue(), classes);
            otherwise = Block.of(new Stmt.If(is, branch(all.get(i).getKey()), otherwise, Span.NONE));
        }
        Optional<FunctionType> function = FunctionType.calledBy(method);
        if (function.isPresent()) {
            Expr is = new Expr.InstanceOf(Expr.read(self), function.get().differentiable());
            otherwise = Block.of(new Stmt.If(is, given(function.get()), otherwise, Span.NONE));
        }
        body.addAll(otherwise.statements());
        body.add(new Stmt.Return(value == null ? List.of() : List.of(Expr.read(value)), Span.NONE));
        List<Parameter> given = new ArrayList<>(List.of(Parameter.primal(self, false)));
        parameters.forEach(p -> given.add(Parameter.primal(p, p.type().isActivatable())));
        List<Result> results = value == null ? List.of() : List.of(new Result("value", value.type()));
        return new Function(method, given, results, new Block(body), thrown, true, Span.NONE);
    }

    /** What a function says itself that has derivatives. */
    private Block given(FunctionType type) {
        Expr function = new Expr.Cast(type.differentiable(), Expr.read(self), Span.NONE);
        List<Expr> arguments = parameters.stream().map(Expr::read).toList();
        Callee.Method called = type.given();
        return Block.of(
                new Stmt.Assign(value, new Expr.Call(called, function, arguments, value.type(), Span.NONE), Span.NONE));
    }

    private Block branch(Callee.Method target) {
        List<Expr> operands = new ArrayList<>();
        operands.add(as(Expr.read(self), target.owner().named()));
        for (int i = 0; i < parameters.size(); i++) {
            operands.add(as(Expr.read(parameters.get(i)), target.parameters().get(i)));
        }
        Expr call = new Expr.Call(target, null, operands, target.result(), Span.NONE);
        return Block.of(value == null ? new Stmt.Eval(call, Span.NONE) : new Stmt.Assign(value, call, Span.NONE));
    }

    private static Expr as(Expr e, Type type) {
        return e.type().equals(type) ? e : new Expr.Cast(type, e, Span.NONE);
    }

    private static Expr classOf(Expr object) {
        Callee.Method get = new Callee.Method(Types.OBJECT, "getClass", List.of(), CLASS, false, Callee.Access.PUBLIC);
        return new Expr.Call(get, object, List.of(), CLASS, Span.NONE);
    }

    /** Whether an object is of one of several classes. */
    private static Expr isOneOf(Expr object, Expr type, List<Type.Declared> of, Implementations classes) {
        Expr any = null;
        for (Type.Declared c : of) {
            Expr is = is(Operator.EQUAL, object, type, c, classes);
            any = any == null ? is : new Expr.Binary(Operator.OR_ELSE, any, is, Type.Primitive.BOOLEAN);
        }
        return any;
    }

    /** The class of a constant's body has no name, and one object. */
    private static Expr is(Operator operator, Expr object, Expr type, Type.Declared c, Implementations classes) {
        if (c.isBody()) {
            Expr constant = new Expr.FieldRead(classes.constant(c), null, c.named(), Span.NONE);
            return new Expr.Binary(operator, object, constant, Type.Primitive.BOOLEAN);
        }
        Expr literal = new Expr.Constant(c, CLASS);
        return new Expr.Binary(operator, type, literal, Type.Primitive.BOOLEAN);
    }

    /** Throws, naming the class. */
    private static Block refusal(Callee.Method method, Expr type) {
        Callee.Method name = new Callee.Method(CLASS, "getName", List.of(), Types.STRING, false, Callee.Access.PUBLIC);
        Expr text = new Expr.Constant("no derivative of " + method + " in ", Types.STRING);
        Expr of = new Expr.Call(name, type, List.of(), Types.STRING, Span.NONE);
        Expr message = new Expr.Concat(List.of(text, of), Span.NONE);
        Var exception = new Var("unsupported", UNSUPPORTED);
        return Block.of(
                new Stmt.Declare(exception, new Expr.New(UNSUPPORTED, List.of(message), Span.NONE), Span.NONE),
                new Stmt.Throw(Expr.read(exception), Span.NONE));
    }

    /** What is checked before a method's own body is run: that the receiver is of a class for which it is the implementation. */
    public static List<Stmt> entry(Callee.Method method, Expr self, Implementations classes) {
        if (classes.isFinal(method.owner())) {
            return List.of(new Stmt.Eval(nonNull(self), Span.NONE));
        }
        List<Type.Declared> own = classes.classes(method.owner()).stream()
                .filter(c -> classes.target(c, method).filter(method::equals).isPresent())
                .toList();
        Expr type = classOf(self);
        if (own.isEmpty()) {
            return refusal(method, type).statements();
        }
        Expr wrong = own.size() == 1
                ? is(Operator.NOT_EQUAL, self, type, own.get(0), classes)
                : new Expr.Unary(Operator.NOT, isOneOf(self, type, own, classes), Type.Primitive.BOOLEAN);
        return List.of(new Stmt.If(wrong, refusal(method, type), Block.EMPTY, Span.NONE));
    }

    static Expr nonNull(Expr e) {
        Callee.Method check = Callee.Method.publicStatic(OBJECTS, "requireNonNull", Types.OBJECT, Types.OBJECT);
        return new Expr.Call(check, null, List.of(e), Types.OBJECT, Span.NONE);
    }
}
