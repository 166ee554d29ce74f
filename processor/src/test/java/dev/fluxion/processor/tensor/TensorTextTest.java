package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TensorTextTest {

    @Test
    void methodOfScalars_callsItsNode() {
        Compiled curves = Compiled.of("""
                    @Differentiable
                    public static double bend(double u, double v) {
                        return u * v + u * u;
                    }
                """);
        assertThat(curves.text("public static Tensor bend", "\n    }\n")).isEqualTo("""
                    public static Tensor bend(Tensor u, Tensor v) {
                        return BendNode.FUNCTION.apply(u, v);
                    }
                """);
        assertThat(curves.text("class BendNode", "\n    }\n")).isEqualTo("""
                    private static final class BendNode {
                        static final CompiledFunction FUNCTION = CompiledFunction.elementwise(
                                CompiledFunction.Signature.ofDoubles("bend", "Curves.java:8", "u", "v"),
                                CurvesGrad::bendValues,
                                CurvesGrad::bendAdjoints,
                                null);
                    }
                """);
        assertThat(curves.text("void bendAdjoints", "\n    }\n")).isEqualTo("""
                    private static void bendAdjoints(double[][] in, int[] at, double[][] out, int to, int count) {
                        for (int i = 0; i < count; i++) {
                            double u = in[0][at[0] + i];
                            double v = in[1][at[1] + i];
                            double resultBar = in[2][at[2] + i];
                            BendGradient bars = bendVjp(u, v, resultBar);
                            out[0][to + i] = bars.dU();
                            out[1][to + i] = bars.dV();
                        }
                    }
                """);
    }

    @Test
    void methodOverTensors_isDocumented() {
        Compiled curves = Compiled.of("""
                    @Differentiable
                    static double[] scaled(double[] x, float s) {
                        double[] y = new double[x.length];
                        for (int i = 0; i < y.length; i++) {
                            y[i] = s * x[i];
                        }
                        return y;
                    }
                """);
        assertThat(curves.text("* The method {@link Curves#scaled", "apply(x, s);\n"))
                .isEqualTo("""
                     * The method {@link Curves#scaled(double[], float)} over tensors, as one node of their graph.
                     *
                     * @param x a variable, of type {@code FLOAT64} and rank 1
                     * @param s a variable, of type {@code FLOAT32} and rank 0
                     * @return the value, of type {@code FLOAT64}
                     * @throws IllegalArgumentException if a tensor has another type or rank
                     */
                    static Tensor scaled(Tensor x, Tensor s) {
                        return ScaledNode.FUNCTION.apply(x, s);
                """);
    }

    @Test
    void methodOfArrays_readsTensorsAndWritesThem() {
        Compiled curves = Compiled.of("""
                    @Differentiable
                    static double weighted(double[] x, double[][] rows, double s) {
                        return s * x[0] * rows[0][0];
                    }
                """);
        assertThat(curves.text("Tensor[] weightedSweep", "\n    }\n")).isEqualTo("""
                    private static Tensor[] weightedSweep(Tensor[] inputs, Tensor bar) {
                        double[] x = inputs[0].toDoubleArray();
                        double[][] rows = (double[][]) TensorArrays.toArray(inputs[1]);
                        double s = inputs[2].item();
                        double resultBar = bar.item();
                        WeightedGradient bars = weightedVjp(x, rows, s, resultBar);
                        return new Tensor[] {
                                TensorArrays.of(bars.dX(), inputs[0].shape()),
                                TensorArrays.of(bars.dRows(), inputs[1].shape()),
                                TensorArrays.of(bars.dS())};
                    }
                """);
    }

    @Test
    void inactiveParameters_areConstantsOfTheFunction() {
        Compiled curves = Compiled.of("""
                    @Differentiable
                    public static double power(double x, int n, int[] factors) {
                        return factors[n] * x * x;
                    }
                """);
        assertThat(curves.text("Tensor power(Tensor x, int n, int[] factors)", "\n    }\n"))
                .isEqualTo("""
                    public static Tensor power(Tensor x, int n, int[] factors) {
                        return PowerNode.of(n, CompiledFunction.kept(factors)).apply(x);
                    }
                """);
        assertThat(curves.text("static CompiledFunction of(", "\n        }\n")).isEqualTo("""
                        static CompiledFunction of(int n, int[] factors) {
                            return CompiledFunction.elementwise(
                                    SIGNATURE,
                                    (in, at, out, to, count) -> powerValues(n, factors, in, at, out, to, count),
                                    (in, at, out, to, count) -> powerAdjoints(n, factors, in, at, out, to, count),
                                    null);
                        }
                """);
    }

    @Test
    void namesOfTheUsers_comeFirst() {
        Compiled curves = Compiled.of("""
                    @Differentiable
                    static double out(double in, double i, @NoDiff double at, double Tensor) {
                        return in * i * at * Tensor;
                    }
                """);
        assertThat(curves.text("void outValues", "\n    }\n"))
                .contains(
                        "double[][] in2, int[] at2",
                        "double in = in2[0][at2[0] + i2];",
                        "double Tensor2 = in2[2]",
                        "out[0][to + i2] = Curves.out(in, i, at, Tensor2);");
    }
}
