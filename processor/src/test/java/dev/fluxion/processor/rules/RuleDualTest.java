package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Dual;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Var;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table against the dual numbers of the runtime, which were written by hand. */
class RuleDualTest {

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -2,
        2,
        3,
        Double.MIN_VALUE,
        1e-310,
        1e300,
        -1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static final Map<String, String> OPERATORS =
            Map.of("+", "add", "-", "sub", "*", "mul", "/", "div", "%", "rem", "negate", "neg");

    static List<Primitive> primitives() {
        return Primitives.all().stream()
                .filter(p -> p.variables().get(0).type() == DOUBLE && method(p) != null)
                .toList();
    }

    private static Method method(Primitive p) {
        String name = p.name().startsWith("Math.") ? p.name().substring(5) : OPERATORS.getOrDefault(p.name(), "");
        return Arrays.stream(Dual.class.getMethods())
                .filter(m -> m.getName().equals(name))
                .filter(m -> operands(m).equals(duals(p)))
                .findFirst()
                .orElse(null);
    }

    private static List<Class<?>> duals(Primitive p) {
        return p.variables().stream()
                .<Class<?>>map(v -> v.type() == DOUBLE ? Dual.class : int.class)
                .toList();
    }

    private static List<Class<?>> operands(Method m) {
        List<Class<?>> all = new ArrayList<>(List.of(m.getParameterTypes()));
        if (!java.lang.reflect.Modifier.isStatic(m.getModifiers())) {
            all.add(0, Dual.class);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void tangent_everywhere_isThatOfDual(Primitive p) throws ReflectiveOperationException {
        for (double[] point : points(p)) {
            for (int i = 0; i < p.arity(); i++) {
                for (double tangent : new double[] {1, 0, -3}) {
                    if (p.variables().get(i).type() == DOUBLE) {
                        compare(p, point, i, tangent);
                    }
                }
            }
        }
    }

    private static List<double[]> points(Primitive p) {
        List<double[]> points = new ArrayList<>();
        int n = SPECIAL.length;
        for (int k = 0; k < Math.pow(n, p.arity()); k++) {
            double[] point = new double[p.arity()];
            for (int i = 0, rest = k; i < point.length; i++, rest /= n) {
                point[i] = SPECIAL[rest % n];
            }
            if (!p.name().endsWith("clamp") || Double.compare(point[1], point[2]) <= 0 && point[2] == point[2]) {
                points.add(point);
            }
        }
        Random random = new Random(p.name().hashCode());
        for (int k = 0; k < 50; k++) {
            points.add(p.regularPoint(random));
        }
        return points;
    }

    private static void compare(Primitive p, double[] point, int operand, double tangent)
            throws ReflectiveOperationException {
        double actual = tangent(p, point, operand, tangent);
        Dual expected = dual(p, point, operand, tangent);
        assertThat(isNear(actual, expected.tangent()))
                .as("%s at %s by %d: %s, not %s", p, Arrays.toString(point), operand, actual, expected)
                .isTrue();
        assertThat(Double.doubleToLongBits(expected.value()))
                .isEqualTo(Double.doubleToLongBits(p.at(point).number(p.value())));
    }

    /** The contributions of all operands, as forward mode adds them up; of the others the tangent is 0. */
    private static double tangent(Primitive p, double[] point, int varied, double tangent) {
        Rule rule = RuleTable.of(true).of(p.value()).orElseThrow();
        Var seed = new Var("seed", DOUBLE);
        double sum = 0;
        for (int i = 0; i < p.arity(); i++) {
            if (rule.differentiable(i)) {
                Map<Var, Object> values = new HashMap<>(p.bind(point));
                values.put(seed, i == varied ? tangent : 0.0);
                sum += new Evaluator(values).number(rule.contribution(i, p.operands(), p.value(), Expr.read(seed)));
            }
        }
        return sum;
    }

    private static boolean isNear(double actual, double expected) {
        return Double.isNaN(actual)
                ? Double.isNaN(expected)
                : actual == expected || Math.abs(actual - expected) <= 1e-15 * Math.abs(expected);
    }

    private static Dual dual(Primitive p, double[] point, int operand, double tangent)
            throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < p.arity(); i++) {
            Object number = Evaluator.convert(point[i], p.variables().get(i).type());
            arguments.add(number instanceof Double d ? new Dual(d, i == operand ? tangent : 0) : number);
        }
        Method method = method(p);
        boolean isStatic = java.lang.reflect.Modifier.isStatic(method.getModifiers());
        Object target = isStatic ? null : arguments.remove(0);
        return (Dual) method.invoke(target, arguments.toArray());
    }
}
