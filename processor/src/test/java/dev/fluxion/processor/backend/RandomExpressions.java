package dev.fluxion.processor.backend;

import static dev.fluxion.processor.ir.Type.Primitive.BOOLEAN;
import static dev.fluxion.processor.ir.Type.Primitive.BYTE;
import static dev.fluxion.processor.ir.Type.Primitive.CHAR;
import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;
import static dev.fluxion.processor.ir.Type.Primitive.LONG;
import static dev.fluxion.processor.ir.Type.Primitive.SHORT;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Well-typed scalar expressions over fixed variables, two of each type, one of each wrapper. */
final class RandomExpressions {

    static final List<Type.Primitive> NUMERIC = List.of(BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE);
    private static final List<Type.Primitive> PROMOTED = List.of(INT, LONG, FLOAT, DOUBLE);
    private static final double[] SPECIAL = {
        0, -0.0, 1, -1, 2, 0.5, 1e-12, 3.141592653589793, 1e300, 123456789, Double.NaN, Double.NEGATIVE_INFINITY
    };

    private final Random random;
    private final List<Var> variables = new ArrayList<>();

    RandomExpressions(long seed) {
        random = new Random(seed);
        for (Type.Primitive type : Type.Primitive.values()) {
            variables.add(new Var(type.keyword() + "A", type));
            variables.add(new Var(type.keyword() + "B", type));
            variables.add(new Var(type.keyword() + "Box", Types.boxed(type)));
        }
    }

    List<Var> variables() {
        return variables;
    }

    Map<Var, Object> values() {
        Map<Var, Object> values = new LinkedHashMap<>();
        variables.forEach(v -> values.put(v, value((Type.Primitive) v.type().unboxed())));
        return values;
    }

    Type.Primitive type() {
        return Type.Primitive.values()[random.nextInt(Type.Primitive.values().length)];
    }

    private Object value(Type.Primitive type) {
        double special = SPECIAL[random.nextInt(SPECIAL.length)];
        return switch (type) {
            case BOOLEAN -> random.nextBoolean();
            case BYTE -> (byte) random.nextInt();
            case SHORT -> (short) random.nextInt();
            case CHAR -> (char) random.nextInt();
            case INT -> random.nextInt(4) == 0 ? Integer.MIN_VALUE : random.nextInt(40) - 20;
            case LONG -> random.nextInt(4) == 0 ? Long.MAX_VALUE : random.nextLong() >> random.nextInt(63);
            case FLOAT -> random.nextBoolean() ? (float) special : (float) random.nextGaussian();
            case DOUBLE -> random.nextBoolean() ? special : random.nextGaussian();
        };
    }

    /** An expression of a type, at most so deep. */
    Expr expression(Type.Primitive type, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf(type);
        }
        return switch (random.nextInt(6)) {
            case 0 -> conversion(type, depth);
            case 1 ->
                new Expr.Conditional(
                        expression(BOOLEAN, depth - 1), expression(type, depth - 1), expression(type, depth - 1), type);
            default -> type == BOOLEAN ? condition(depth) : arithmetic(type, depth);
        };
    }

    private Expr leaf(Type.Primitive type) {
        if (random.nextInt(3) == 0) {
            return new Expr.Constant(value(type), type);
        }
        int which = random.nextInt(3);
        Expr read = new Expr.Read(variables.get(3 * type.ordinal() + which));
        return which == 2 ? new Expr.Cast(type, read, Span.NONE) : read;
    }

    private Expr conversion(Type.Primitive type, int depth) {
        if (type == BOOLEAN) {
            return condition(depth);
        }
        Type.Primitive from = NUMERIC.get(random.nextInt(NUMERIC.size()));
        return from == type ? arithmetic(type, depth) : new Expr.Cast(type, expression(from, depth - 1), Span.NONE);
    }

    private Expr arithmetic(Type.Primitive type, int depth) {
        if (!PROMOTED.contains(type)) {
            return new Expr.Cast(type, expression(INT, depth - 1), Span.NONE);
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Expr.Unary(sign(type), expression(type, depth - 1), type);
            case 1 -> call(type, depth);
            case 2 -> type.isFloating() ? binary(arithmeticOperator(), type, type, depth) : integral(type, depth);
            default -> binary(arithmeticOperator(), type, type, depth);
        };
    }

    private Operator sign(Type.Primitive type) {
        return switch (random.nextInt(3)) {
            case 0 -> Operator.PLUS;
            case 1 -> type.isFloating() ? Operator.NEGATE : Operator.COMPLEMENT;
            default -> Operator.NEGATE;
        };
    }

    private Expr call(Type.Primitive type, int depth) {
        boolean max = random.nextBoolean();
        List<Expr> arguments = max
                ? List.of(expression(type, depth - 1), expression(type, depth - 1))
                : List.of(expression(type, depth - 1));
        return new Expr.Call(Interpreter.math(max ? "max" : "abs", type), null, arguments, type, Span.NONE);
    }

    private Operator arithmeticOperator() {
        return List.of(Operator.MULTIPLY, Operator.DIVIDE, Operator.REMAINDER, Operator.ADD, Operator.SUBTRACT)
                .get(random.nextInt(5));
    }

    private Expr integral(Type.Primitive type, int depth) {
        Operator operator = Operator.values()[Operator.SHIFT_LEFT.ordinal() + random.nextInt(3)];
        if (random.nextBoolean()) {
            Type.Primitive distance = random.nextBoolean() ? INT : LONG;
            return new Expr.Binary(operator, expression(type, depth - 1), expression(distance, depth - 1), type);
        }
        return binary(Operator.values()[Operator.AND.ordinal() + random.nextInt(3)], type, type, depth);
    }

    private Expr binary(Operator operator, Type.Primitive operands, Type.Primitive type, int depth) {
        return new Expr.Binary(operator, expression(operands, depth - 1), expression(operands, depth - 1), type);
    }

    private Expr condition(int depth) {
        if (random.nextInt(5) == 0) {
            return new Expr.Unary(Operator.NOT, expression(BOOLEAN, depth - 1), BOOLEAN);
        } else if (random.nextBoolean()) {
            List<Operator> logical = List.of(
                    Operator.AND_THEN,
                    Operator.OR_ELSE,
                    Operator.AND,
                    Operator.OR,
                    Operator.XOR,
                    Operator.EQUAL,
                    Operator.NOT_EQUAL);
            return binary(logical.get(random.nextInt(logical.size())), BOOLEAN, BOOLEAN, depth);
        }
        Operator comparison = Operator.values()[Operator.LESS.ordinal() + random.nextInt(6)];
        return binary(comparison, PROMOTED.get(random.nextInt(PROMOTED.size())), BOOLEAN, depth);
    }

    /** A concatenation of expressions of any types. */
    Expr concatenation(int depth) {
        List<Expr> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(
                    random.nextInt(3) == 0
                            ? new Expr.Constant("'\"\\\u00e9\n", Types.STRING)
                            : expression(type(), depth));
        }
        return new Expr.Concat(parts, Span.NONE);
    }
}
