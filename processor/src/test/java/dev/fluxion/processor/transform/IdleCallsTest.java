package dev.fluxion.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The primal of a method that hands on a generated derivative is not computed where its derivative alone is wanted, unless that could be told. */
class IdleCallsTest {

    private static final String SOURCE = """
            import dev.fluxion.*;
            class Example {
                static int calls;
                @Differentiable static double height(double x) { %s }
                @Differentiable static double slope(double x) { return ExampleGrad.heightDerivative(x); }
            }
            """;

    @Test
    void calleeWithoutEffect_isNotCalled() {
        assertThat(slopeDerivative("double y = x > 0 ? Math.sin(x) : x; return y * Math.exp(x);"))
                .contains("heightDerivativeTangent(x, 1)")
                .doesNotContain("\n        heightDerivative(x);");
    }

    @Test
    void calleeThatMayThrow_isCalled() {
        assertThat(slopeDerivative("return x * x * (7 / (int) (1 + x));")).contains("\n        heightDerivative(x);");
    }

    @Test
    void calleeWithAnEffect_isCalled() {
        assertThat(slopeDerivative("calls++; return x * x * x;")).contains("\n        heightDerivative(x);");
    }

    @Test
    void calleeThatMayNotEnd_isCalled() {
        assertThat(slopeDerivative("double y = x; while (y > 1) { y = y * x; } return y;"))
                .contains("\n        heightDerivative(x);");
    }

    private static String slopeDerivative(String body) {
        InMemory run = InMemory.derive(Map.of("Example", SOURCE.formatted(body)));
        assertThat(run.errors()).isEmpty();
        String companion = run.generated().get("ExampleGrad");
        int start = companion.indexOf("double slopeDerivative(double x)");
        return companion.substring(start, companion.indexOf("\n    }", start));
    }
}
