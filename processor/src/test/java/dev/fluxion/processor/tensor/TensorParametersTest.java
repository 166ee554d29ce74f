package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fluxion.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods with tensors among their parameters: their operations on tensors are differentiated with the rest. */
class TensorParametersTest {

    private static Tensor matrix() {
        return Tensor.uniform(1, 0.5, 1.5, 3, 3);
    }

    private static Tensor vector() {
        return Tensor.uniform(2, 0.5, 1.5, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return x.matmul(w).tanh().square().mean().item();",
                "return w.mul(x).sum().item() + w.select(0, 1).slice(0, 0, 2).sum().item();",
                "return w.mul(2).add(1).pow(3).rsub(4).rdiv(5).sum().item();",
                "Tensor h = w; for (int i = 0; i < 5; i++) { h = h.mul(w).sin(); } return h.sum().item();",
                "Tensor h = w; int n = 0; while (h.sum().item() < 40) { h = h.mul(1.3).add(x); n++; } return n * h.mean().item();",
                "w = w.sub(w.mul(0.1)); x = w.matmul(x); w = w.add(x); return w.square().sum().item();",
                "if (w.get(0, 0) > 0) { return w.sum().item() * x.sum().item(); } return x.sum().item();",
                "int[] at = {1, -1}; double s = w.get(at); at[0] = 0; return s * w.get(at) * x.get(2);",
                "double s = w.sum().item(); return Math.exp(-s) * x.mul(Math.sin(1)).sum().item();",
                "double s = w.mean().item(); return x.mul(s).exp().sum().item() * s;",
                "double s = w.mean().item(); return x.pow(s).sum().item() + x.rsub(s).sum().item() + x.rdiv(s).sum().item();",
                "double s = w.mean().item(); Tensor t = Tensor.scalar(s).mul(x).add(Tensor.full(s, 3)); return t.sum().item();",
                "return Tensor.where(x.gt(1), x.square(), x.neg()).sum().item() + w.sum().item();",
                "return layer(w, x, 2).sum().item(); } static Tensor layer(Tensor w, Tensor x, double a) {"
                        + " return w.matmul(x).mul(a).sigmoid();",
                "return power(w, x, 3).sum().item(); } static Tensor power(Tensor w, Tensor x, int n) {"
                        + " return n == 0 ? x : power(w, w.matmul(x).tanh(), n - 1);",
                "return score(w.matmul(x)); } static double score(Tensor t) { double s = t.sum().item(); return s * s;",
                "return score(w) * score(x); } @Differentiable static double score(Tensor t) { return t.square().sum().item();",
                "return w.detach().mul(w).sum().item() * 0 + x.sum().item();",
                "return Tensor.cat(0, x, w.sum(0), x.square()).cumsum(0).sum().item() * Tensor.stack(1, x, w.t().mean(0)).norm().item();",
                "Pair p = new Pair(w, x); return p.a().matmul(p.b()).sum().item(); } record Pair(Tensor a, Tensor b) {",
                "java.util.function.UnaryOperator<Tensor> f = t -> t.tanh().mul(2); return f.apply(f.apply(w)).sum().item();",
                "Tensor[] parts = {Tensor.ones(3), Tensor.full(2, 3)}; double s = 0;"
                        + " for (Tensor p : parts) { s += x.mul(p).square().sum().item(); } return s;",
                "return w.max(0).values().mul(x).sum().item() + w.min(-1, true).values().square().sum().item();",
                "TensorWithIndices m = w.mul(x).max(1); Tensor k = m.values().mul(m.indices().add(1));"
                        + " for (int i = 0; i < 2; i++) { m = k.mul(w).min(i, true); k = m.values().sum(i).mul(k).add(x); }"
                        + " return k.sum().item() * w.max(0).values().norm().item();",
                "return first(w.matmul(x).mul(w).max(0)).sum().item(); } static Tensor first(TensorWithIndices m) {"
                        + " return m.values().mul(m.indices()).exp();",
                "TensorWithIndices m = x.get(0) > 0 ? w.max(0) : w.min(0); return m.values().mul(x).sum().item();",
                "TensorWithIndices m = null; double s = 0; while (s < 3) { m = m == null ? w.max(0) : w.mul(m.values()).max(1);"
                        + " s += m.values().sum().item(); } return s;",
                "switch (x.dim()) { case 1: return x.norm().item(); default: return w.mean().item(); }",
                "Tensor y = x.softmax(0).log(); Tensor z = y; y = z.mul(y); return y.sum().item();",
                "return w.transpose(0, 1).reshape(-1).flip(0).sum(0).item() + x.unsqueeze(1).expand(3, 2).sum().item();",
                "return w.reshape(1, 3, 3).conv1d(x.reshape(1, 3, 1), null).square().sum().item();",
            })
    void resultThatIsANumber_hasGradientAndTangent(String body) {
        TensorMethod.of("@SuppressWarnings(\"fluxion\") static double f(Tensor w, Tensor x) { " + body + " }")
                .check(matrix(), vector());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return w.matmul(x).tanh();",
                "return x;",
                "return w.mul(x).max(1).values().tanh();",
                "Tensor y = w.sum(0); y = y.mul(x); return y.add(w);",
                "Tensor y = null; for (int i = 0; i < 3; i++) { y = y == null ? x : y.mul(x); } return y;",
            })
    void resultThatIsATensor_hasAdjointsAndTangent(String body) {
        TensorMethod.of("@SuppressWarnings(\"fluxion\") static Tensor f(Tensor w, Tensor x) { " + body + " }")
                .check(matrix(), vector());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return w.mul(a).sum().item() * a;",
                "return w.add(a).sub(a * a).div(a).mul(Math.sin(a)).sum().item();",
                "return w.pow(a).sum().item() + w.add(1).rsub(a).rdiv(a).sum().item();",
                "double s = 0; for (int i = 0; i < 4; i++) { s += w.mul(a + i).square().sum().item() / (1 + s); } return s;",
                "return Tensor.scalar(a).mul(w).add(Tensor.full(a, 3, 3)).square().sum().item();",
                "Tensor t = Tensor.ones(3, 3); for (int i = 0; i < 3; i++) { t = t.mul(a).add(w); a = a * t.mean().item(); } return a;",
            })
    void numbersAndTensors_areDifferentiatedTogether(String body) {
        TensorMethod.of("static double f(Tensor w, double a) { " + body + " }").check(matrix(), 0.8);
    }

    @Test
    @Timeout(120)
    void methodOfManyTensors_isSplitOrLeftWhole() {
        StringBuilder body = new StringBuilder("Tensor t0 = w;\n");
        StringBuilder sum = new StringBuilder("return t0");
        for (int i = 1; i < 130; i++) {
            body.append("Tensor t%d = t%d.mul(%s).sin();\n".formatted(i, (i - 1) / 2, i % 5 == 0 ? "a" : "0.9"));
            sum.append(".add(t").append(i).append(')');
        }
        TensorMethod.of("static double f(Tensor w, double a) { " + body + sum + ".sum().item(); }")
                .check(vector(), 0.8);
    }

    @Test
    void numberToTensor_hasAdjointAndTangent() {
        TensorMethod.of("static Tensor f(double a, double b) { return Tensor.ones(3).mul(a).pow(b).cumsum(0); }")
                .check(1.3, 2.1);
    }

    @Test
    void gradient_isThatOfTheGraph_toTheBit() {
        String body = "return w.matmul(x).gelu().logSumExp().mul(x.norm()).sum();";
        TensorMethod method = TensorMethod.of("static Tensor f(Tensor w, Tensor x) { " + body + " }");
        Tensor w = matrix().requiresGrad(true);
        Tensor x = vector().requiresGrad(true);
        ((Tensor) method.call("f", w, x)).backward();
        Object gradient = method.call("fGradient", w, x);
        assertThat(((Tensor) TensorMethod.part(gradient, "dW")).toDoubleArray())
                .isEqualTo(w.grad().toDoubleArray());
        assertThat(((Tensor) TensorMethod.part(gradient, "dX")).toDoubleArray())
                .isEqualTo(x.grad().toDoubleArray());
        assertThat(((Tensor) TensorMethod.part(gradient, "dX")).requiresGrad()).isFalse();
    }

    @Test
    void floats_stayFloats() {
        TensorMethod method =
                TensorMethod.of("static double f(Tensor w, double a) { return w.mul(a).square().sum().item(); }");
        Tensor w = Tensor.ofFloats(new float[] {1.1f, 2.2f});
        Object gradient = method.call("fGradient", w, 0.3);
        assertThat(TensorMethod.part(gradient, "value")).isEqualTo(method.call("f", w, 0.3));
        assertThat(((Tensor) TensorMethod.part(gradient, "dW")).dtype()).isEqualTo(w.dtype());
    }

    @Test
    void argumentWithoutInfluence_hasZeros() {
        TensorMethod method = TensorMethod.of(
                "@SuppressWarnings(\"fluxion\") static double f(Tensor w, Tensor x) {" + " return w.sum().item(); }");
        Object gradient = method.call("fGradient", matrix(), vector());
        assertThat(((Tensor) TensorMethod.part(gradient, "dX")).toDoubleArray()).containsExactly(0, 0, 0);
    }

    @Test
    void seedOfAnotherShape_isAnError() {
        TensorMethod method = TensorMethod.of("static Tensor f(Tensor w, Tensor x) { return w.matmul(x); }");
        assertThatThrownBy(() -> method.call("fVjp", matrix(), vector(), Tensor.ones(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resultBar must have shape [3], not [2]");
        assertThatThrownBy(() -> method.call("fGradient", matrix(), vector()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grad can be implicitly created only for scalar outputs, but the output has shape [3]");
        assertThatThrownBy(() -> method.call("fJvp", matrix(), vector(), Tensor.ones(2), vector()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2]")
                .hasMessageContaining("[3, 3]");
    }

    @Test
    void inactiveTensor_modifiedAfterItWasUsed_isAnError() {
        TensorMethod method = TensorMethod.of("static double f(Tensor w) { Tensor c = Tensor.ones(3);"
                + " Tensor y = w.mul(c); c.addInPlace(1); return y.sum().item(); }");
        assertThat(method.call("f", vector())).isEqualTo(vector().sum().item());
        assertThatThrownBy(() -> method.call("fGradient", vector()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("modified by an inplace operation");
    }

    @Test
    void effects_happenOnce() {
        TensorMethod method = TensorMethod.of("static double f(Tensor w, @NoDiff int[] count) {"
                + " Tensor y = w; for (int i = 0; i < 3; i++) { count[0]++; y = y.mul(w); } return y.sum().item(); }");
        int[] count = {0};
        method.call("fGradient", vector(), count);
        assertThat(count[0]).isEqualTo(3);
        method.call("fJvp", vector(), count, vector());
        assertThat(count[0]).isEqualTo(6);
    }

    @Test
    void forms_areThoseOfTheTable() {
        TensorMethod number = TensorMethod.of("static double f(Tensor w) { return w.sum().item(); }");
        assertThat(number.has("fGradient")).isTrue();
        assertThat(number.has("fVjp")).isTrue();
        assertThat(number.has("fJvp")).isTrue();
        assertThat(number.has("fDerivative")).isFalse();
        assertThat(number.has("f")).isFalse();
    }
}
