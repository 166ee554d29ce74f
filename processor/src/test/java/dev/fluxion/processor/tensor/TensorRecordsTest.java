package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.processor.InMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records with tensors among their components: what is in them is differentiated as if it were handed in by itself. */
class TensorRecordsTest {

    private static final String RECORDS = """
            record Layer(Tensor w, Tensor b, double scale) {
                @Differentiable Tensor apply(Tensor x) {
                    return x.matmul(w).add(b).tanh().mul(scale);
                }
            }
            record Masked(Tensor w, @NoDiff Tensor mask) {}
            record Net(Layer first, Layer second, double[] weights) {}
            """;

    private static final String METHODS = """
            @Differentiable static double f(Net net, Tensor x) {
                Tensor y = net.second().apply(net.first().apply(x));
                double sum = 0;
                for (int i = 0; i < net.weights().length; i++) {
                    sum += net.weights()[i] * y.select(-1, i).square().sum().item();
                }
                return sum;
            }
            @Differentiable static double plain(Tensor w1, Tensor b1, double s1,
                    Tensor w2, Tensor b2, double s2, double[] weights, Tensor x) {
                Tensor z = x.matmul(w1).add(b1).tanh().mul(s1);
                Tensor y = z.matmul(w2).add(b2).tanh().mul(s2);
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * y.select(-1, i).square().sum().item();
                }
                return sum;
            }
            @Differentiable static Layer step(Layer l, Tensor x, double rate) {
                return new Layer(l.w().sub(x.mul(rate)), l.b(), l.scale() * rate);
            }
            @Differentiable static double masked(Masked m, double a) {
                return m.w().mul(m.mask()).pow(a).sum().item();
            }
            static Tensor m(int seed, int... shape) { return Tensor.uniform(seed, -1, 1, shape); }
            static Layer layer(int seed, int in, int out) {
                return new Layer(m(seed, in, out), m(seed + 1, out), 0.7 + seed / 10.0);
            }
            """;

