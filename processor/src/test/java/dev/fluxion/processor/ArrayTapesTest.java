package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What callees record of arrays that they are given. */
class ArrayTapesTest {

    private static final String HELPERS = "import dev.fluxion.*; class Example {"
            + " private static double dot(double[] a, double[][] m) { double s = 0;"
            + "  for (int i = 0; i < a.length; i++) { s += a[i] * a[i] * m[0][i]; } return s; }"
            + " private static double twice(double[] a, double[][] m) {"
            + "  for (int i = 0; i < 2; i++) { a = a; } return dot(a, m) * dot(a, m); }";

    @Test
    void callee_whoseArraysNobodyWrites_readsThemAgain() {
        String companion = generated(HELPERS
                + " @Differentiable static double f(double[] x, @NoDiff double[][] m) { return twice(x, m) +"
                + " dot(x, m); } }");

        assertThat(sweep(companion, "dot")).doesNotContain("Stack").doesNotContain("memory.doubles(");
    }

    @Test
    void callee_whoseArrayIsWrittenAfterwards_records() {
        String companion = generated(HELPERS
                + " @Differentiable static double f(double[] x, @NoDiff double[][] m) {"
                + "  double s = dot(x, m); x[0] = s; return s * x[0]; } }");

        assertThat(sweep(companion, "dot")).contains("memory.doubles(");
    }

    @Test
    void callee_whoseInactiveArrayIsWrittenAfterwards_records() {
        String companion = generated(HELPERS
                + " @Differentiable static double f(double[] x, @NoDiff double[][] m) {"
                + "  double s = dot(x, m); m[0][0] = 2; return s + dot(x, m); } }");

        assertThat(sweep(companion, "dot")).contains("memory.doubles(");
    }

    private static String generated(String source) {
        InMemory run = InMemory.derive(Map.of("Example", source));
        assertThat(run.errors()).isEmpty();
        return run.generated().get("ExampleGrad");
    }

    private static String sweep(String companion, String helper) {
        int start = companion.indexOf("double " + helper + "ForwardSweep(");
        assertThat(start).isPositive();
        return companion.substring(start, companion.indexOf("\n    }\n", start));
    }
}
