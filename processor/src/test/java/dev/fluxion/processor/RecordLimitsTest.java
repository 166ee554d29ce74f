package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a record that is a parameter is only known as a whole, its components have no derivatives; that is an error there. */
class RecordLimitsTest {

    private static final String AROUND = "import dev.fluxion.*; import java.util.*; class Example {"
            + " record Vec(double x, double y) {}"
            + " record Pair(Vec a, Vec b) {}"
            + " record Data(double[] d) {}"
            + " @SuppressWarnings(\"fluxion\") @Differentiable"
            + " static double f(Vec v, Vec w, Pair p, Data d, Data e, double s) { return %s; } }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(s > 1 ? v : w).x() * s",
                "(s > 1 ? p.a() : p.b()).x() * s",
                "(s > 1 ? d : e).d()[0] * s",
                "((s > 1 ? v : (Object) \"no\") instanceof Vec u ? u.x() : 0) * s",
            })
    void componentOfAWhole_isAnError(String expression) {
        InMemory run = InMemory.derive(Map.of("Example", AROUND.replace("%s", expression)));

        assertThat(run.errors())
                .anyMatch(
                        e -> e.contains(
                                "[FLX0201] a component of a record that is known as a whole here cannot be differentiated yet"));
    }
}
