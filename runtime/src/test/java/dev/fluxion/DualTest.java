package dev.fluxion;

import static dev.fluxion.Approximation.CLOSED_FORM;
import static dev.fluxion.Approximation.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DualTest {

    @Test
    void composition_followsTheChainRule() {
        Dual x = Dual.variable(2);
        Dual y = Dual.sin(x.mul(x)).add(1).div(x.sub(1));
        // d/dx (sin x² + 1) / (x - 1) at 2
        assertThat(y.value()).isEqualTo(Math.sin(4) + 1);
        assertClose(y.tangent(), 4 * Math.cos(4) - (Math.sin(4) + 1), CLOSED_FORM, "chain");
    }

    @Test
    void constant_hasNoTangent_andVariableHasOne() {
        assertThat(Dual.constant(3)).isEqualTo(new Dual(3, 0));
        assertThat(Dual.variable(3)).isEqualTo(new Dual(3, 1));
    }

    @Test
    void division_byATinyNumber_doesNotGoThroughItsSquare() {
        Dual quotient = Dual.constant(1e-200).div(Dual.variable(1e-200));
        assertThat(quotient.tangent()).isEqualTo(-1e200);
    }

    @Test
    void mul_ofInfinity_isNotGuarded() {
        assertThat(Dual.constant(0).mul(Dual.constant(Double.POSITIVE_INFINITY)).tangent())
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 1, 0, 0",
        "-1, 0, 0, 1, 0",
        "3, 1, 0, 0, 1",
        "0, 0, 1, 0, 0",
        "1, 1, 1, 0, 0",
        "NaN, NaN, NaN, NaN, NaN"
    })
    void clamp_hasTheTangentOfWhatItReturns(double x, double value, double byValue, double byMin, double byMax) {
        Dual zero = Dual.constant(0);
        Dual one = Dual.constant(1);
        Dual constant = Dual.constant(x);
        assertThat(Dual.clamp(Dual.variable(x), zero, one)).isEqualTo(new Dual(value, byValue));
        assertThat(Dual.clamp(Dual.variable(x), 0, 1)).isEqualTo(new Dual(value, byValue));
        assertThat(Dual.clamp(constant, Dual.variable(0), one)).isEqualTo(new Dual(value, byMin));
        assertThat(Dual.clamp(constant, zero, Dual.variable(1))).isEqualTo(new Dual(value, byMax));
    }

    @Test
    void clamp_ofWrongBounds_throwsAsMathDoes() {
        Dual x = Dual.variable(1);
        assertThatThrownBy(() -> Dual.clamp(x, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dual.clamp(x, 0.0, -0.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dual.clamp(x, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Dual.clamp(x, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fma_isRoundedOnce_andTrilinear() {
        double u = 1 + 0x1p-30;
        double w = -1;
        Dual all = Dual.fma(new Dual(u, 2), new Dual(u, 3), new Dual(w, 5));
        assertThat(all.value()).isEqualTo(Math.fma(u, u, w)).isNotEqualTo(u * u + w);
        assertThat(all.tangent()).isEqualTo(2 * u + u * 3 + 5);
        assertThat(Dual.fma(new Dual(u, 2), new Dual(u, 3), w)).isEqualTo(new Dual(all.value(), 2 * u + u * 3));
        assertThat(Dual.fma(new Dual(u, 2), u, new Dual(w, 5))).isEqualTo(new Dual(all.value(), 2 * u + 5));
        assertThat(Dual.fma(new Dual(u, 2), u, w)).isEqualTo(new Dual(all.value(), 2 * u));
    }
}
