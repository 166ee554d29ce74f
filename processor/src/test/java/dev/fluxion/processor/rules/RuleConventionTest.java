package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static dev.fluxion.processor.ir.Type.Primitive.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The listed values at kinks, ties and the edges of domains. */
class RuleConventionTest {

    @ParameterizedTest(name = "{0}({1}) = {2}")
    @CsvSource({
        "abs, 0, 0",
        "abs, -0.0, 0",
        "abs, NaN, NaN",
        "abs, -Infinity, -1",
        "sqrt, 0, Infinity",
        "sqrt, -0.0, Infinity",
        "sqrt, -1, NaN",
        "sqrt, Infinity, 0",
        "cbrt, 0, Infinity",
        "cbrt, -0.0, Infinity",
        "log, 0, Infinity",
        "log, -0.0, Infinity",
        "log, -1, NaN",
        "log, -Infinity, NaN",
        "log10, 0, Infinity",
        "log10, -0.0, Infinity",
        "log10, -1e-300, NaN",
        "log1p, -1, Infinity",
        "log1p, -1.5, NaN",
        "log1p, -0.0, 1",
        "asin, 1, Infinity",
        "asin, -1, Infinity",
        "asin, 1.5, NaN",
        "acos, 1, -Infinity",
        "acos, -1, -Infinity",
        "acos, -2, NaN",
        "exp, -Infinity, 0",
        "exp, 1000, Infinity",
        "tanh, Infinity, 0",
        "atan, Infinity, 0",
        "nextUp, 0, 1",
        "nextDown, NaN, 1"
    })
    void unary(String name, double x, double partial) {
        assertPartials("Math." + name, new double[] {x}, partial);
    }

    @ParameterizedTest(name = "{0}({1}, {2}) = {3}, {4}")
    @CsvSource({
        "Math.max, 1, 1, 0.5, 0.5",
        "Math.max, 0, -0.0, 0.5, 0.5",
        "Math.max, -0.0, 0, 0.5, 0.5",
        "Math.max, 2, 1, 1, 0",
        "Math.max, NaN, 1, NaN, NaN",
        "Math.max, 1, NaN, NaN, NaN",
        "Math.min, 1, 1, 0.5, 0.5",
        "Math.min, -0.0, 0, 0.5, 0.5",
        "Math.min, 2, 1, 0, 1",
        "Math.min, NaN, 1, NaN, NaN",
        "Double.max, 3, 3, 0.5, 0.5",
        "Double.min, 3, 4, 1, 0",
        "Math.pow, 0, 1, 1, 0",
        "Math.pow, 0, 0, 0, 0",
        "Math.pow, -0.0, 0, 0, 0",
        "Math.pow, 0, 2, 0, 0",
        "Math.pow, -0.0, 3, 0, 0",
        "Math.pow, 0, 1.5, 0, 0",
        "Math.pow, 0, 0.5, Infinity, 0",
        "Math.pow, -0.0, 0.5, Infinity, 0",
        "Math.pow, 0, -1, -Infinity, -Infinity",
        "Math.pow, -0.0, -2, -Infinity, -Infinity",
        "Math.pow, -2, 2, -4, NaN",
        "Math.pow, -2, 0.5, NaN, NaN",
        "Math.pow, 1e-200, 2, 2e-200, 0",
        "Math.pow, Infinity, 1, 1, Infinity",
        "Math.pow, NaN, 0, 0, NaN",
        "Math.atan2, 0, 0, 0, 0",
        "Math.atan2, -0.0, 0, 0, 0",
        "Math.atan2, 1e200, 1e200, 5e-201, -5e-201",
        "Math.hypot, 0, 0, 0, 0",
        "Math.hypot, -0.0, 0, 0, 0",
        "Math.hypot, 3e200, 4e200, 0.6, 0.8",
        "%, 7, 3, 1, -2",
        "%, -7, 3, 1, 2",
        "%, 7, Infinity, 1, 0",
        "%, 7, 0, 1, NaN",
        "Math.IEEEremainder, 7, 4, 1, -2",
        "/, 1, 0, Infinity, -Infinity",
        "/, 1, -0.0, Infinity, -Infinity",
        "/, -1, 0, Infinity, Infinity",
        "/, 1e200, 1e200, 1e-200, -1e-200",
        "/, 0, 0, Infinity, NaN",
        "Math.copySign, -2, -3, 1, 0",
        "Math.copySign, 2, -3, -1, 0",
        "Math.copySign, 2, -0.0, -1, 0",
        "Math.copySign, 0, -3, 0, 0",
        "Math.copySign, -0.0, 3, 0, 0",
        "Math.nextAfter, 1, 2, 1, 0",
        "Math.scalb, 3, 4, 16, 0"
    })
    void binary(String name, double x, double y, double byX, double byY) {
        assertPartials(name, new double[] {x, y}, byX, byY);
    }

