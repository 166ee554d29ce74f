package dev.fluxion;

import static dev.fluxion.Approximation.CLOSED_FORM;
import static dev.fluxion.Approximation.DIFFERENCES;
import static dev.fluxion.Approximation.assertClose;
import static dev.fluxion.Approximation.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DualUnaryTest {

    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        2.5,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        1e16,
        -710,
        710
    };

    /** One primitive: what Math computes, what Dual computes, the closed form of its derivative, and an interval. */
    record Primitive(
            String name,
            DoubleUnaryOperator math,
            UnaryOperator<Dual> dual,
            DoubleUnaryOperator derivative,
            double from,
            double to) {

        @Override
        public String toString() {
            return name;
        }

        DoubleStream points() {
            return new Random(name.hashCode()).doubles(20, from, to);
        }

        double tangent(double x) {
            return dual.apply(Dual.variable(x)).tangent();
        }
    }

    static Stream<Primitive> primitives() {
        return Stream.of(
                new Primitive("neg", x -> -x, Dual::neg, x -> -1, -5, 5),
                new Primitive("exp", Math::exp, Dual::exp, Math::exp, -5, 5),
                new Primitive("expm1", Math::expm1, Dual::expm1, Math::exp, -5, 5),
                new Primitive("log", Math::log, Dual::log, x -> 1 / x, 0.1, 9),
                new Primitive("log10", Math::log10, Dual::log10, x -> 1 / (x * Math.log(10)), 0.1, 9),
                new Primitive("log1p", Math::log1p, Dual::log1p, x -> 1 / (1 + x), -0.9, 9),
                new Primitive("sin", Math::sin, Dual::sin, Math::cos, -5, 5),
                new Primitive("cos", Math::cos, Dual::cos, x -> -Math.sin(x), -5, 5),
                new Primitive("tan", Math::tan, Dual::tan, x -> 1 / (Math.cos(x) * Math.cos(x)), -1.4, 1.4),
                new Primitive("asin", Math::asin, Dual::asin, x -> 1 / Math.sqrt(1 - x * x), -0.9, 0.9),
                new Primitive("acos", Math::acos, Dual::acos, x -> -1 / Math.sqrt(1 - x * x), -0.9, 0.9),
                new Primitive("atan", Math::atan, Dual::atan, x -> 1 / (1 + x * x), -5, 5),
                new Primitive("sinh", Math::sinh, Dual::sinh, x -> (Math.exp(x) + Math.exp(-x)) / 2, -5, 5),
                new Primitive("cosh", Math::cosh, Dual::cosh, x -> (Math.exp(x) - Math.exp(-x)) / 2, -5, 5),
                new Primitive("tanh", Math::tanh, Dual::tanh, x -> 1 / (Math.cosh(x) * Math.cosh(x)), -5, 5),
                new Primitive("sqrt", Math::sqrt, Dual::sqrt, x -> 0.5 / Math.sqrt(x), 0.1, 9),
                new Primitive("cbrt", Math::cbrt, Dual::cbrt, x -> Math.pow(x, -2.0 / 3) / 3, 0.1, 9),
                new Primitive("abs", Math::abs, Dual::abs, x -> x < 0 ? -1 : 1, 0.1, 9),
                new Primitive("nextUp", Math::nextUp, Dual::nextUp, x -> 1, -5, 5),
                new Primitive("nextDown", Math::nextDown, Dual::nextDown, x -> 1, -5, 5),
                new Primitive("toRadians", Math::toRadians, Dual::toRadians, x -> Math.PI / 180, -5, 5),
                new Primitive("toDegrees", Math::toDegrees, Dual::toDegrees, x -> 180 / Math.PI, -5, 5),
                new Primitive("scalb", x -> Math.scalb(x, -3), u -> Dual.scalb(u, -3), x -> 0.125, -5, 5),
                new Primitive("nextAfter", x -> Math.nextAfter(x, 9), u -> Dual.nextAfter(u, 9), x -> 1, -5, 5));
    }

    static Stream<Primitive> piecewiseConstant() {
        return Stream.of(
                new Primitive("signum", Math::signum, Dual::signum, x -> 0, -5, 5),
                new Primitive("floor", Math::floor, Dual::floor, x -> 0, -5, 5),
                new Primitive("ceil", Math::ceil, Dual::ceil, x -> 0, -5, 5),
                new Primitive("rint", Math::rint, Dual::rint, x -> 0, -5, 5),
                new Primitive("ulp", Math::ulp, Dual::ulp, x -> 0, -5, 5));
    }

    static Stream<Primitive> all() {
        return Stream.concat(primitives(), piecewiseConstant());
    }

    @ParameterizedTest
    @MethodSource("all")
    void value_isMathsBitForBit(Primitive primitive) {
        DoubleStream.concat(primitive.points(), DoubleStream.of(SPECIAL)).forEach(x -> {
            double expected = primitive.math().applyAsDouble(x);
            assertSameBits(primitive.dual().apply(new Dual(x, 3)).value(), expected, primitive + " at " + x);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void tangent_isTheClosedForm(Primitive primitive) {
        primitive
                .points()
                .forEach(x -> assertClose(
                        primitive.tangent(x),
                        primitive.derivative().applyAsDouble(x),
                        CLOSED_FORM,
                        primitive + " at " + x));
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void tangent_agreesWithDifferences(Primitive primitive) {
        primitive
                .points()
                .forEach(x -> assertClose(
                        primitive.tangent(x),
                        Approximation.derivative(primitive.math(), x),
                        DIFFERENCES,
                        primitive + " at " + x));
    }

    @ParameterizedTest
    @MethodSource("all")
    void tangent_isLinearInTheSeed(Primitive primitive) {
        primitive.points().forEach(x -> {
            double seeded = primitive.dual().apply(new Dual(x, -4)).tangent();
            assertThat(seeded).isEqualTo(-4 * primitive.tangent(x));
        });
    }

    @ParameterizedTest
    @MethodSource("piecewiseConstant")
    void tangent_ofPiecewiseConstant_isZeroAtItsJumpsToo(Primitive primitive) {
        DoubleStream.of(SPECIAL).forEach(x -> assertThat(primitive.tangent(x)).isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "sqrt, 0.0, Infinity",
        "sqrt, -0.0, Infinity",
        "sqrt, -1, NaN",
        "cbrt, 0.0, Infinity",
        "cbrt, -0.0, Infinity",
        "cbrt, -8, 0.08333333333333333",
        "log, 0.0, Infinity",
        "log, -0.0, Infinity",
        "log, -2, NaN",
        "log, Infinity, 0",
        "log10, 0.0, Infinity",
        "log10, -0.0, Infinity",
        "log10, -2, NaN",
        "log1p, -1, Infinity",
        "log1p, -1.5, NaN",
        "log1p, -0.0, 1",
        "asin, 1, Infinity",
        "asin, -1, Infinity",
        "asin, 1.5, NaN",
        "acos, 1, -Infinity",
        "acos, -1, -Infinity",
        "acos, -1.5, NaN",
        "atan, Infinity, 0",
        "atan, 1e200, 0",
        "tanh, 1000, 0",
        "tanh, -Infinity, 0",
        "exp, -Infinity, 0",
        "expm1, -Infinity, 0",
        "abs, 0.0, 0",
        "abs, -0.0, 0",
        "abs, -3, -1",
        "abs, NaN, NaN",
        "nextUp, Infinity, 1",
        "exp, NaN, NaN"
    })
    void tangent_atSpecialPoints_followsTheConvention(String name, double x, double expected) {
        Primitive primitive =
                primitives().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        // Adding +0 makes the zeros one, as the conventions do.
        assertSameBits(primitive.tangent(x) + 0.0, expected, name + " at " + x);
    }

    @ParameterizedTest
    @CsvSource({"sqrt, 0", "sqrt, -1", "cbrt, 0", "log, 0", "log, -1", "log10, 0", "log1p, -1", "asin, 1", "acos, -1"})
    void tangent_ofZero_staysZeroAtSingularPoints(String name, double x) {
        Primitive primitive =
                primitives().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        assertThat(primitive.dual().apply(Dual.constant(x)).tangent()).isZero();
    }

    @Test
    void tangent_ofZero_doesNotHideOverflowOfExp() {
        assertThat(Dual.exp(Dual.constant(1000)).tangent()).isNaN();
    }

    @Test
    void log10_nearTheLargestNumber_doesNotUnderflowEarly() {
        assertThat(Dual.log10(Dual.variable(1e308)).tangent())
                .isCloseTo(4.342944819032518e-309, withinPercentage(1e-10));
    }

    @Test
    void asin_nearOne_keepsItsDigits() {
        double x = 1 - 0x1p-50;
        // 1 - x² = 2⁻⁴⁹ - 2⁻¹⁰⁰ exactly.
        double expected = 1 / Math.sqrt(0x1p-49 - 0x1p-100);
        assertClose(Dual.asin(Dual.variable(x)).tangent(), expected, CLOSED_FORM, "asin");
    }

    @Test
    void round_isMathsRound() {
        assertThat(Dual.round(new Dual(2.5, 1))).isEqualTo(3);
        assertThat(Dual.round(new Dual(-2.5, 1))).isEqualTo(-2);
        assertThat(Dual.round(new Dual(Double.NaN, 1))).isZero();
    }
}
