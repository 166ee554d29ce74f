package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** Calls of what the runtime offers for tensors in generated code. An adjoint or tangent of zeros is null there. */
public final class TensorTerms {

    private TensorTerms() {}

    /** A call of a helper for adjoints. */
    static Expr helper(String name, Type result, Expr... arguments) {
        Type[] parameters = new Type[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            parameters[i] = arguments[i].type();
        }
        Callee.Method method = Callee.Method.publicStatic(Types.TENSOR_ADJOINTS, name, result, parameters);
        return new Expr.Call(method, null, List.of(arguments), result, Span.NONE);
    }

    /** An adjoint or a tangent that is not null, in the shape of another tensor. */
    public static Expr orZeros(Expr bar, Expr like) {
        return helper("orZeros", Types.TENSOR, bar, like);
    }

    /** The seed of the gradient of a tensor with one element. */
    public static Expr one(Expr value) {
        return helper("one", Types.TENSOR, value);
    }

    /** A seed that a user has given, once it is known to have the shape of the value. */
    public static Expr checked(Expr seed, Expr value, String name) {
        return helper("checked", Types.TENSOR, seed, value, new Expr.Constant(name, Types.STRING));
    }

    /** {@code step.name(operand, seed)}. */
    static Expr ofStep(String name, Type result, Expr step, int operand, Expr seed) {
        List<Type> parameters = List.of(Type.Primitive.INT, seed.type());
        Callee.Method method =
                new Callee.Method(Types.TENSOR_STEP, name, parameters, result, false, Callee.Access.PUBLIC);
        List<Expr> arguments = List.of(new Expr.Constant(operand, Type.Primitive.INT), seed);
        return new Expr.Call(method, step, arguments, result, Span.NONE);
    }

    /** The only element of a tensor. */
    public static Expr item(Expr tensor, Span span) {
        Callee.Method method =
                new Callee.Method(Types.TENSOR, "item", List.of(), Type.Primitive.DOUBLE, false, Callee.Access.PUBLIC);
        return new Expr.Call(method, tensor, List.of(), Type.Primitive.DOUBLE, span);
    }

    /** {@code step.value()}. */
    public static Expr value(Expr step, Span span) {
        return ofStep("value", Types.TENSOR, step, span);
    }

    /** {@code step.extremes()}. */
    public static Expr extremes(Expr step, Span span) {
        return ofStep("extremes", Types.TENSOR_WITH_INDICES, step, span);
    }

    private static Expr ofStep(String name, Type result, Expr step, Span span) {
        Callee.Method method =
                new Callee.Method(Types.TENSOR_STEP, name, List.of(), result, false, Callee.Access.PUBLIC);
        return new Expr.Call(method, step, List.of(), result, span);
    }
}
