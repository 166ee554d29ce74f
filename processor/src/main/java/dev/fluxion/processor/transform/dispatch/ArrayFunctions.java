package dev.fluxion.processor.transform.dispatch;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * The derivatives of functions of arrays that a caller hands in. To the transforms such a function is one with a body; in the place of what would be derived from
 * it stands what asks the function itself. The reverse sweep hands it the array as it was when the function was called.
 */
public final class ArrayFunctions {

    private static final Type.Array VECTOR = new Type.Array(DOUBLE);
    private static final Type.Declared GIVEN = FunctionType.ARRAY.differentiable();

    private ArrayFunctions() {}

    /** A derivative of a call of such a function; empty where the callee is another, or a derivative that the function does not have. */
    public static Optional<Function> derived(Callee.Derived callee) {
        boolean isFunction = FunctionType.givenTo(callee.of())
                .filter(f -> f == FunctionType.ARRAY)
                .isPresent();
        if (!isFunction) {
            return Optional.empty();
        }
        return switch (callee.derivation().transform()) {
            case TANGENT -> Optional.of(tangent(callee));
            case FORWARD_SWEEP -> Optional.of(forward(callee));
            case REVERSE_SWEEP -> Optional.of(reverse(callee));
            default -> Optional.empty();
        };
    }

    private static Function tangent(Callee.Derived callee) {
        Var function = new Var("function", FunctionType.ARRAY.plain());
        Var x = new Var("x", VECTOR);
        Var xDot = x.dot();
        Var dual = Var.temporary("dual", Types.DUAL);
        Expr call = asked(Expr.read(function), "jvp", Types.DUAL, Expr.read(x), Expr.read(xDot));
        return function(
                callee,
                List.of(
                        Parameter.primal(function, false),
                        Parameter.primal(x, true),
                        new Parameter(xDot, Parameter.Role.TANGENT, true)),
                List.of(new Result("value", DOUBLE), new Result("tangent", DOUBLE)),
                new Stmt.Declare(dual, call, Span.NONE),
                new Stmt.Return(List.of(part(dual, "value"), part(dual, "tangent")), Span.NONE));
    }

    private static Function forward(Callee.Derived callee) {
        Var function = new Var("function", FunctionType.ARRAY.plain());
        Var x = new Var("x", VECTOR);
        Var xBar = x.bar();
        Var given = Var.temporary("given", GIVEN);
        Var then = Var.temporary("then", VECTOR);
        Var tape = new Var("tape", Types.TAPE);
        Var value = Var.temporary("value", DOUBLE);
        Callee.Method clone =
                new Callee.Method(Types.OBJECT, "clone", List.of(), Types.OBJECT, false, Callee.Access.PUBLIC);
        Expr kept = callee.derivation().isKept(1)
                ? Expr.read(x)
                : new Expr.Call(clone, Expr.read(x), List.of(), VECTOR, Span.NONE);
        Expr call =
                new Expr.Call(FunctionType.ARRAY.call(), Expr.read(function), List.of(Expr.read(x)), DOUBLE, Span.NONE);
        return function(
                callee,
                List.of(
                        Parameter.primal(function, false),
                        Parameter.primal(x, true),
                        new Parameter(xBar, Parameter.Role.ADJOINT, true),
                        new Parameter(tape, Parameter.Role.TAPE, true)),
                List.of(new Result("value", DOUBLE)),
                new Stmt.Declare(then, kept, Span.NONE),
                new Stmt.Declare(value, call, Span.NONE),
                new Stmt.Declare(given, new Expr.Cast(GIVEN, Expr.read(function), Span.NONE), Span.NONE),
                new Stmt.Push(tape, Expr.read(given), Span.NONE),
                new Stmt.Push(tape, Expr.read(then), Span.NONE),
                new Stmt.Push(tape, Expr.read(xBar), Span.NONE),
                new Stmt.Return(List.of(Expr.read(value)), Span.NONE));
    }

    private static Function reverse(Callee.Derived callee) {
        Var seed = new Var("resultBar", DOUBLE);
        Var tape = new Var("tape", Types.TAPE);
        Var xBar = new Var("x", VECTOR).bar();
        Var x = new Var("x", VECTOR);
        Var given = Var.temporary("given", GIVEN);
        Expr call = asked(Expr.read(given), "vjp", Types.VOID, Expr.read(x), Expr.read(seed), Expr.read(xBar));
        return function(
                callee,
                List.of(new Parameter(seed, Parameter.Role.SEED, true), new Parameter(tape, Parameter.Role.TAPE, true)),
                List.of(),
                new Stmt.Declare(xBar, new Expr.Pop(tape, VECTOR), Span.NONE),
                new Stmt.Declare(x, new Expr.Pop(tape, VECTOR), Span.NONE),
                new Stmt.Declare(given, new Expr.Pop(tape, GIVEN), Span.NONE),
                new Stmt.Eval(call, Span.NONE),
                new Stmt.Return(List.of(), Span.NONE));
    }

    private static Expr asked(Expr function, String name, Type result, Expr... arguments) {
        List<Type> parameters =
                java.util.Arrays.stream(arguments).map(Expr::type).toList();
        Callee.Method method = new Callee.Method(GIVEN, name, parameters, result, false, Callee.Access.PUBLIC);
        Expr target = function.type().equals(GIVEN) ? function : new Expr.Cast(GIVEN, function, Span.NONE);
        return new Expr.Call(method, target, List.of(arguments), result, Span.NONE);
    }

    private static Expr part(Var dual, String name) {
        Callee.Method accessor = new Callee.Method(Types.DUAL, name, List.of(), DOUBLE, false, Callee.Access.PUBLIC);
        return new Expr.Call(accessor, Expr.read(dual), List.of(), DOUBLE, Span.NONE);
    }

    private static Function function(
            Callee.Derived callee, List<Parameter> parameters, List<Result> results, Stmt... body) {
        return new Function(callee, parameters, results, Block.of(body), List.of(), true, Span.NONE);
    }
}
