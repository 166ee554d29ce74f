package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.tensor.CompiledFunction.Kernel;
import dev.fluxion.tensor.CompiledFunction.Signature;
import org.junit.jupiter.api.Test;

/** Callbacks written by hand, as companions will contain them. */
class CompiledFunctionTest {

    /** f(u, v) = u² v. */
    private static final Kernel VALUE = (in, at, out, to, count) -> {
        for (int i = 0; i < count; i++) {
            double u = in[0][at[0] + i];
            double v = in[1][at[1] + i];
            out[0][to + i] = u * u * v;
        }
    };

    private static final Kernel ADJOINTS = (in, at, out, to, count) -> {
        for (int i = 0; i < count; i++) {
            double u = in[0][at[0] + i];
            double v = in[1][at[1] + i];
            double bar = in[2][at[2] + i];
            out[0][to + i] = bar * 2 * u * v;
            out[1][to + i] = bar * u * u;
        }
    };

    private static final Kernel SECOND = (in, at, out, to, count) -> {
        for (int i = 0; i < count; i++) {
            double u = in[0][at[0] + i];
            double v = in[1][at[1] + i];
            out[0][to + i] = 2 * v;
            out[1][to + i] = 2 * u;
            out[2][to + i] = 2 * u;
            out[3][to + i] = 0;
        }
    };

    private static final Signature SIGNATURE = Signature.ofDoubles("f", "Curves.java:12", "u", "v");
    private static final CompiledFunction F = CompiledFunction.elementwise(SIGNATURE, VALUE, ADJOINTS, SECOND);
    private static final CompiledFunction FIRST_ORDER = CompiledFunction.elementwise(SIGNATURE, VALUE, ADJOINTS, null);

    private static Tensor leaf(double[] values, int... shape) {
        return Tensor.of(values, shape).requiresGrad(true);
    }

    @Test
    void elementwise_withBroadcasting_sumsAdjoints() {
        Tensor u = leaf(new double[] {1, 2, 3}, 3);
        Tensor v = leaf(new double[] {10, 20}, 2, 1);
        Tensor y = F.apply(u, v);
        assertThat(y.toDoubleArray()).containsExactly(10, 40, 90, 20, 80, 180);
        assertThat(y.shape()).containsExactly(2, 3);
        y.sum().backward();
        assertThat(u.grad().toDoubleArray()).containsExactly(60, 120, 180);
        assertThat(v.grad().toDoubleArray()).containsExactly(14, 14);
    }

    @Test
    void node_hasNameAndLocation() {
        Node node = F.apply(leaf(new double[] {1}), Tensor.scalar(2)).gradFn();
        assertThat(node.name()).isEqualTo("fBackward");
        assertThat(node.location()).isEqualTo("Curves.java:12");
        assertThat(node).hasToString("<fBackward at Curves.java:12>");
        assertThat(node.nextFunctions()).hasSize(2).element(1).isNull();
    }

    @Test
    void elementwise_ofTransposedView_readsByStrides() {
        Tensor u = leaf(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Tensor y = F.apply(u.t(), Tensor.scalar(1));
        assertThat(y.toDoubleArray()).containsExactly(1, 16, 4, 25, 9, 36);
        y.sum().backward();
        assertThat(u.grad().toDoubleArray()).containsExactly(2, 4, 6, 8, 10, 12);
    }

    @Test
    void elementwise_ofNoElements_yieldsZeroGradients() {
        Tensor u = leaf(new double[0], 0, 3);
        Tensor v = leaf(new double[] {7}, 1);
        F.apply(u, v).sum().backward();
        assertThat(u.grad().shape()).containsExactly(0, 3);
        assertThat(v.grad().toDoubleArray()).containsExactly(0);
    }

    @Test
    void elementwise_underCreateGraph_yieldsSecondDerivatives() {
        Tensor u = leaf(new double[] {1, 2, 3}, 3);
        Tensor v = leaf(new double[] {10}, 1);
        Tensor first = Autograd.grad(F.apply(u, v).sum(), u, true);
        assertThat(first.toDoubleArray()).containsExactly(20, 40, 60);
        Tensor weighted = first.mul(Tensor.of(1, 10, 100)).sum();
        weighted.backward();
        assertThat(u.grad().toDoubleArray()).containsExactly(20, 200, 2000);
        assertThat(v.grad().toDoubleArray()).containsExactly(2 + 40 + 600);
    }

    @Test
    void elementwise_underCreateGraph_yieldsDerivativeBySeed() {
        Tensor u = leaf(new double[] {3}, 1);
        Tensor seed = leaf(new double[] {5}, 1);
        F.apply(u, Tensor.scalar(2)).backward(seed, true, true);
        u.grad().sum().backward();
        assertThat(seed.grad().item()).isEqualTo(12);
    }

    @Test
    void elementwise_withoutSecondSweep_failsWhereItIsNeeded() {
        Tensor u = leaf(new double[] {3}, 1);
        Tensor first = Autograd.grad(FIRST_ORDER.apply(u, Tensor.scalar(2)), u, true);
        assertThat(first.item()).isEqualTo(12);
        assertThatThrownBy(() -> Autograd.grad(first, u))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "f (Curves.java:12) has no second derivative; differentiating its gradient needs order = 2 in"
                                + " its @Differentiable");
    }

    @Test
    void elementwise_modifiedInput_isErrorThatNamesTheMethod() {
        Tensor u = leaf(new double[] {3}, 1);
        Tensor y = F.apply(u, Tensor.scalar(2));
        u.version.value++;
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("saved by fBackward is at version 1; expected version 0 instead");
        assertThat(u.grad()).isNull();
    }

