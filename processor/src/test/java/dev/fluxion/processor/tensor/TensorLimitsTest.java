package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a derivative would be lost on its way through tensors: each entry fails once it is accepted. */
class TensorLimitsTest {

    private static final String FIELDS =
            " } static Tensor kept = Tensor.ones(2); static Object held; static void use(Object o) { held = o;";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLX0204 | return w.data().sum().item();",
                "FLX0204 | return w.leakyRelu(w.mean().item()).sum().item();",
                "FLX0204 | return w.clamp(0, a).sum().item();",
                "FLX0204 | w.mulInPlace(2); return w.sum().item();",
                "FLX0204 | Tensor s = Tensor.zeros(2); s.addInPlace(w); return w.sum().item();",
                "FLX0204 | w.requiresGrad(true); return w.sum().item();",
                "FLX0204 | return w.grad().sum().item();",
                "FLX0210 | w.backward(); return w.sum().item();",
                "FLX0210 | return new TensorWithIndices(w, w).values().sum().item();",
                "FLX0210 | return java.util.List.of(w.max(0)).get(0).values().sum().item();",
                "FLX0206 | use(w.max(0)); return ((TensorWithIndices) held).values().sum().item();",
                "FLX0210 | return w.split(1, 0).get(0).sum().item();",
                "FLX0206 | use(w); return ((Tensor) held).sum().item();",
                "FLX0210 | return w.sum().item() + java.util.List.of(w).get(0).item();",
                "FLX0207 | kept = w; return kept.sum().item();",
                "FLX0208 | Tensor[] both = {w, w}; return Tensor.cat(0, both).sum().item();",
                "FLX0208 | Tensor[] both = {w, w}; return both[1].sum().item();",
                "FLX0201 | double[] x = w.toDoubleArray(); return x[0];",
                "FLX0204 | return w.sum().item() + Tensor.of(a, a).sum().item();",
            })
    void derivativeThatWouldBeLost_isAnError(String code, String body) {
        String method = "static double f(Tensor w, double a) { " + body + FIELDS + " }";
        InMemory run = InMemory.derive(Map.of("p.Models", TensorMethod.source(method)));
        assertThat(run.errors()).anyMatch(e -> e.contains(code)).allMatch(e -> e.contains("FLX02"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Fluxion.constant(w).data().sum().item() + w.sum().item();",
                "@NoDiff Tensor c = w.mul(2); return c.get(0) * w.sum().item();",
                "Tensor s = Tensor.zeros(2); s.addInPlace(1); return s.mul(w).sum().item();",
                "use(w.shape()); use(w.numel() + w.dim()); return w.sum().item();",
                "return w.leakyRelu(Fluxion.constant(a)).sum().item();",
            })
    void dependenceThatIsCut_isNone(String body) {
        String method = "@SuppressWarnings(\"fluxion\") static double f(Tensor w, double a) { " + body + FIELDS + " }";
        InMemory run = InMemory.derive(Map.of("p.Models", TensorMethod.source(method)));
        assertThat(run.errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLX0115 | @Differentiable(order = 2) static double g(Tensor w) { return w.sum().item(); }",
                "FLX0115 | @Differentiable(order = 2) static Tensor g(double a) { return Tensor.scalar(a); }",
                "FLX0108 | @Differentiable static double g(Tensor[] w) { return w[0].sum().item(); }",
                "FLX0102 | @Differentiable static TensorWithIndices g(Tensor w) { return w.max(0); }",
                "FLX0109 | @Differentiable static double g(TensorWithIndices m, double a) { return m.values().item() * a; }",
                "FLX0203 | @Differentiable static double g(Tensor w) { return w.floor().sum().item() + w.sum().item(); }",
            })
    void header_thatIsNotDifferentiated_isTold(String code, String method) {
        InMemory run = InMemory.derive(
                Map.of("p.Models", TensorMethod.source("static double f(double x) { return x; } " + method)));
        assertThat(run.messages()).anyMatch(m -> m.contains(code));
    }
}
