package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.List;

/** Writes expressions as a person would: no factor of one, no double negation. */
public final class Terms {

    private Terms() {}

    /** A literal of the given floating-point type. */
    public static Expr number(double value, Type type) {
        return type == Type.Primitive.FLOAT ? new Expr.Constant((float) value, type) : new Expr.Constant(value, type);
    }

    public static Expr plus(Expr a, Expr b) {
        return a.type().isOfTensors()
                ? call(Types.TENSOR_ADJOINTS, "add", a, b)
                : new Expr.Binary(Operator.ADD, a, b, a.type());
    }

    public static Expr minus(Expr a, Expr b) {
        return new Expr.Binary(Operator.SUBTRACT, a, b, a.type());
    }

    public static Expr times(Expr a, Expr b) {
        if (is(a, 1)) {
            return b;
        }
        return is(b, 1) ? a : new Expr.Binary(Operator.MULTIPLY, a, b, a.type());
    }

    public static Expr over(Expr a, Expr b) {
        return is(b, 1) ? a : new Expr.Binary(Operator.DIVIDE, a, b, a.type());
    }

    public static Expr negative(Expr a) {
        if (isNumber(a)) {
            return number(-value(a), a.type());
        }
        if (a instanceof Expr.Unary u && u.operator() == Operator.NEGATE) {
            return u.operand();
        }
        return new Expr.Unary(Operator.NEGATE, a, a.type());
    }

    /** A call of a public static method whose parameters have the arguments' types and whose result has the first one's. */
    public static Expr call(Type.Declared owner, String name, Expr... arguments) {
        Type result = arguments[0].type();
        Type[] parameters = new Type[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            parameters[i] = arguments[i].type();
        }
        Callee.Method method = Callee.Method.publicStatic(owner, name, result, parameters);
        return new Expr.Call(method, null, List.of(arguments), result, Span.NONE);
    }

    /** A call of one of the runtime's helpers. */
    public static Expr helper(String name, Expr... arguments) {
        return call(Types.DERIVATIVES, name, arguments);
    }

    /** Whether an expression is a literal of a floating-point type. */
    public static boolean isNumber(Expr e) {
        return e instanceof Expr.Constant c && c.type().isFloating();
    }

    /** The value of a literal of a floating-point type. */
    public static double value(Expr e) {
        return ((Number) ((Expr.Constant) e).value()).doubleValue();
    }

    public static boolean is(Expr e, double number) {
        return isNumber(e) && value(e) == number;
    }

    /** Whether an expression is a literal that is neither zero nor infinite nor NaN. */
    public static boolean isRegular(Expr e) {
        return isNumber(e) && value(e) != 0 && Double.isFinite(value(e));
    }
}
