package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;

import dev.fluxion.processor.backend.UserMethod.UserParameter;
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
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Fits derived functions over arrays to public signatures: where adjoints are returned their arrays are made, where they are given they are checked before anything
 * else happens, and so is that a method which writes to its arrays was given different ones (DESIGN §4).
 */
final class ArrayPackaging {

    private static final Type VECTOR = new Type.Array(DOUBLE);

    private ArrayPackaging() {}

    static Function reverse(Signature signature, Function function, Set<Integer> written) {
        UserMethod method = signature.method();
        if (method.arrays().isEmpty()
                && method.results().stream().noneMatch(r -> r.type().isFloatingArray())) {
            return function;
        }
        boolean given = signature.kind() == GeneratedKind.GRADIENT_INTO || signature.kind() == GeneratedKind.VJP_INTO;
        List<Stmt> prologue = new ArrayList<>(EntryChecks.written(function, written, List.of()));
        for (Parameter p : with(function, Parameter.Role.ADJOINT)) {
            prologue.add(
                    given ? check(p.variable(), primalOf(p, function)) : zeros(p.variable(), primalOf(p, function)));
        }
        if (given) {
            prologue.addAll(EntryChecks.bars(function));
        }
        UnaryOperator<Var> bar = kept(function, prologue);
        List<Parameter> parameters = function.parameters().stream()
                .filter(p -> given || p.role() != Parameter.Role.ADJOINT)
                .toList();
        List<Result> results = signature.record() == null
                ? function.results()
                : signature.record().components();
        return Packaging.with(
                function,
                parameters,
                results,
                prologue,
                values -> signature.record() == null ? values : components(method, function, values, bar));
    }

    /**
     * The variables in which arrays of adjoints, and their tangents, are when the method returns: where the user's method gives a parameter another array, the variable of
     * its adjoint is given another one too.
     */
    private static UnaryOperator<Var> kept(Function function, List<Stmt> prologue) {
        Map<Var, Var> kept = new HashMap<>();
        Walk.statements(function.body(), s -> {
            assigned(s).stream()
                    .filter(v -> v != null && v.isDerivative() && v.type().isFloatingArray())
                    .filter(function.variables()::contains)
                    .forEach(v -> kept.computeIfAbsent(v, Var::copy));
        });
        function.variables().stream().filter(kept::containsKey).forEach(v -> {
            prologue.add(new Stmt.Declare(kept.get(v), Expr.read(v), Span.NONE));
        });
        return v -> kept.getOrDefault(v, v);
    }

    private static List<Var> assigned(Stmt s) {
        return s instanceof Stmt.Assign a
                ? List.of(a.variable())
                : s instanceof Stmt.Invoke i ? i.targets() : List.of();
    }

    /** The components of the record: the value, then what was computed and what was given, in the order of the parameters. */
    private static List<Expr> components(
            UserMethod method, Function function, List<Expr> values, UnaryOperator<Var> kept) {
        List<Expr> all = new ArrayList<>();
        int next = 0;
        for (Result r : method.results()) {
            all.add(values.get(next++));
        }
        int array = 0;
        List<Parameter> bars = with(function, Parameter.Role.ADJOINT);
        for (UserParameter p : method.active()) {
            if (!p.type().isFloatingArray()) {
                all.add(values.get(next++));
            } else if (!method.isVoid()) {
                all.add(Expr.read(kept.apply(bars.get(array++).variable())));
            }
        }
        return all;
    }

    static Function forward(Signature signature, Function function, Set<Integer> written) {
        if (signature.method().arrays().isEmpty()) {
            return function;
        }
        List<Parameter> tangents = with(function, Parameter.Role.TANGENT);
        List<Stmt> prologue = new ArrayList<>(EntryChecks.written(function, written, tangents));
        List<Parameter> active = activePrimals(function);
        for (int i = 0; i < tangents.size(); i++) {
            if (tangents.get(i).variable().type().isFloatingArray()) {
                prologue.add(check(tangents.get(i).variable(), active.get(i).variable()));
            }
        }
        return Packaging.with(function, function.parameters(), function.results(), prologue, values -> values);
    }