    @ParameterizedTest(name = "clamp({0}, {1}, {2}) = {3}, {4}, {5}")
    @CsvSource({
        "0.5, 0, 1, 1, 0, 0",
        "0, 0, 1, 1, 0, 0",
        "1, 0, 1, 1, 0, 0",
        "-1, 0, 1, 0, 1, 0",
        "2, 0, 1, 0, 0, 1",
        "-0.0, 0, 1, 1, 0, 0",
        "NaN, 0, 1, NaN, NaN, NaN"
    })
    void clamp(double x, double min, double max, double byX, double byMin, double byMax) {
        assertPartials("Math.clamp", new double[] {x, min, max}, byX, byMin, byMax);
    }

    @ParameterizedTest(name = "zero seed of {0} at ({1}, {2})")
    @CsvSource({
        "Math.sqrt, 0, 0",
        "Math.sqrt, -1, 0",
        "Math.cbrt, 0, 0",
        "Math.log, 0, 0",
        "Math.log, -1, 0",
        "Math.log10, 0, 0",
        "Math.log1p, -1, 0",
        "Math.asin, 1, 0",
        "Math.acos, 2, 0",
        "Math.pow, 0, 0.5",
        "Math.pow, -2, 0.5",
        "Math.pow, 0, -1",
        "/, 1, 0",
        "/, 0, 0",
        "Math.atan2, Infinity, Infinity",
        "Math.hypot, Infinity, Infinity",
        "%, 7, 0",
        "Math.IEEEremainder, 7, 0"
    })
    void zeroSeed_atASingularPoint_winsUnlessSwitchedOff(String name, double x, double y) {
        Primitive p = Primitives.named(name);
        boolean poisoned = false;
        for (int i = 0; i < p.arity(); i++) {
            assertThat(contribution(p, i, true, new double[] {x, y}, 0)).isZero();
            poisoned |= Double.isNaN(contribution(p, i, false, new double[] {x, y}, 0));
        }
        assertThat(poisoned).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Math.exp, 1000", "Math.sinh, 1000", "Math.tan, NaN", "Math.abs, NaN"})
    void zeroSeed_whereNoStrongZeroIs_leavesTheNaNVisible(String name, double x) {
        assertThat(contribution(Primitives.named(name), 0, true, new double[] {x}, 0))
                .isNaN();
    }

    /** In both tables, by both classes, and in float where the primitive exists for float. */
    private static void assertPartials(String name, double[] point, double... partials) {
        assertPartials(Primitives.named(name), point, partials);
        if (name.startsWith("Math.")) {
            assertPartials(Primitives.named("Strict" + name), point, partials);
        }
        for (Primitive p : Primitives.all()) {
            boolean sameName = p.name().equals(name.replace("Double", "Float"));
            if (sameName && p.variables().get(0).type() == FLOAT && isFloat(point) && isFloat(partials)) {
                assertPartials(p, point, partials);
            }
        }
    }

    private static boolean isFloat(double[] numbers) {
        for (double d : numbers) {
            if (Double.isFinite(d) && Math.abs(d) > 1e30 || d != 0 && Math.abs(d) < 1e-30) {
                return false;
            }
        }
        return true;
    }

    private static void assertPartials(Primitive p, double[] point, double[] partials) {
        for (int i = 0; i < partials.length; i++) {
            for (double seed : new double[] {1, -2}) {
                double actual = contribution(p, i, true, point, seed);
                double expected = seed * partials[i];
                assertThat(isNear(actual, expected))
                        .as("%s by %d for seed %s: %s, not %s", p, i, seed, actual, expected)
                        .isTrue();
            }
        }
    }

    private static boolean isNear(double actual, double expected) {
        return Double.isNaN(expected)
                ? Double.isNaN(actual)
                : actual == expected || Math.abs(actual - expected) <= 1e-7 * Math.abs(expected);
    }

    private static double contribution(Primitive p, int operand, boolean strongZero, double[] point, double seed) {
        Rule rule = RuleTable.of(strongZero).of(p.value()).orElseThrow();
        if (!rule.differentiable(operand)) {
            return 0;
        }
        Type type = p.value().type().tangent();
        Var seedVar = new Var("seed", type);
        Map<Var, Object> values = new HashMap<>(p.bind(point));
        values.put(seedVar, Evaluator.convert(seed, type));
        Expr contribution = rule.contribution(operand, p.operands(), p.value(), Expr.read(seedVar));
        assertThat(contribution.type()).isEqualTo(type == FLOAT ? FLOAT : DOUBLE);
        return new Evaluator(values).number(contribution);
    }

    @ParameterizedTest(name = "{0} at ({1}, {2}) in a branch with the adjoint 0")
    @CsvSource({
        "Math.sqrt, 0, 0",
        "Math.sqrt, -0.0, 0",
        "Math.sqrt, -1, 0",
        "Math.cbrt, 0, 0",
        "Math.log, 0, 0",
        "Math.log, -1, 0",
        "Math.log10, 0, 0",
        "Math.log1p, -1, 0",
        "Math.asin, 1, 0",
        "Math.acos, 2, 0",
        "Math.pow, 0, 0.5",
        "Math.pow, 0, -1",
        "Math.atan2, 0, 0",
        "Math.hypot, 0, 0",
        "/, 1, 0",
        "%, 7, 0"
    })
    void derivativeOfAContribution_withAZeroSeed_isZeroAgain(String name, double x, double y) {
        Primitive p = Primitives.named(name);
        Rule rule = RuleTable.of(true).of(p.value()).orElseThrow();
        Var seed = new Var("seed", DOUBLE);
        Map<Var, Object> values = new HashMap<>(p.bind(x, y));
        values.put(seed, 0.0);
        for (int i = 0; i < p.arity(); i++) {
            Expr contribution = rule.contribution(i, p.operands(), p.value(), Expr.read(seed));
            for (Var by : p.variables()) {
                Expr second = new Slope(RuleTable.of(true), by).of(contribution);
                assertThat(second == null ? 0 : new Evaluator(values).number(second))
                        .as("%s by %d and %s", p, i, by)
                        .isZero();
            }
        }
    }

    @ParameterizedTest(name = "second derivative of {0} at ({1}, {2}) is {3}")
    @CsvSource({
        "Math.abs, 0, 0, 0",
        "Math.abs, -0.0, 0, 0",
        "Math.max, 1, 1, 0",
        "Math.pow, 0, 2, 2",
        "Math.pow, -0.0, 2, 2",
        "Math.pow, 0, 1, 0",
        "Math.pow, 0, 0, 0",
        "Math.pow, 0, 3, 0",
        "Math.pow, -2, 3, -12",
        "Math.pow, 0, 1.5, Infinity",
        "Math.hypot, 0, 0, 0",
        "Math.atan2, 0, 0, 0",
        "Math.sqrt, 0, 0, -Infinity",
        "Math.log, 0, 0, -Infinity",
        "/, 3, 2, 0"
    })
    void secondDerivative_byTheFirstOperand_continuesTheConvention(String name, double x, double y, double expected) {
        Primitive p = Primitives.named(name);
        Slope slope = new Slope(RuleTable.of(true), p.variables().get(0));
        Expr second = slope.of(slope.of(p.value()));
        double actual = second == null ? 0 : p.at(x, y).number(second);
        assertThat(isNear(actual, expected)).as("%s, not %s", actual, expected).isTrue();
    }
}
