package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static dev.fluxion.processor.ir.Type.Primitive.INT;

import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every primitive that has a derivative, each with a box of regular points. */
final class Primitives {

    private final List<Primitive> all = new ArrayList<>();

    private Primitives() {}

    static List<Primitive> all() {
        Primitives primitives = new Primitives();
        for (Type type : List.of(DOUBLE, FLOAT)) {
            primitives.operators(type);
            primitives.boxes((Type.Primitive) type);
            primitives.strongZeros(type);
        }
        for (Type.Declared owner : List.of(Types.MATH, RuleTable.STRICT_MATH)) {
            primitives.functions(owner);
            primitives.ofBothTypes(owner, DOUBLE);
            primitives.ofBothTypes(owner, FLOAT);
        }
        primitives.helpers();
        return primitives.all;
    }

    /** The one with the name, with double operands. */
    static Primitive named(String name) {
        return named(name, DOUBLE);
    }

    static Primitive named(String name, Type type) {
        return all().stream()
                .filter(p -> p.name().equals(name) && p.variables().get(0).type() == type)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private void operators(Type type) {
        all.add(Primitive.unary(Operator.PLUS, type));
        Primitive negate = Primitive.unary(Operator.NEGATE, type);
        all.add(new Primitive("negate", negate.variables(), negate.value(), negate.box()));
        all.add(Primitive.operator(Operator.ADD, type, -2, 2));
        all.add(Primitive.operator(Operator.SUBTRACT, type, -2, 2));
        all.add(Primitive.operator(Operator.MULTIPLY, type, -2, 2));
        all.add(Primitive.operator(Operator.DIVIDE, type, -2, 2, 0.5, 3));
        all.add(Primitive.operator(Operator.REMAINDER, type, 95, 97, 29, 31));
        all.add(Primitive.cast(type, type == DOUBLE ? FLOAT : DOUBLE));
        all.add(Primitive.cast(type, Types.boxed((Type.Primitive) type)));
    }

    private void boxes(Type.Primitive type) {
        Type.Declared owner = Types.boxed(type);
        add(owner, "max", type, 2, -2, 2);
        add(owner, "min", type, 2, -2, 2);
        add(owner, "sum", type, 2, -2, 2);
    }

    private void strongZeros(Type type) {
        add(Types.STRONG_ZERO, "times", type, 2, -2, 2);
        add(Types.STRONG_ZERO, "divide", type, 2, -2, 2, 0.5, 3);
        add(Types.STRONG_ZERO, "product", type, 2, -2, 2);
    }

    private void functions(Type.Declared owner) {
        for (String name : List.of("exp", "expm1", "sin", "cos", "atan", "sinh", "cosh", "tanh")) {
            add(owner, name, DOUBLE, 1, -2, 2);
        }
        for (String name : List.of("log", "log10", "log1p", "sqrt", "cbrt")) {
            add(owner, name, DOUBLE, 1, 0.3, 4);
        }
        add(owner, "tan", DOUBLE, 1, -1.2, 1.2);
        add(owner, "asin", DOUBLE, 1, -0.9, 0.9);
        add(owner, "acos", DOUBLE, 1, -0.9, 0.9);
        add(owner, "atan2", DOUBLE, 2, -2, 2, 0.5, 2);
        add(owner, "hypot", DOUBLE, 2, -2, 2, 0.5, 2);
        add(owner, "pow", DOUBLE, 2, 0.3, 2, -3, 3);
        add(owner, "IEEEremainder", DOUBLE, 2, 95, 97, 29, 31);
        add(owner, "toRadians", DOUBLE, 1, -2, 2);
        add(owner, "toDegrees", DOUBLE, 1, -2, 2);
    }

    private void ofBothTypes(Type.Declared owner, Type type) {
        add(owner, "fma", type, 3, -2, 2);
        add(owner, "abs", type, 1, -2, 2);
        add(owner, "max", type, 2, -2, 2);
        add(owner, "min", type, 2, -2, 2);
        add(owner, "clamp", type, 3, -3, 3, -2, -1, 1, 2);
        add(owner, "copySign", type, 2, -2, 2);
        add(owner, "nextUp", type, 1, -2, 2);
        add(owner, "nextDown", type, 1, -2, 2);
        all.add(Primitive.method(owner, "nextAfter", List.of(type, DOUBLE), -2, 2));
        all.add(Primitive.method(owner, "scalb", List.of(type, INT), -2, 2, -3, 3));
    }

    private void helpers() {
        for (String name : List.of("sqrtPartial", "logPartial", "log10Partial", "log1pPartial")) {
            add(Types.DERIVATIVES, name, DOUBLE, 1, 0.3, 4);
        }
        add(Types.DERIVATIVES, "asinPartial", DOUBLE, 1, -0.9, 0.9);
        add(Types.DERIVATIVES, "atan2First", DOUBLE, 2, -2, 2, 0.5, 2);
        add(Types.DERIVATIVES, "atan2Second", DOUBLE, 2, -2, 2, 0.5, 2);
        add(Types.DERIVATIVES, "hypotPartial", DOUBLE, 2, -2, 2, 0.5, 2);
        all.add(Primitive.power("powBase", 0.3, 2, -3, 3));
        all.add(Primitive.power("powExponent", 0.3, 2, -3, 3));
    }

    private void add(Type.Declared owner, String name, Type type, int arity, double... bounds) {
        all.add(Primitive.method(owner, name, Collections.nCopies(arity, type), bounds));
    }
}
