package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Generated methods over tensors, run. */
class TensorFormTest {

    private static final Compiled CURVES =
            Compiled.of("""
            @Differentiable(order = 2)
            public static double bend(double u, double v) {
                return u * v + u * u;
            }

            @Differentiable
            public static double root(double x) {
                return Math.sqrt(x);
            }

            @Differentiable
            private static float product(float u, double v) {
                return (float) (u * v * v);
            }

            @Differentiable(order = 2)
            public static Double cube(Double x, int n, double @NoDiff [] weights) {
                return weights[n] * x * x * x;
            }

            @Differentiable(order = 2)
            static double energy(double[] x, double s, float[] y) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                    sum += x[i] * x[i] * y[i] * s;
                }
                return sum;
            }

            @Differentiable(order = 2)
            static double[] cubes(double[] x, double s) {
                double[] y = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    y[i] = s * s * x[i] * x[i] * x[i];
                }
                return y;
            }

            @Differentiable(order = 2)
            static double[] line(double s) {
                return new double[] {s, s * s, s * s * s};
            }

            @Differentiable
            static float[][] outer(float[][] m, float[] x) {
                float[][] y = new float[m.length][x.length];
                for (int i = 0; i < m.length; i++) {
                    for (int j = 0; j < x.length; j++) {
                        y[i][j] = m[i][j] * x[j];
                    }
                }
                return y;
            }
        """.replace("double @NoDiff [] weights", "@NoDiff double[] weights"));

    private static Tensor leaf(double... values) {
        return Tensor.of(values, values.length).requiresGrad(true);
    }

    private static Tensor scalar(double value) {
        return Tensor.scalar(value).requiresGrad(true);
    }

    @Test
    void scalars_haveValueAndGradients() {
        Tensor u = scalar(1);
        Tensor v = scalar(2);
        Tensor y = CURVES.call("bend", u, v);
        assertThat(y.item()).isEqualTo(3);
        assertThat(y.shape()).isEmpty();
        y.backward();
        assertThat(u.grad().item()).isEqualTo(4);
        assertThat(v.grad().item()).isEqualTo(1);
    }

    @Test
    void node_hasTheMethodsNameAndLine() {
        Tensor y = CURVES.call("bend", scalar(1), scalar(2));
        assertThat(y.gradFn()).hasToString("<bendBackward at Curves.java:8>");
        assertThat(CURVES.call("bend", Tensor.scalar(1), Tensor.scalar(2)).gradFn())
                .isNull();
    }

    @Test
    void scalars_broadcast() {
        Tensor u = leaf(1, 2, 3);
        Tensor v = Tensor.of(new double[] {10, 20}, 2, 1).requiresGrad(true);
        Tensor y = CURVES.call("bend", u, v);
        assertThat(y.shape()).containsExactly(2, 3);
        assertThat(y.toDoubleArray()).containsExactly(11, 24, 39, 21, 44, 69);
        y.sum().backward();
        assertThat(u.grad().toDoubleArray()).containsExactly(34, 38, 42);
        assertThat(v.grad().toDoubleArray()).containsExactly(6, 6);
    }

