package dev.fluxion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FluxionTest {

    @Test
    void constant_returnsItsArgument() {
        Object[] row = {1};
        assertThat(Double.doubleToRawLongBits(Fluxion.constant(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Fluxion.constant(1.5f)).isEqualTo(1.5f);
        assertThat(Fluxion.constant(row)).isSameAs(row);
    }
}
