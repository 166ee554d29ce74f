package dev.fluxion.processor.rules;

import static dev.fluxion.processor.ir.Type.Primitive.DOUBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.processor.ir.Expr;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row against extrapolated central differences of the primitive itself, at regular points; then its own derivatives. */
class RuleDifferencesTest {

    private static final int POINTS = 50;

    static List<Primitive> doubles() {
        return Primitives.all().stream()
                .filter(RuleDifferencesTest::isOfDoubles)
                .toList();
    }

    static List<Primitive> floats() {
        return Primitives.all().stream().filter(p -> !isOfDoubles(p)).toList();
    }

    private static boolean isOfDoubles(Primitive p) {
        return p.variables().get(0).type() == DOUBLE && p.value().type().tangent() == DOUBLE;
    }

    @ParameterizedTest
    @MethodSource("doubles")
    void contribution_atRegularPoints_isTheSlope(Primitive p) {
        check(p, 1e-9, 1e-3, p.value());
    }

    @ParameterizedTest
    @MethodSource("doubles")
    void contributionOfContribution_atRegularPoints_isTheSecondSlope(Primitive p) {
        for (int j = 0; j < p.arity(); j++) {
            Expr first = slope(p, j, p.value());
            if (first != null) {
                check(p, 1e-8, 1e-3, first);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doubles")
    void thirdContribution_atRegularPoints_isTheThirdSlope(Primitive p) {
        for (int j = 0; j < p.arity(); j++) {
            Expr first = slope(p, j, p.value());
            Expr second = first == null ? null : slope(p, j, first);
            if (second != null) {
                check(p, 1e-7, 1e-3, second);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("floats")
    void contributionOfFloats_isAFloatNearTheSlope(Primitive p) {
        for (int i = 0; i < p.arity(); i++) {
            Expr slope = slope(p, i, p.value());
            if (slope != null) {
                assertThat(slope.type()).isEqualTo(p.value().type().tangent());
            }
        }
        check(p, 1e-2, 1.0 / 16, p.value());
    }

    private static Expr slope(Primitive p, int variable, Expr e) {
        return new Slope(RuleTable.of(true), p.variables().get(variable)).of(e);
    }

    private static void check(Primitive p, double tolerance, double step, Expr e) {
        Random random = new Random(p.toString().hashCode());
        for (int n = 0; n < POINTS; n++) {
            double[] point = p.regularPoint(random);
            for (int i = 0; i < p.arity(); i++) {
                Expr slope = slope(p, i, e);
                if (p.variables().get(i).type().isFloating() && isSmoothAlong(p, point, i, 4 * step)) {
                    double actual = slope == null ? 0 : p.at(point).number(slope);
                    int operand = i;
                    double expected =
                            difference(x -> p.at(moved(point, operand, x)).number(e), point[i], step);
                    assertThat(actual)
                            .as("%s by %s", p.at(point).value(e), p.variables().get(i))
                            .isCloseTo(expected, within(tolerance * (1 + Math.abs(expected))));
                }
            }
        }
    }

    /** Rejects points near a kink: there the rules' steps would differ on both sides. */
    private static boolean isSmoothAlong(Primitive p, double[] point, int i, double radius) {
        Expr slope = slope(p, i, p.value());
        if (slope == null) {
            return !p.name().endsWith("copySign") || Math.abs(point[i]) > radius;
        }
        double left = p.at(moved(point, i, point[i] - radius)).number(slope);
        double right = p.at(moved(point, i, point[i] + radius)).number(slope);
        return Math.abs(left - right) < 0.4 * (Math.abs(left) + Math.abs(right)) || left == right;
    }

    private static double[] moved(double[] point, int i, double x) {
        double[] moved = point.clone();
        moved[i] = x;
        return moved;
    }

    /** Richardson's extrapolation, three levels: the error is of the sixth order in the step. */
    private static double difference(DoubleUnaryOperator f, double x, double step) {
        double[] d = new double[3];
        for (int k = 0; k < 3; k++) {
            double h = step * (1 << (2 - k));
            d[k] = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        }
        double coarse = (4 * d[1] - d[0]) / 3;
        double fine = (4 * d[2] - d[1]) / 3;
        return (16 * fine - coarse) / 15;
    }
}
