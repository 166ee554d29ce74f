package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One primitive applied to variables, and the box in which its regular points lie. */
record Primitive(String name, List<Var> variables, Expr value, List<double[]> box) {

    @Override
    public String toString() {
        String types = String.join(
                ", ", variables.stream().map(v -> v.type().toString()).toList());
        return name + "(" + types + ")";
    }

    int arity() {
        return variables.size();
    }

    List<Expr> operands() {
        return variables.stream().map(Expr::read).toList();
    }

    Evaluator at(double... point) {
        return new Evaluator(bind(point));
    }

    /** The variables' values; what a point has too much is not looked at. */
    Map<Var, Object> bind(double... point) {
        Map<Var, Object> values = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            values.put(
                    variables.get(i),
                    Evaluator.convert(point[i], variables.get(i).type()));
        }
        return values;
    }

    double[] regularPoint(Random random) {
        double[] point = new double[arity()];
        for (int i = 0; i < point.length; i++) {
            double[] range = box.get(Math.min(i, box.size() - 1));
            point[i] = range[0] + (range[1] - range[0]) * random.nextDouble();
        }
        return point;
    }

    static Primitive operator(Operator operator, Type type, double... bounds) {
        List<Var> variables = variables(List.of(type, type));
        Expr value = new Expr.Binary(operator, read(variables, 0), read(variables, 1), type);
        return new Primitive(operator.symbol(), variables, value, box(bounds));
    }

    static Primitive unary(Operator operator, Type type) {
        List<Var> variables = variables(List.of(type));
        return new Primitive(
                operator.symbol(), variables, new Expr.Unary(operator, read(variables, 0), type), box(-2, 2));
    }

    static Primitive cast(Type from, Type to) {
        List<Var> variables = variables(List.of(from));
        return new Primitive("(" + to + ")", variables, new Expr.Cast(to, read(variables, 0), Span.NONE), box(-2, 2));
    }

    /** A static method, by its Java name; the first parameter's type is the result's. */
    static Primitive method(Type.Declared owner, String name, List<Type> parameters, double... bounds) {
        List<Var> variables = variables(parameters);
        Callee.Method method =
                Callee.Method.publicStatic(owner, name, parameters.get(0), parameters.toArray(Type[]::new));
        List<Expr> reads = variables.stream().map(Expr::read).toList();
        Expr value = new Expr.Call(method, null, reads, parameters.get(0), Span.NONE);
        return new Primitive(owner.simpleName() + "." + name, variables, value, box(bounds));
    }

    /** A helper that is handed the value of {@code pow} of its first two operands. */
    static Primitive power(String name, double... bounds) {
        List<Var> variables = variables(List.of(Type.Primitive.DOUBLE, Type.Primitive.DOUBLE));
        Expr x = read(variables, 0);
        Expr p = read(variables, 1);
        Expr value = Terms.helper(name, x, p, Terms.call(Types.MATH, "pow", x, p));
        return new Primitive("Derivatives." + name, variables, value, box(bounds));
    }

    private static List<Var> variables(List<Type> types) {
        List<Var> variables = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            variables.add(new Var(String.valueOf("xyzw".charAt(i)), types.get(i)));
        }
        return variables;
    }

    private static Expr read(List<Var> variables, int index) {
        return Expr.read(variables.get(index));
    }

    private static List<double[]> box(double... bounds) {
        List<double[]> box = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            box.add(new double[] {bounds[i], bounds[i + 1]});
        }
        return box;
    }
}
