package dev.fluxion;

import static dev.fluxion.Approximation.DIFFERENCES;
import static dev.fluxion.Approximation.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link DualUnaryTest} and {@link DualBinaryTest} do not reach: float forms, and the partials' own partials. */
class DerivativesTest {

    private static final float[] SPECIAL = {0f, -0f, 1f, -1f, 2.5f, Float.POSITIVE_INFINITY, Float.NaN};

    @Test
    void floatForms_agreeWithDoubleForms() {
        for (float a : SPECIAL) {
            double wide = a;
            assertSame(Derivatives.absPartial(a), Derivatives.absPartial(wide));
            assertSame(Derivatives.clampValue(a, 0f, 1f), Derivatives.clampValue(wide, 0, 1));
            assertSame(Derivatives.clampMin(a, 0f, 1f), Derivatives.clampMin(wide, 0, 1));
            assertSame(Derivatives.clampMax(a, 0f, 1f), Derivatives.clampMax(wide, 0, 1));
            for (float b : SPECIAL) {
                assertFloatFormsAgree(a, b);
            }
        }
    }

    private static void assertFloatFormsAgree(float a, float b) {
        double wideA = a;
        double wideB = b;
        assertSame(Derivatives.maxFirst(a, b), Derivatives.maxFirst(wideA, wideB));
        assertSame(Derivatives.maxSecond(a, b), Derivatives.maxSecond(wideA, wideB));
        assertSame(Derivatives.minFirst(a, b), Derivatives.minFirst(wideA, wideB));
        assertSame(Derivatives.minSecond(a, b), Derivatives.minSecond(wideA, wideB));
        assertSame(Derivatives.copySignFirst(a, b), Derivatives.copySignFirst(wideA, wideB));
        assertSame(Derivatives.remSecond(a, b), Derivatives.remSecond(wideA, wideB));
    }

    private static void assertSame(float actual, double expected) {
        assertThat(Float.floatToIntBits(actual)).isEqualTo(Float.floatToIntBits((float) expected));
    }

    static Stream<Arguments> ownDerivatives() {
        return Stream.of(
                Arguments.of(
                        "sqrtPartial",
                        of(Derivatives::sqrtPartial),
                        of(v -> -Derivatives.sqrtPartial(v) / Math.abs(v))),
                Arguments.of(
                        "logPartial",
                        of(Derivatives::logPartial),
                        of(x -> -Derivatives.logPartial(x) * Derivatives.logPartial(x))),
                Arguments.of(
                        "log10Partial",
                        of(Derivatives::log10Partial),
                        of(x -> -Derivatives.logPartial(x) * Derivatives.log10Partial(x))),
                Arguments.of(
                        "log1pPartial",
                        of(Derivatives::log1pPartial),
                        of(x -> -Derivatives.log1pPartial(x) * Derivatives.log1pPartial(x))),
                Arguments.of(
                        "asinPartial",
                        of(Derivatives::asinPartial),
                        of(x -> x * Math.pow(Derivatives.asinPartial(x), 3))));
    }

    private static DoubleUnaryOperator of(DoubleUnaryOperator function) {
        return function;
    }

    @ParameterizedTest
    @MethodSource("ownDerivatives")
    void documentedDerivative_agreesWithDifferences(
            String name, DoubleUnaryOperator partial, DoubleUnaryOperator derivative) {
        new Random(name.hashCode())
                .doubles(20, 0.1, 0.9)
                .forEach(x -> assertClose(
                        derivative.applyAsDouble(x), Approximation.derivative(partial, x), 1e-6, name + " at " + x));
    }

    static Stream<Arguments> ownPartials() {
        DoubleBinaryOperator powBase = (x, p) -> Derivatives.powBase(x, p, Math.pow(x, p));
        DoubleBinaryOperator powExponent = (x, p) -> Derivatives.powExponent(x, p, Math.pow(x, p));
        DoubleBinaryOperator mixed = (x, p) -> Math.pow(x, p - 1) + p * powExponent.applyAsDouble(x, p - 1);
        DoubleBinaryOperator first = Derivatives::atan2First;
        DoubleBinaryOperator second = Derivatives::atan2Second;
        DoubleBinaryOperator product = (y, x) -> 2 * Derivatives.atan2First(y, x) * Derivatives.atan2Second(y, x);
        DoubleBinaryOperator squares =
                (y, x) -> Math.pow(Derivatives.atan2Second(y, x), 2) - Math.pow(Derivatives.atan2First(y, x), 2);
        return Stream.of(
                partials("powBase", powBase, (x, p) -> StrongZero.times(p, powBase.applyAsDouble(x, p - 1)), mixed),
                partials(
                        "powExponent",
                        powExponent,
                        mixed,
                        (x, p) -> StrongZero.times(powExponent.applyAsDouble(x, p), Math.log(x))),
                partials("atan2First", first, product, squares),
                partials("atan2Second", second, squares, (y, x) -> -product.applyAsDouble(y, x)),
                partials(
                        "hypotPartial",
                        Derivatives::hypotPartial,
                        (c, v) -> 1 / v,
                        (c, v) -> -Derivatives.hypotPartial(c, v) / v));
    }

    private static Arguments partials(
            String name, DoubleBinaryOperator partial, DoubleBinaryOperator first, DoubleBinaryOperator second) {
        return Arguments.of(name, partial, first, second);
    }

    @ParameterizedTest
    @MethodSource("ownPartials")
    void documentedPartials_agreeWithDifferences(
            String name, DoubleBinaryOperator partial, DoubleBinaryOperator first, DoubleBinaryOperator second) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 20; i++) {
            double a = random.nextDouble(0.5, 3);
            double b = random.nextDouble(0.5, 3);
            String what = name + " at (" + a + ", " + b + ")";
            double byFirst = Approximation.derivative(z -> partial.applyAsDouble(z, b), a);
            double bySecond = Approximation.derivative(z -> partial.applyAsDouble(a, z), b);
            assertClose(first.applyAsDouble(a, b), byFirst, DIFFERENCES, what + " first");
            assertClose(second.applyAsDouble(a, b), bySecond, DIFFERENCES, what + " second");
        }
    }

    @Test
    void powBase_atZeroInSecondOrder_isTheParabolasTwo() {
        // d²/dx² x² at 0, by the documented partial of powBase.
        assertThat(StrongZero.times(2, Derivatives.powBase(0, 1, 0))).isEqualTo(2);
        assertThat(StrongZero.times(0, Derivatives.powBase(0, -1, Double.POSITIVE_INFINITY)))
                .isZero();
    }
}
