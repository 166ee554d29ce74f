package dev.fluxion.processor.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void doubles_asAPersonWritesThem() {
        assertThat(Literals.of(1.0)).isEqualTo("1.0");
        assertThat(Literals.of(-0.0)).isEqualTo("-0.0");
        assertThat(Literals.of(0.001)).isEqualTo("0.001");
        assertThat(Literals.of(1e-12)).isEqualTo("1e-12");
        assertThat(Literals.of(-2.5e10)).isEqualTo("-2.5e10");
        assertThat(Literals.of(9999999.5)).isEqualTo("9999999.5");
        assertThat(Literals.of(1e23)).isEqualTo("1e23");
        assertThat(Literals.of(2e-3)).isEqualTo("0.002");
        assertThat(Literals.of(Math.PI)).isEqualTo("3.141592653589793");
        assertThat(Literals.of(Double.NaN)).isEqualTo("Double.NaN");
        assertThat(Literals.of(Double.NEGATIVE_INFINITY)).isEqualTo("Double.NEGATIVE_INFINITY");
        assertThat(Literals.of(-Double.MAX_VALUE)).isEqualTo("-Double.MAX_VALUE");
        assertThat(Literals.of(Double.MIN_NORMAL)).isEqualTo("2.2250738585072014e-308");
    }

    @Test
    void otherTypes() {
        assertThat(Literals.of(0.1f)).isEqualTo("0.1f");
        assertThat(Literals.of(2f)).isEqualTo("2f");
        assertThat(Literals.of(Float.POSITIVE_INFINITY)).isEqualTo("Float.POSITIVE_INFINITY");
        assertThat(Literals.of(5L)).isEqualTo("5L");
        assertThat(Literals.of(Long.MIN_VALUE)).isEqualTo("Long.MIN_VALUE");
        assertThat(Literals.of(Integer.MIN_VALUE)).isEqualTo("Integer.MIN_VALUE");
        assertThat(Literals.of('\'')).isEqualTo("'\\''");
        assertThat(Literals.of('"')).isEqualTo("'\"'");
        assertThat(Literals.of('\uffff')).isEqualTo("'\\uffff'");
        assertThat(Literals.of("a\"b\\u000a\n'\0")).isEqualTo("\"a\\\"b\\\\u000a\\n'\\u0000\"");
        assertThat(Literals.of(true)).isEqualTo("true");
        assertThat(Literals.of(null)).isEqualTo("null");
    }

    @Test
    void randomDoublesAndFloats_readBackExactly_andNoLongerThanJavasOwn() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double d = Double.longBitsToDouble(random.nextLong());
            float f = Float.intBitsToFloat(random.nextInt());
            if (Double.isFinite(d) && Float.isFinite(f)) {
                String text = Literals.of(d);
                assertThat(Double.parseDouble(text)).isEqualTo(d);
                assertThat(text.length()).isLessThanOrEqualTo(Double.toString(d).length());
                assertThat(Float.parseFloat(Literals.of(f))).isEqualTo(f);
            }
        }
    }
}
