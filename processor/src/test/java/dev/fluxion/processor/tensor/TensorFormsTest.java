package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods can be called with tensors. */
class TensorFormsTest {

    private static boolean hasForm(String method) {
        String fields = "private static final double[] TABLE = {1, 2};\nstatic double state = 1;\n";
        return Compiled.of(fields + "@Differentiable\n" + method + "\n").hasForm("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static double f(double x) { return x; }",
                "static double f(double x, String text) { return text.length() * x; }",
                "static double f(double x) { return TABLE[1] * x; }",
                "static double f(double x) { double[] y = {x, x}; y[1] = 2 * x; return y[1] * y[0]; }",
                "static double f(double x, int[] n) { int[] m = n.clone(); m[0] = 2; return m[1] * x; }",
                "static double f(double x) { double[] y = new double[2]; fill(y, x); return y[0]; }"
                        + " static void fill(double[] y, double x) { for (int i = 0; i < y.length; i++) y[i] = x; }",
                "static double f(double x) { if (x < 0) throw new IllegalArgumentException(\"negative: \" + x); return x; }",
                "static double f(double x) { return x <= 1 ? x : x * f(x - 1); }",
                "static double f(double x) { return g(x) * x; } @Differentiable static double g(double x) { return x * x; }",
            })
    void pureMethod_hasForm(String method) {
        assertThat(hasForm(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static double f(double x) { state = 3; return x; }",
                "static double f(double x) { return state * x; }",
                "static double f(double x) { System.out.println(); return x; }",
                "static double f(double x) { return x * Math.random(); }",
                "static double f(double x, java.util.Random random) { return x * random.nextDouble(); }",
                "static double f(double x, int[] count) { count[0]++; return x; }",
                "static double f(double x) { note(); return x; } static void note() { state++; }",
                "static double f(double x) { return x <= 1 ? x : h(x - 1); } static double h(double x) { state++; return f(x); }",
                "static double f(double[] x) { x[0] = 2 * x[0]; return x[0]; }",
                "static double f(double[][] x) { double[] row = x[0]; row[0] = 2; return x[0][0] * x[0][1]; }",
                "static double f(double[][] x) { double[][] y = {x[0]}; y[0][0] = 2; return x[0][0] * x[0][1]; }",
                "static double f(double x) throws java.io.IOException { return x; }",
                "static void f(double[] x) { x[0] = 2 * x[0]; }",
            })
    void methodWithEffects_hasNone(String method) {
        assertThat(hasForm(method)).isFalse();
    }
}
