package dev.fluxion.tape;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BarsTest {

    private static final double[][] LIKE = {{1}, null, {2, 3}};

    @Test
    void check_ofTheSameShape_passes() {
        Bars.check("bar", new double[][] {{0}, {9}, {0, 0}}, LIKE);
        Bars.check("bar", null, null);
    }

    @Test
    void check_ofAnotherShape_namesTheRow() {
        assertThatThrownBy(() -> Bars.check("bar", new double[][] {{0}, null, {0}}, LIKE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bar[2] must have length 2, not length 1");
        assertThatThrownBy(() -> Bars.check("bar", new double[][] {null, null, {0}}, LIKE))
                .hasMessage("bar[0] must have length 1, not null");
        assertThatThrownBy(() -> Bars.check("bar", new double[][] {{0}, null, LIKE[2]}, LIKE))
                .hasMessage("bar[2] must be another array than the one it belongs to");
        assertThatThrownBy(() -> Bars.check("bar", null, LIKE)).hasMessage("bar must have length 3, not null");
    }
}
