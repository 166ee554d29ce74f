package dev.fluxion.processor.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An integer that an iteration chooses is chosen once, though the partial derivatives need it too. */
class ChosenWeightsTest {

    @Test
    void weightByCondition_isReadFromItsVariable() {
        InMemory run = InMemory.derive(Map.of("Example", """
                import dev.fluxion.*;
                class Example {
                    @Differentiable
                    static double integral(double a, double h, int n) {
                        double sum = 0;
                        for (int i = 1; i < n; i++) {
                            int weight = i % 2 == 0 ? 2 : 4;
                            sum += weight * Math.exp(a + i * h);
                        }
                        return sum * h;
                    }
                }
                """));

        assertThat(run.errors()).isEmpty();
        String companion = run.generated().get("ExampleGrad");
        int start = companion.indexOf("IntegralGradient integralGradient(double a, double h, int n)");
        assertThat(companion
                        .substring(start, companion.indexOf("\n    }", start))
                        .lines()
                        .filter(l -> l.contains("i % 2") && !l.contains("//")))
                .hasSize(1);
    }
}
