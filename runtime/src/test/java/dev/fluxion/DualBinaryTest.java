package dev.fluxion;

import static dev.fluxion.Approximation.CLOSED_FORM;
import static dev.fluxion.Approximation.DIFFERENCES;
import static dev.fluxion.Approximation.assertClose;
import static dev.fluxion.Approximation.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DualBinaryTest {

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        2,
        0.5,
        -3,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @FunctionalInterface
    interface LeftMixed {
        Dual apply(Dual u, double v);
    }

    @FunctionalInterface
    interface RightMixed {
        Dual apply(double u, Dual v);
    }

    /** One primitive of two arguments: Math's, Dual's three forms (right may be null), closed partials. */
    record Primitive(
            String name,
            DoubleBinaryOperator math,
            BinaryOperator<Dual> both,
            LeftMixed left,
            RightMixed right,
            DoubleBinaryOperator first,
            DoubleBinaryOperator second) {

        @Override
        public String toString() {
            return name;
        }

        double first(double u, double v) {
            return both.apply(Dual.variable(u), Dual.constant(v)).tangent();
        }

        double second(double u, double v) {
            return both.apply(Dual.constant(u), Dual.variable(v)).tangent();
        }

        String at(double u, double v) {
            return name + " at (" + u + ", " + v + ")";
        }
    }

    static Stream<Primitive> primitives() {
        return Stream.concat(operators(), functions());
    }

    private static Stream<Primitive> operators() {
        return Stream.of(
                new Primitive("add", (u, v) -> u + v, Dual::add, Dual::add, null, (u, v) -> 1, (u, v) -> 1),
                new Primitive("sub", (u, v) -> u - v, Dual::sub, Dual::sub, null, (u, v) -> 1, (u, v) -> -1),
                new Primitive("mul", (u, v) -> u * v, Dual::mul, Dual::mul, null, (u, v) -> v, (u, v) -> u),
                new Primitive(
                        "div", (u, v) -> u / v, Dual::div, Dual::div, null, (u, v) -> 1 / v, (u, v) -> -u / (v * v)),
                new Primitive("rem", (u, v) -> u % v, Dual::rem, Dual::rem, null, (u, v) -> 1, (u, v) ->
                        -(double) (long) (u / v)));
    }

    private static Stream<Primitive> functions() {
        return Stream.of(
                new Primitive(
                        "pow",
                        Math::pow,
                        Dual::pow,
                        Dual::pow,
                        Dual::pow,
                        (u, v) -> v * Math.pow(u, v - 1),
                        (u, v) -> Math.pow(u, v) * Math.log(u)),
                new Primitive(
                        "atan2",
                        Math::atan2,
                        Dual::atan2,
                        Dual::atan2,
                        Dual::atan2,
                        (u, v) -> v / (u * u + v * v),
                        (u, v) -> -u / (u * u + v * v)),
                new Primitive(
                        "hypot",
                        Math::hypot,
                        Dual::hypot,
                        Dual::hypot,
                        Dual::hypot,
                        (u, v) -> u / Math.sqrt(u * u + v * v),
                        (u, v) -> v / Math.sqrt(u * u + v * v)),
                new Primitive(
                        "max",
                        Math::max,
                        Dual::max,
                        Dual::max,
                        Dual::max,
                        (u, v) -> u > v ? 1 : 0,
                        (u, v) -> u > v ? 0 : 1),
                new Primitive(
                        "min",
                        Math::min,
                        Dual::min,
                        Dual::min,
                        Dual::min,
                        (u, v) -> u < v ? 1 : 0,
                        (u, v) -> u < v ? 0 : 1),
                new Primitive(
                        "copySign",
                        Math::copySign,
                        Dual::copySign,
                        Dual::copySign,
                        Dual::copySign,
                        (u, v) -> u * v > 0 ? 1 : -1,
                        (u, v) -> 0),
                new Primitive(
                        "IEEEremainder",
                        Math::IEEEremainder,
                        Dual::IEEEremainder,
                        Dual::IEEEremainder,
                        Dual::IEEEremainder,
                        (u, v) -> 1,
                        (u, v) -> -Math.rint(u / v)),
                new Primitive(
                        "nextAfter",
                        Math::nextAfter,
                        Dual::nextAfter,
                        Dual::nextAfter,
                        null,
                        (u, v) -> 1,
                        (u, v) -> 0));
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void value_isMathsBitForBit_inEveryForm(Primitive primitive) {
        for (double u : SPECIAL) {
            for (double v : SPECIAL) {
                double expected = primitive.math().applyAsDouble(u, v);
                String what = primitive.at(u, v);
                Dual first = new Dual(u, 2);
                Dual second = new Dual(v, 3);
                assertSameBits(primitive.both().apply(first, second).value(), expected, what);
                assertSameBits(primitive.left().apply(first, v).value(), expected, what);
                if (primitive.right() != null) {
                    assertSameBits(primitive.right().apply(u, second).value(), expected, what);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void tangent_isTheClosedFormAndAgreesWithDifferences(Primitive primitive) {
        Random random = new Random(primitive.name().hashCode());
        for (int i = 0; i < 20; i++) {
            double u = random.nextDouble(0.3, 4);
            double v = random.nextDouble(0.3, 4);
            if (jumpsNear(primitive, u / v)) {
                continue;
            }
            String what = primitive.at(u, v);
            assertClose(primitive.first(u, v), primitive.first().applyAsDouble(u, v), CLOSED_FORM, what);
            assertClose(primitive.second(u, v), primitive.second().applyAsDouble(u, v), CLOSED_FORM, what);
            double byFirst = Approximation.derivative(z -> primitive.math().applyAsDouble(z, v), u);
            double bySecond = Approximation.derivative(z -> primitive.math().applyAsDouble(u, z), v);
            assertClose(primitive.first(u, v), byFirst, DIFFERENCES, what);
            assertClose(primitive.second(u, v), bySecond, DIFFERENCES, what);
        }
    }

    /** Differences across a jump of a remainder (at whole or half quotients) say nothing. */
    private static boolean jumpsNear(Primitive primitive, double quotient) {
        double toJump = Math.abs(2 * quotient - Math.rint(2 * quotient));
        return primitive.name().toLowerCase(Locale.ROOT).contains("rem") && toJump < 0.1 * (1 + quotient);
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void tangent_ofBoth_isTheSum_andMixedFormsAgree(Primitive primitive) {
        Random random = new Random(1 + primitive.name().hashCode());
        for (int i = 0; i < 20; i++) {
            Dual u = new Dual(random.nextDouble(0.3, 4), random.nextGaussian());
            Dual v = new Dual(random.nextDouble(0.3, 4), random.nextGaussian());
            String what = primitive.at(u.value(), v.value());
            double first = primitive.left().apply(u, v.value()).tangent();
            double second = primitive.both().apply(Dual.constant(u.value()), v).tangent();
            assertClose(primitive.both().apply(u, v).tangent(), first + second, CLOSED_FORM, what);
            if (primitive.right() != null) {
                assertThat(primitive.right().apply(u.value(), v).tangent()).isEqualTo(second);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "max, 1, 1, 0.5, 0.5",
        "max, 0.0, -0.0, 0.5, 0.5",
        "max, -0.0, 0.0, 0.5, 0.5",
        "max, Infinity, Infinity, 0.5, 0.5",
        "max, NaN, 1, NaN, NaN",
        "max, 1, NaN, NaN, NaN",
        "min, 1, 1, 0.5, 0.5",
        "min, 0.0, -0.0, 0.5, 0.5",
        "min, NaN, 1, NaN, NaN",
        "min, 1, NaN, NaN, NaN",
        "pow, 0.0, 1, 1, 0",
        "pow, -0.0, 1, 1, 0",
        "pow, 0.0, 0, 0, 0",
        "pow, 0.0, 2, 0, 0",
        "pow, -0.0, 2.5, 0, 0",
        "pow, 0.0, 0.5, Infinity, 0",
        "pow, -0.0, 0.5, Infinity, 0",
        "pow, -0.0, 1e-20, Infinity, 0",
        "pow, 0.0, -2, -Infinity, -Infinity",
        "pow, -0.0, -2, -Infinity, -Infinity",
        "pow, -0.0, -1, -Infinity, -Infinity",
        "pow, 0.0, Infinity, 0, 0",
        "pow, -2, 3, 12, NaN",
        "pow, -2, 0.5, NaN, NaN",
        "pow, 5, 0, 0, 1.6094379124341003",
        "pow, NaN, 0, 0, NaN",
        "pow, 1e-200, 2, 2e-200, 0",
        "pow, 1e200, 2, 2e200, Infinity",
        "pow, Infinity, -1, 0, 0",
        "atan2, 0.0, 0.0, 0, 0",
        "atan2, -0.0, -0.0, 0, 0",
        "atan2, 0.0, -1, -1, 0",
        "atan2, 1e200, 1e200, 5e-201, -5e-201",
        "atan2, 1e-200, 1e-200, 5e199, -5e199",
        "atan2, 2, 0.0, 0, -0.5",
        "atan2, NaN, 1, NaN, NaN",
        "hypot, 0.0, 0.0, 0, 0",
        "hypot, -0.0, 0.0, 0, 0",
        "hypot, -3, 4, -0.6, 0.8",
        "hypot, 3e-200, 4e-200, 0.6, 0.8",
        "copySign, 0.0, -3, 0, 0",
        "copySign, -0.0, 3, 0, 0",
        "copySign, -2, -0.0, 1, 0",
        "copySign, 2, -0.0, -1, 0",
        "copySign, NaN, 1, NaN, NaN",
        "rem, 7, 2, 1, -3",
        "rem, -7, 2, 1, 3",
        "rem, 7, Infinity, 1, 0",
        "rem, 7, 0.0, 1, NaN",
        "IEEEremainder, 7, 2, 1, -4",
        "IEEEremainder, 5, 2, 1, -2",
        "div, 1, 1e-200, 1e200, -Infinity",
        "div, 1e200, 1e-100, 1e100, -Infinity",
        "div, 1e200, 1e200, 1e-200, -1e-200",
        "div, 1, 0.0, Infinity, -Infinity",
        "div, 1, -0.0, Infinity, -Infinity",
        "nextAfter, 1, 1, 1, 0",
        "mul, 0.0, 3, 3, 0"
    })
    void tangent_atSpecialPoints_followsTheConvention(String name, double u, double v, double first, double second) {
        Primitive primitive =
                primitives().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        assertSame(primitive.first(u, v), first, primitive.at(u, v) + " first");
        assertSame(primitive.second(u, v), second, primitive.at(u, v) + " second");
    }

    private static void assertSame(double actual, double expected, String what) {
        if (Double.isNaN(expected) || Double.isInfinite(expected) || expected == 0) {
            assertSameBits(actual + 0.0, expected, what);
        } else {
            assertThat(Math.abs(actual / expected - 1))
                    .as("%s: %s", what, actual)
                    .isLessThan(CLOSED_FORM);
        }
    }

    @ParameterizedTest
    @CsvSource({"div, 1, 0.0", "div, 0.0, 0.0", "pow, 0.0, -1", "pow, -2, 0.5", "rem, 1, 0.0", "hypot, NaN, 1"})
    void tangents_ofZero_stayZeroAtSingularPoints(String name, double u, double v) {
        Primitive primitive =
                primitives().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        assertThat(primitive.both().apply(Dual.constant(u), Dual.constant(v)).tangent())
                .isZero();
    }
}