    /** The Hessian times a direction: the tangents of the adjoints. */
    static Function hvp(Function function, Set<Integer> written) {
        Var direction = new Var("direction", VECTOR);
        List<Parameter> primal = with(function, Parameter.Role.PRIMAL);
        List<Parameter> active = activePrimals(function);
        List<Parameter> bars = with(function, Parameter.Role.ADJOINT);
        List<Parameter> tangents = with(function, Parameter.Role.TANGENT);
        List<Expr> numbers =
                alone(active.stream().map(p -> Expr.read(p.variable())).toList());
        List<Stmt> prologue = new ArrayList<>(EntryChecks.written(function, written, List.of()));
        prologue.add(new Stmt.Eval(
                call("checkDirection", Types.VOID, List.of(Expr.read(direction), call("count", INT, numbers))),
                Span.NONE));
        for (int i = 0; i < active.size(); i++) {
            Expr at = i == 0 ? new Expr.Constant(0, INT) : call("count", INT, numbers.subList(0, i));
            prologue.add(new Stmt.Declare(tangents.get(i).variable(), cut(active.get(i), direction, at), Span.NONE));
        }
        for (int i = 0; i < bars.size(); i++) {
            Var like = primalOf(bars.get(i), function);
            prologue.add(zeros(bars.get(i).variable(), like));
            prologue.add(zeros(tangents.get(active.size() + i).variable(), like));
        }
        UnaryOperator<Var> kept = kept(function, prologue);
        List<Parameter> parameters = new ArrayList<>(primal);
        parameters.add(new Parameter(direction, Parameter.Role.TANGENT, false));
        return Packaging.with(
                function,
                parameters,
                List.of(new Result("product", VECTOR)),
                prologue,
                values -> List.of(call("flat", VECTOR, alone(products(active, tangents, values, kept)))));
    }

    private static List<Expr> products(
            List<Parameter> active, List<Parameter> tangents, List<Expr> values, UnaryOperator<Var> kept) {
        List<Expr> parts = new ArrayList<>();
        int number = values.size() / 2;
        int array = active.size();
        for (Parameter p : active) {
            parts.add(
                    p.variable().type().isFloatingArray()
                            ? Expr.read(kept.apply(tangents.get(array++).variable()))
                            : values.get(number++));
        }
        return parts;
    }

    private static Expr cut(Parameter p, Var direction, Expr at) {
        Type type = p.variable().type();
        if (type.isFloatingArray()) {
            return call("slice", type, List.of(Expr.read(p.variable()), Expr.read(direction), at));
        }
        Expr element = new Expr.Element(Expr.read(direction), at, DOUBLE);
        return type.tangent() == DOUBLE ? element : new Expr.Cast(type.tangent(), element, Span.NONE);
    }

    static List<Parameter> with(Function function, Parameter.Role role) {
        return function.parameters().stream().filter(p -> p.role() == role).toList();
    }

    private static List<Parameter> activePrimals(Function function) {
        return with(function, Parameter.Role.PRIMAL).stream()
                .filter(Parameter::active)
                .toList();
    }

    /** The array parameter that an array of adjoints belongs to. */
    private static Var primalOf(Parameter bar, Function function) {
        int index = with(function, Parameter.Role.ADJOINT).indexOf(bar);
        return activePrimals(function).stream()
                .map(Parameter::variable)
                .filter(v -> v.type().isFloatingArray())
                .toList()
                .get(index);
    }

    private static Stmt zeros(Var bar, Var like) {
        Type parameter = like.type() instanceof Type.Array a && a.component().isPrimitive()
                ? like.type()
                : new Type.Array(Types.OBJECT);
        Callee.Method method = Callee.Method.publicStatic(Types.ZEROS, "like", parameter, parameter);
        Expr value = new Expr.Call(method, null, List.of(Expr.read(like)), like.type(), Span.NONE);
        return new Stmt.Declare(bar, value, Span.NONE);
    }

    private static Stmt check(Var bar, Var like) {
        Expr name = new Expr.Constant(bar.name(), Types.STRING);
        return new Stmt.Eval(call("check", Types.VOID, List.of(name, Expr.read(bar), Expr.read(like))), Span.NONE);
    }

    /** Arguments of a method that takes one and then any number: an array of arrays that is alone behind the first would count as many. */
    private static List<Expr> alone(List<Expr> arguments) {
        boolean spreads = arguments.size() == 2 && isNested(arguments.get(1).type());
        return spreads
                ? List.of(arguments.get(0), new Expr.Cast(Types.OBJECT, arguments.get(1), Span.NONE))
                : arguments;
    }

    /** Whether a type is one of arrays of arrays. */
    static boolean isNested(Type type) {
        return type instanceof Type.Array a && a.component() instanceof Type.Array;
    }

    private static Expr.Call call(String name, Type result, List<Expr> arguments) {
        List<Type> parameters = arguments.stream().map(Expr::type).toList();
        Callee.Method method = Callee.Method.publicStatic(Types.BARS, name, result, parameters.toArray(Type[]::new));
        return new Expr.Call(method, null, arguments, result, Span.NONE);
    }
}