    /** Numbers that must be equal, in pairs. */
    private static List<double[][]> pairs(String code) {
        String source = "package p;\nimport dev.fluxion.*;\nimport dev.fluxion.tensor.*;\nimport java.util.*;\n";
        InMemory run = InMemory.derive(
                Map.of(
                        "p.Models",
                        source + "public final class Models {\n" + RECORDS + METHODS + "}\n",
                        "p.Check",
                        source + "import p.Models.*;\n"
                                + "public final class Check implements java.util.function.Supplier<List<double[][]>> {\n"
                                + "List<double[][]> pairs = new ArrayList<>();\n"
                                + "void same(Tensor a, Tensor b) { same(a.toDoubleArray(), b.toDoubleArray()); }\n"
                                + "void same(double a, double b) { same(new double[] {a}, new double[] {b}); }\n"
                                + "void same(double[] a, double[] b) { pairs.add(new double[][] {a, b}); }\n"
                                + "public List<double[][]> get() {\n" + code + "\nreturn pairs; } }\n"),
                "-Xlint:all,-processing,-path,-classfile",
                "-Werror");
        assertThat(run.errors()).isEmpty();
        try {
            Object check = run.loadClass("p.Check").getConstructor().newInstance();
            @SuppressWarnings("unchecked")
            var supplier = (java.util.function.Supplier<List<double[][]>>) check;
            return supplier.get();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void check(int count, String code) {
        List<double[][]> pairs = pairs(code);
        assertThat(pairs).hasSize(count);
        for (double[][] pair : pairs) {
            assertThat(pair[0]).isNotEmpty().hasSameSizeAs(pair[1]);
            for (int i = 0; i < pair[0].length; i++) {
                assertThat(pair[0][i]).isCloseTo(pair[1][i], within(1e-13));
            }
        }
    }

    private static final String NET = """
            Layer a = Models.layer(1, 3, 2), b = Models.layer(4, 2, 2);
            Net net = new Net(a, b, new double[] {0.3, -1.2});
            Tensor x = Models.m(9, 4, 3);
            """;

    @Test
    void gradient_isThatOfTheMethodOfTheComponents() {
        check(10, NET + """
                var r = ModelsGrad.fGradient(net, x);
                var g = ModelsGrad.plainGradient(a.w(), a.b(), a.scale(), b.w(), b.b(), b.scale(),
                        net.weights(), x);
                same(r.value(), g.value());
                same(r.value(), Models.f(net, x));
                same(r.dNet().first().w(), g.dW1());
                same(r.dNet().first().b(), g.dB1());
                same(r.dNet().first().scale(), g.dS1());
                same(r.dNet().second().w(), g.dW2());
                same(r.dNet().second().b(), g.dB2());
                same(r.dNet().second().scale(), g.dS2());
                same(r.dNet().weights(), g.dWeights());
                same(r.dX(), g.dX());
                """);
    }

    @Test
    void adjointsThatAreHandedIn_areAddedTo() {
        check(5, NET + """
                var g = ModelsGrad.fGradient(net, x);
                var first = new Models_LayerTangent(Models.m(11, 3, 2), Models.m(12, 2), 0.4);
                var second = new Models_LayerTangent(Models.m(13, 2, 2), Models.m(14, 2), -0.6);
                double[] weights = {0.1, 0.2};
                var r = ModelsGrad.fGradient(net, x, new Models_NetTangent(first, second, weights));
                same(r.dNet().first().w(), g.dNet().first().w().add(first.w()));
                same(r.dNet().second().scale(), g.dNet().second().scale() - 0.6);
                same(weights[1], g.dNet().weights()[1] + 0.2);
                same(r.dX(), g.dX());
                try {
                    first = new Models_LayerTangent(Models.m(11, 2), Models.m(12, 2), 0.4);
                    ModelsGrad.fGradient(net, x, new Models_NetTangent(first, second, weights));
                } catch (IllegalArgumentException e) {
                    same(e.getMessage().equals("netBarFirstW must have shape [3, 2], not [2]") ? 1 : 0, 1);
                }
                """);
    }

    @Test
    void tangent_isThatOfTheMethodOfTheComponents() {
        check(1, NET + """
                var first = new Models_LayerTangent(Models.m(11, 3, 2), Models.m(12, 2), 0.4);
                var second = new Models_LayerTangent(Models.m(13, 2, 2), Models.m(14, 2), -0.6);
                double[] weights = {0.1, 0.2};
                Tensor dot = Models.m(15, 4, 3);
                same(ModelsGrad.fJvp(net, x, new Models_NetTangent(first, second, weights), dot).tangent(),
                        ModelsGrad.plainJvp(a.w(), a.b(), a.scale(), b.w(), b.b(), b.scale(), net.weights(), x,
                                first.w(), first.b(), first.scale(), second.w(), second.b(), second.scale(), weights, dot).tangent());
                """);
    }

    @Test
    void recordAsResult_hasAdjointsAndTangents() {
        check(9, NET + """
                Tensor y = Models.m(20, 3, 2);
                var bar = new Models_LayerTangent(Models.m(21, 3, 2), Models.m(22, 2), 0.4);
                var r = ModelsGrad.stepVjp(a, y, 1.5, bar);
                same(r.value().w(), Models.step(a, y, 1.5).w());
                same(r.dL().w(), bar.w());
                same(r.dL().b(), bar.b());
                same(r.dL().scale(), 1.5 * 0.4);
                same(r.dX(), bar.w().mul(-1.5));
                same(r.dRate(), a.scale() * 0.4 - bar.w().mul(y).sum().item());
                var t = ModelsGrad.stepJvp(a, y, 1.5, bar, Models.m(23, 3, 2), 0.3).tangent();
                same(t.w(), bar.w().sub(Models.m(23, 3, 2).mul(1.5)).sub(y.mul(0.3)));
                same(t.b(), bar.b());
                same(t.scale(), 0.4 * 1.5 + 0.3 * a.scale());
                """);
    }

    @Test
    void receiverWithTensors_isAVariable() {
        check(4, NET + """
                Tensor bar = Models.m(31, 4, 2);
                var r = Models_LayerGrad.applyVjp(a, x, bar);
                Tensor w = a.w().detach().requiresGrad(true), c = a.b().detach().requiresGrad(true);
                Tensor s = Tensor.scalar(a.scale()).requiresGrad(true), v = x.detach().requiresGrad(true);
                v.matmul(w).add(c).tanh().mul(s).backward(bar);
                same(r.dSelf().w(), w.grad());
                same(r.dSelf().b(), c.grad());
                same(r.dSelf().scale(), s.grad().item());
                same(r.dX(), v.grad());
                """);
    }

    @Test
    void componentThatIsCut_isConstant() {
        check(3, """
                Tensor w = Tensor.uniform(1, 1, 2, 3), mask = Tensor.of(1, 0, 2);
                var r = ModelsGrad.maskedGradient(new Masked(w, mask), 3);
                var components = Models_MaskedTangent.class.getRecordComponents();
                same(components.length, 1);
                same(r.dM().w(), mask.pow(3).mul(3).mul(w.square()));
                same(r.dA(), w.get(0) * w.get(0) * w.get(0) * Math.log(w.get(0))
                        + 8 * w.get(2) * w.get(2) * w.get(2) * Math.log(2 * w.get(2)));
                """);
    }

    @Test
    void secondOrder_isRefusedWithTheReason() {
        InMemory run = InMemory.derive(
                Map.of(
                        "p.Models",
                        TensorMethod.source(
                                "static double f(double x) { return x; } record Pair(Tensor a, double b) {}\n"
                                        + " @Differentiable(order = 2) static double g(Pair p) { return p.a().sum().item() * p.b(); }")));
        assertThat(run.messages()).anyMatch(m -> m.contains("FLX0115"));
    }
}
