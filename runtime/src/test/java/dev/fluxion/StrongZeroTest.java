package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrongZeroTest {

    @ParameterizedTest
    @CsvSource({
        "0, Infinity, 0",
        "-0.0, Infinity, 0",
        "0, NaN, 0",
        "0, 5, 0",
        "3, 0, 0",
        "3, Infinity, Infinity",
        "NaN, 3, NaN",
        "-2, 4, -8"
    })
    void times_keepsZeroZero_andMultipliesElse(double bar, double partial, double expected) {
        assertThat(StrongZero.times(bar, partial)).isEqualTo(Double.valueOf(expected));
        assertThat(StrongZero.times((float) bar, (float) partial)).isEqualTo(Float.valueOf((float) expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.0, 0, 0",
        "0, NaN, 0",
        "0, -5, 0",
        "3, 0, Infinity",
        "3, -0.0, Infinity",
        "3, Infinity, 0",
        "NaN, 3, NaN",
        "-8, 4, -2"
    })
    void divide_keepsZeroZero_andDividesElse(double bar, double by, double expected) {
        assertThat(StrongZero.divide(bar, by)).isEqualTo(Double.valueOf(expected));
        assertThat(StrongZero.divide((float) bar, (float) by)).isEqualTo(Float.valueOf((float) expected));
    }

    @ParameterizedTest
    @CsvSource({"0, NaN, 0", "NaN, 0, 0", "-0.0, Infinity, 0", "Infinity, -0.0, 0", "2, 3, 6", "NaN, 3, NaN"})
    void product_isZeroIfEitherIs_andMultipliesElse(double a, double b, double expected) {
        assertThat(StrongZero.product(a, b)).isEqualTo(Double.valueOf(expected));
        assertThat(StrongZero.product((float) a, (float) b)).isEqualTo(Float.valueOf((float) expected));
    }
}
