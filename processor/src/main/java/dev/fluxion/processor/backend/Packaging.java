package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.INT;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Result;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Fits derived functions to the public signatures that are not one function's own: {@code fDerivative}, which has the result's type,
 * and the second-order methods over {@code TANGENT(DERIVATIVE)}. What becomes dead by that is for the simplifier, which runs after.
 */
public final class Packaging {

    private static final Type VECTOR = new Type.Array(DOUBLE);
    private static final Type.Declared ILLEGAL_ARGUMENT = Type.Declared.of("java.lang", "IllegalArgumentException");

    private Packaging() {}

    /** The function whose parameters and results are those of a generated method that writes to no array which it is given. */
    public static Function fit(Signature signature, Function function) {
        return fit(signature, function, Set.of());
    }

    /**
     * The function whose parameters and results are those of a generated method.
     *
     * @param written the parameters, by number, whose arrays the method writes to
     */
    public static Function fit(Signature signature, Function function, Set<Integer> written) {
        return switch (signature.kind()) {
            case DERIVATIVE -> derivative(function, signature.result());
            case SECOND_DERIVATIVE -> secondDerivative(function);
            case HVP -> signature.method().arrays().isEmpty() ? hvp(function) : ArrayPackaging.hvp(function, written);
            case GRADIENT, VJP, GRADIENT_INTO, VJP_INTO -> ArrayPackaging.reverse(signature, function, written);
            case JVP -> ArrayPackaging.forward(signature, function, written);
            default -> function;
        };
    }

    /**
     * The function whose parameters and results are those of a generated method that takes records.
     *
     * @param function fitted to the header of the same method over what is in the records
     * @param nullable the types of the records that the method asks whether they are null
     * @param askedLater the records, by number, without which the method may do other things before it throws
     */
    public static Function records(
            Signature signature, Function function, List<Type> nullable, Set<Integer> askedLater) {
        return RecordPackaging.fit(signature, function, nullable, askedLater);
    }

    /** The same function, which first does something else. */
    public static Function after(List<Stmt> prologue, Function function) {
        return with(function, function.parameters(), function.results(), prologue, values -> values);
    }

    private static Function derivative(Function function, Type type) {
        Result result = function.results().get(0);
        if (result.type().equals(type)) {
            return function;
        }
        return with(
                function,
                function.parameters(),
                List.of(new Result(result.name(), type)),
                List.of(),
                values -> List.of(new Expr.Cast(type, values.get(0), Span.NONE)));
    }

    private static Function secondDerivative(Function function) {
        Parameter tangent = function.parameters().get(function.parameters().size() - 1);
        Object one = tangent.variable().type() == DOUBLE ? (Object) 1.0 : (Object) 1f;
        Expr seed = new Expr.Constant(one, tangent.variable().type());
        return with(
                function,
                withoutTangents(function),
                List.of(new Result("secondDerivative", DOUBLE)),
                List.of(new Stmt.Declare(tangent.variable(), seed, Span.NONE)),
                values -> List.of(widened(values.get(1))));
    }

    private static Function hvp(Function function) {
        Var direction = new Var("direction", VECTOR);
        List<Parameter> parameters = new ArrayList<>(withoutTangents(function));
        int primal = parameters.size();
        parameters.add(new Parameter(direction, Parameter.Role.TANGENT, false));
        List<Var> tangents =
                function.variables().subList(primal, function.parameters().size());
        List<Stmt> prologue = new ArrayList<>();
        prologue.add(lengthCheck(direction, tangents.size()));
        for (int i = 0; i < tangents.size(); i++) {
            Expr element = new Expr.Element(new Expr.Read(direction), new Expr.Constant(i, INT), DOUBLE);
            Type type = tangents.get(i).type();
            Expr value = type == DOUBLE ? element : new Expr.Cast(type, element, Span.NONE);
            prologue.add(new Stmt.Declare(tangents.get(i), value, Span.NONE));
        }
        return with(
                function,
                parameters,
                List.of(new Result("product", VECTOR)),
                prologue,
                values -> List.of(vector(values)));
    }

    private static Expr vector(List<Expr> values) {
        List<Expr> tangents = values.subList(values.size() / 2, values.size());
        return new Expr.ArrayLiteral(
                new Type.Array(DOUBLE),
                tangents.stream().map(Packaging::widened).toList());
    }

    private static Expr widened(Expr e) {
        return e.type() == DOUBLE ? e : new Expr.Cast(DOUBLE, e, Span.NONE);
    }

    private static List<Parameter> withoutTangents(Function function) {
        return function.parameters().stream()
                .filter(p -> p.role() != Parameter.Role.TANGENT)
                .toList();
    }

    private static Stmt lengthCheck(Var direction, int length) {
        Expr actual = new Expr.Length(new Expr.Read(direction));
        Expr wrong =
                new Expr.Binary(Operator.NOT_EQUAL, actual, new Expr.Constant(length, INT), Type.Primitive.BOOLEAN);
        Expr start = new Expr.Constant("direction must have length " + length + ", not ", Types.STRING);
        Expr message = new Expr.Concat(List.of(start, actual), Span.NONE);
        Expr exception = new Expr.New(ILLEGAL_ARGUMENT, List.of(message), Span.NONE);
        return new Stmt.If(wrong, Block.of(new Stmt.Throw(exception, Span.NONE)), Block.EMPTY, Span.NONE);
    }

    static Function with(
            Function function,
            List<Parameter> parameters,
            List<Result> results,
            List<Stmt> prologue,
            UnaryOperator<List<Expr>> returned) {
        Block body = new Rewriter() {
            @Override
            protected List<Stmt> rewrite(Stmt s) {
                return s instanceof Stmt.Return r
                        ? List.of(new Stmt.Return(returned.apply(r.values()), r.span()))
                        : super.rewrite(s);
            }
        }.block(function.body());
        List<Stmt> statements = new ArrayList<>(prologue);
        statements.addAll(body.statements());
        return new Function(
                function.callee(),
                parameters,
                results,
                new Block(statements),
                function.thrown(),
                function.strongZero(),
                function.span());
    }
}