    @Test
    void elementwise_retainedGraph_runsAgain() {
        Tensor u = leaf(new double[] {3}, 1);
        Tensor y = F.apply(u, Tensor.scalar(2));
        y.backward(null, true);
        y.backward();
        assertThat(u.grad().item()).isEqualTo(24);
        assertThatThrownBy(y::backward).hasMessageContaining("fBackward has freed what it saved");
    }

    @Test
    void apply_otherType_isErrorWithParameter() {
        Tensor floats = Tensor.ofFloats(new float[] {1, 2});
        assertThatThrownBy(() -> F.apply(Tensor.scalar(1), floats))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f: expected float64 for 'v' but got float32 of shape [2]");
    }

    @Test
    void apply_shapesThatDoNotBroadcast_isErrorWithBoth() {
        assertThatThrownBy(() -> F.apply(Tensor.zeros(2), Tensor.zeros(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("f: ")
                .hasMessageContaining("[2] and [3]");
    }

    @Test
    void elementwiseOfFloats_staysFloat() {
        CompiledFunction square = CompiledFunction.elementwiseOfFloats(
                Signature.ofFloats("g", "Curves.java:20", "x"),
                (in, at, out, to, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[0][to + i] = in[0][at[0] + i] * in[0][at[0] + i];
                    }
                },
                (in, at, out, to, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[0][to + i] = 2 * in[0][at[0] + i] * in[1][at[1] + i];
                    }
                },
                null);
        float[] values = new float[1300];
        java.util.Arrays.fill(values, 0.1f);
        Tensor x = Tensor.ofFloats(values).requiresGrad(true);
        Tensor y = square.apply(x);
        y.sum().backward();
        assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(y.get(1299)).isEqualTo(0.1f * 0.1f);
        assertThat(x.grad().get(1299)).isEqualTo(0.2f);
    }

    /** The sum of c xᵢ³, with c a scalar. */
    private static final CompiledFunction CUBES = CompiledFunction.array(
            Signature.ofDoubles("cubes", "Sums.java:7", "x", "c"),
            new int[] {1, 0},
            in -> {
                double sum = 0;
                for (double x : in[0].toDoubleArray()) {
                    sum += x * x * x;
                }
                return Tensor.scalar(sum * in[1].item());
            },
            (in, bar) -> {
                double[] x = in[0].toDoubleArray();
                double[] xBar = new double[x.length];
                double cBar = 0;
                for (int i = 0; i < x.length; i++) {
                    xBar[i] = bar.item() * 3 * in[1].item() * x[i] * x[i];
                    cBar += bar.item() * x[i] * x[i] * x[i];
                }
                return new Tensor[] {Tensor.of(xBar), Tensor.scalar(cBar)};
            },
            (in, bar, w) -> {
                double[] x = in[0].toDoubleArray();
                double[] xw = w[0].toDoubleArray();
                double c = in[1].item();
                double cw = w[1].item();
                double b = bar.item();
                double[] xBar = new double[x.length];
                double cBar = 0;
                double barBar = 0;
                for (int i = 0; i < x.length; i++) {
                    xBar[i] = xw[i] * b * 6 * c * x[i] + cw * b * 3 * x[i] * x[i];
                    cBar += xw[i] * b * 3 * x[i] * x[i];
                    barBar += xw[i] * 3 * c * x[i] * x[i] + cw * x[i] * x[i] * x[i];
                }
                return new Tensor[] {Tensor.of(xBar), Tensor.scalar(cBar), Tensor.scalar(barBar)};
            });

    @Test
    void array_runsSweep() {
        Tensor x = leaf(new double[] {1, 2}, 2);
        Tensor c = Tensor.scalar(10).requiresGrad(true);
        Tensor y = CUBES.apply(x, c);
        y.backward();
        assertThat(y.item()).isEqualTo(90);
        assertThat(x.grad().toDoubleArray()).containsExactly(30, 120);
        assertThat(c.grad().item()).isEqualTo(9);
    }

    @Test
    void array_underCreateGraph_runsSecondSweep() {
        Tensor x = leaf(new double[] {1, 2}, 2);
        Tensor c = Tensor.scalar(10).requiresGrad(true);
        Tensor y = CUBES.apply(x, c).mul(c);
        Tensor first = Autograd.grad(y, x, true);
        Tensor twice = Autograd.grad(first.mul(Tensor.of(1, 10)).sum(), x, true);
        assertThat(twice.toDoubleArray()).containsExactly(600, 12000);
        first.mul(Tensor.of(1, 10)).sum().backward();
        // d/dc of 3 c² (1 · 1 + 10 · 4)
        assertThat(c.grad().item()).isCloseTo(6 * 10 * 41, within(1e-12));
    }

    @Test
    void array_otherRank_isErrorWithShape() {
        assertThatThrownBy(() -> CUBES.apply(Tensor.zeros(2, 2), Tensor.scalar(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cubes: 'x' takes a tensor of rank 1 but got shape [2, 2]");
    }

    @Test
    void nestedArrays_thereAndBack_areTheSame() {
        double[][] matrix = {{1, 2, 3}, {4, 5, 6}};
        Tensor tensor = TensorArrays.of(matrix);
        assertThat(tensor.shape()).containsExactly(2, 3);
        assertThat((double[][]) TensorArrays.toArray(tensor)).isDeepEqualTo(matrix);
        assertThat((double[][]) TensorArrays.toArray(tensor.t()))
                .isDeepEqualTo(new double[][] {{1, 4}, {2, 5}, {3, 6}});
        assertThatThrownBy(() -> TensorArrays.of(new double[][] {{1}, {2, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected sequence of length 1 at dim 1 (got 2)");
    }
}