    @Test
    void scalars_ofViewsAndOfNothing() {
        Tensor u = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2).requiresGrad(true);
        CURVES.call("bend", u.t(), Tensor.of(10, 20)).sum().backward();
        assertThat(u.grad().toDoubleArray()).containsExactly(12, 14, 26, 28);
        Tensor none = Tensor.zeros(0, 3).requiresGrad(true);
        CURVES.call("bend", none, scalar(1)).sum().backward();
        assertThat(none.grad().shape()).containsExactly(0, 3);
    }

    @Test
    void scalars_differentiatedTwice() {
        Tensor u = leaf(1, 2);
        Tensor v = scalar(10);
        Tensor gradient = Autograd.grad(CURVES.call("bend", u, v).sum(), u, true);
        assertThat(gradient.toDoubleArray()).containsExactly(12, 14);
        gradient.mul(Tensor.of(1, 100)).sum().backward();
        assertThat(u.grad().toDoubleArray()).containsExactly(2, 200);
        assertThat(v.grad().item()).isEqualTo(101);
    }

    @Test
    void ofFirstOrder_cannotBeDifferentiatedTwice() {
        Tensor x = leaf(4);
        Tensor gradient = Autograd.grad(CURVES.call("root", x), x, true);
        assertThat(gradient.item()).isEqualTo(0.25);
        assertThatThrownBy(() -> Autograd.grad(gradient, x))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("root (Curves.java:13) has no second derivative")
                .hasMessageContaining("order = 2");
    }

    @Test
    void zeroAdjoint_isStrongerThanAnInfinitePartial() {
        Tensor x = leaf(0, 4);
        CURVES.call("root", x).mul(Tensor.of(0, 1)).sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(0, 0.25);
    }

    @Test
    void types_areTheSignatures() {
        Tensor u = Tensor.ofFloats(new float[] {2, 3}, 2).requiresGrad(true);
        Tensor v = leaf(5);
        Tensor y = CURVES.call("product", u, v);
        assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(y.toDoubleArray()).containsExactly(50, 75);
        y.sum().backward();
        assertThat(u.grad().dtype()).isEqualTo(DType.FLOAT32);
        assertThat(u.grad().toDoubleArray()).containsExactly(25, 25);
        assertThat(v.grad().dtype()).isEqualTo(DType.FLOAT64);
        assertThat(v.grad().toDoubleArray()).containsExactly(50);
    }

    @Test
    void otherTypes_areErrors() {
        Tensor floats = Tensor.ofFloats(new float[] {2, 3}, 2);
        assertThatThrownBy(() -> CURVES.call("bend", Tensor.of(1, 2), floats))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bend: expected float64 for 'v' but got float32 of shape [2]");
        assertThatThrownBy(() -> CURVES.call("product", Tensor.of(1, 2), Tensor.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("product: expected float32 for 'u' but got float64 of shape [2]");
    }

    @Test
    void otherShapes_areErrors() {
        assertThatThrownBy(() -> CURVES.call("bend", Tensor.of(1, 2), Tensor.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2]")
                .hasMessageContaining("[3]");
        assertThatThrownBy(() -> CURVES.call("cubes", Tensor.of(1, 2), Tensor.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cubes: 's' takes a tensor of rank 0 but got shape [2]");
    }

    @Test
    void inactiveArray_isKeptAsItWas() {
        double[] weights = {1, 10};
        Tensor x = leaf(2, 3);
        Tensor y = CURVES.call("cube", x, 1, weights);
        weights[1] = 1000;
        assertThat(y.toDoubleArray()).containsExactly(80, 270);
        Tensor gradient = Autograd.grad(y.sum(), x, true);
        assertThat(gradient.toDoubleArray()).containsExactly(120, 270);
        gradient.sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(120, 180);
    }

    @Test
    void graph_runsAsOftenAsItIsRetained() {
        Tensor x = leaf(2);
        Tensor y = CURVES.call("bend", x, Tensor.scalar(1));
        y.backward(null, true);
        y.backward();
        assertThat(x.grad().item()).isEqualTo(10);
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("retainGraph");
    }

    @Test
    void modifiedInput_isAnError() {
        Tensor x = leaf(2, 3);
        Tensor s = Tensor.of(1.0, 1.0);
        Tensor y = CURVES.call("bend", x, s).sum();
        s.addInPlace(1);
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bendBackward")
                .hasMessageContaining("version 1; expected version 0");
        assertThat(x.grad()).isNull();
    }

    @Test
    void arraysToANumber_haveValueAndGradients() {
        Tensor x = leaf(1, 2);
        Tensor s = scalar(3);
        Tensor y = Tensor.ofFloats(new float[] {4, 5}, 2).requiresGrad(true);
        Tensor energy = CURVES.call("energy", x, s, y);
        assertThat(energy.item()).isEqualTo(72);
        assertThat(energy.shape()).isEmpty();
        energy.backward(Tensor.scalar(2));
        assertThat(x.grad().toDoubleArray()).containsExactly(48, 120);
        assertThat(s.grad().item()).isEqualTo(48);
        assertThat(y.grad().toFloatArray()).containsExactly(6, 24);
    }

    @Test
    void arraysToANumber_differentiatedTwice() {
        Tensor x = leaf(1, 2);
        Tensor s = scalar(3);
        Tensor y = Tensor.ofFloats(new float[] {4, 5}, 2).requiresGrad(true);
        Tensor seed = scalar(2);
        Tensor energy = CURVES.call("energy", x, s, y);
        energy.backward(seed, true, true);
        Tensor first = x.grad();
        x.grad(null);
        s.grad(null);
        y.grad(null);
        first.mul(Tensor.of(1, 10)).sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(48, 600);
        assertThat(s.grad().item()).isEqualTo(2 * (2 * 1 * 4 + 10 * 2 * 2 * 5));
        assertThat(y.grad().toFloatArray()).containsExactly(2 * 2 * 1 * 3, 2 * 2 * 2 * 3 * 10);
        assertThat(seed.grad().item()).isEqualTo(2 * 1 * 4 * 3 + 10 * 2 * 2 * 5 * 3);
    }

    @Test
    void arrayResult_hasValueAndGradients() {
        Tensor x = leaf(1, 2);
        Tensor s = scalar(3);
        Tensor y = CURVES.call("cubes", x, s);
        assertThat(y.toDoubleArray()).containsExactly(9, 72);
        assertThat(y.gradFn()).hasToString("<cubesBackward at Curves.java:37>");
        y.backward(Tensor.of(1, 10));
        assertThat(x.grad().toDoubleArray()).containsExactly(27, 1080);
        assertThat(s.grad().item()).isEqualTo(6 + 480);
    }

    @Test
    void arrayResult_differentiatedTwice() {
        Tensor x = leaf(1, 2);
        Tensor s = scalar(3);
        Tensor seed = leaf(1, 10);
        Tensor y = CURVES.call("cubes", x, s);
        y.backward(seed, true, true);
        Tensor first = x.grad().add(s.grad());
        x.grad(null);
        s.grad(null);
        first.mul(Tensor.of(1, 100)).sum().backward();
        // L = 27 b0 + 108 * 100 b1 + 101 (2 s x³ b): derivatives of 3 s² x² b + 101 * 2 s (x0³ b0 + x1³ b1) by hand.
        assertThat(x.grad().toDoubleArray())
                .containsExactly(6 * 9 * 1 + 101 * 6 * 3 * 1, 100 * 6 * 9 * 2 * 10 + 101 * 6 * 3 * 4 * 10);
        assertThat(s.grad().item()).isEqualTo(6 * 3 * 1 + 100 * 6 * 3 * 4 * 10 + 101 * 2 * (1 + 80));
        assertThat(seed.grad().toDoubleArray())
                .containsExactly(3 * 9 * 1 + 101 * 2 * 3 * 1, 100 * 3 * 9 * 4 + 101 * 2 * 3 * 8);
    }

    @Test
    void numberToArray_differentiatedTwice() {
        Tensor s = scalar(2);
        Tensor y = CURVES.call("line", s);
        assertThat(y.toDoubleArray()).containsExactly(2, 4, 8);
        Tensor gradient = Autograd.grad(y.sum(), s, true);
        assertThat(gradient.item()).isEqualTo(17);
        gradient.backward();
        assertThat(s.grad().item()).isEqualTo(14);
    }

    @Test
    void matricesOfFloats_alsoOfNoRows() {
        Tensor m = Tensor.ofFloats(new float[] {1, 2, 3, 4, 5, 6}, 3, 2).requiresGrad(true);
        Tensor x = Tensor.ofFloats(new float[] {10, 20}, 2).requiresGrad(true);
        Tensor y = CURVES.call("outer", m, x);
        assertThat(y.shape()).containsExactly(3, 2);
        assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
        y.sum().backward();
        assertThat(m.grad().toFloatArray()).containsExactly(10, 20, 10, 20, 10, 20);
        assertThat(x.grad().toFloatArray()).containsExactly(9, 12);
        Tensor none = Tensor.zeros(0, 2).to(DType.FLOAT32).requiresGrad(true);
        CURVES.call("outer", none, x).sum().backward();
        assertThat(none.grad().shape()).containsExactly(0, 2);
    }
}
