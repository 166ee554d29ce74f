package dev.fluxion.processor.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.GradientCheck;
import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.DType;
import dev.fluxion.tensor.GraphFunction;
import dev.fluxion.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both orders of derivatives of compiled methods in the graph, in every form that a signature can have, against differences. */
class TensorSecondOrderTest {

    private static final GradientCheck CHECK = GradientCheck.standard().withStep(4e-3);

    private static final Compiled CURVES = Compiled.of("""
            private final double rate = 1.3;

            @Differentiable(order = 2)
            public double decayed(double x, double t) {
                return x * Math.exp(-rate * t);
            }

            @Differentiable(order = 2)
            public static double bell(double x) {
                return Math.exp(-x * x);
            }

            @Differentiable(order = 2)
            public static double wave(double x, double y) {
                return x * Math.sin(y) + x * x * y;
            }

            @Differentiable(order = 2)
            public static Double boxed(Double x, int n, @NoDiff double[] weights, Double y) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += weights[i] * Math.pow(x, i) * y;
                }
                return sum;
            }

            @Differentiable(order = 2)
            static double branches(double x, double y) {
                return x > 1 ? helper(x, y) * y : x * x * x * y;
            }

            static double helper(double x, double y) {
                return x * y + Math.log(x);
            }

            @Differentiable(order = 2)
            static float narrow(float x, float y) {
                return x * x * y;
            }

            @Differentiable(order = 2)
            static double form(double[][] m, double[] x, double s) {
                double sum = 0;
                for (int i = 0; i < m.length; i++) {
                    for (int j = 0; j < x.length; j++) {
                        sum += m[i][j] * x[i] * x[j] * s * s;
                    }
                }
                return sum;
            }

            @Differentiable(order = 2)
            static double norm(double... x) {
                double sum = 0.1;
                for (double e : x) {
                    sum += e * e;
                }
                return Math.sqrt(sum);
            }

            @Differentiable(order = 2)
            static double[] powers(double s) {
                return new double[] {s, s * s, Math.sin(s)};
            }

            @Differentiable(order = 2)
            static double[] recurrence(double[] x, double s) {
                double[] y = new double[x.length];
                double state = s;
                for (int i = 0; i < x.length; i++) {
                    state = Math.tanh(state * x[i] + s);
                    y[i] = state * x[i];
                }
                return y;
            }

            @Differentiable(order = 2)
            static double[][] outer(double[] x, double[] y, double s) {
                double[][] z = new double[x.length][y.length];
                for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < y.length; j++) {
                        z[i][j] = s * Math.exp(x[i] * y[j]);
                    }
                }
                return z;
            }
        """);

    private static Tensor numbers(int seed, int... shape) {
        return Tensor.uniform(seed, 0.5, 1.5, shape);
    }

    private static DynamicTest test(String name, Function<Tensor[], Tensor> computation, Tensor... inputs) {
        return DynamicTest.dynamicTest(name, () -> {
            GraphFunction function = GraphFunction.of(computation, inputs);
            CHECK.check(function, function.point());
            CHECK.checkSecond(function, function.point());
        });
    }

    private static Function<Tensor[], Tensor> call(String method) {
        return in -> CURVES.call(method, (Object[]) in);
    }

    @TestFactory
    Stream<DynamicTest> methodsOfNumbers_elementByElement() {
        double[] weights = {0.4, -1, 0.7};
        Function<Tensor[], Tensor> boxed = in -> CURVES.call("boxed", in[0], 3, weights, in[1]);
        Object self = CURVES.object();
        return Stream.of(
                test("no dimensions", call("bell"), numbers(1)),
                test("one element", call("bell"), numbers(1, 1)),
                test("a matrix", call("bell"), numbers(1, 2, 3)),
                test("none", call("bell"), numbers(1, 0, 3)),
                test("a view", in -> CURVES.call("bell", in[0].t().slice(0, 0, 3, 2)), numbers(1, 2, 3)),
                test("twice", in -> CURVES.call("bell", CURVES.call("bell", in[0])), numbers(1, 3)),
                test("same shape", call("wave"), numbers(1, 2, 3), numbers(2, 2, 3)),
                test("broadcast left", call("wave"), numbers(1, 3), numbers(2, 2, 3)),
                test("broadcast right", call("wave"), numbers(1, 2, 3), numbers(2)),
                test("broadcast both", call("wave"), numbers(1, 2, 1), numbers(2, 1, 3)),
                test("the same tensor", in -> CURVES.call("wave", in[0], in[0]), numbers(1, 3)),
                test(
                        "within operations",
                        in -> CURVES.call("wave", in[0].exp(), in[1].log()).tanh(),
                        numbers(1, 3),
                        numbers(2)),
                test("boxed, with constants", boxed, numbers(1, 3), numbers(2, 2, 1)),
                test("branches and helpers", call("branches"), Tensor.of(0.6, 1.4), Tensor.of(0.7, 1.2)),
                test("a receiver", in -> CURVES.call("decayed", self, in[0], in[1]), numbers(1, 3), numbers(2)));
    }

    @TestFactory
    Stream<DynamicTest> methodsOfArrays() {
        return Stream.of(
                test(
                        "arrays of two ranks and a number, to a number",
                        call("form"),
                        numbers(1, 3, 3),
                        numbers(2, 3),
                        numbers(3)),
                test(
                        "of views",
                        in -> CURVES.call("form", in[0].t(), in[1].slice(0, 0, 6, 2), in[2]),
                        numbers(1, 3, 3),
                        numbers(2, 6),
                        numbers(3)),
                test("of none", call("form"), numbers(1, 0, 0), numbers(2, 0), numbers(3)),
                test("variable arguments", call("norm"), numbers(1, 3)),
                test("a number to an array", call("powers"), numbers(1)),
                test("an array and a number to an array", call("recurrence"), numbers(1, 4), numbers(2)),
                test("one element", call("recurrence"), numbers(1, 1), numbers(2)),
                test("no element", call("recurrence"), numbers(1, 0), numbers(2)),
                test("arrays to a matrix", call("outer"), numbers(1, 2), numbers(2, 3), numbers(3)),
                test(
                        "one behind the other",
                        in -> CURVES.call("recurrence", CURVES.call("powers", in[0]), in[0]),
                        numbers(1)),
                test(
                        "within operations",
                        in -> CURVES.call("outer", in[0].sin(), in[0].exp(), in[1].square())
                                .log()
                                .mean(),
                        numbers(1, 2),
                        numbers(2)));
    }

    @Test
    void floats_haveBothOrders() {
        Tensor x = Tensor.ofFloats(new float[] {0.5f, 1.5f}).requiresGrad(true);
        Tensor y = Tensor.ofFloats(new float[] {2, 3}).requiresGrad(true);
        List<Tensor> first = Autograd.grad(List.of(CURVES.call("narrow", x, y).sum()), List.of(x, y), true);
        first.get(0).sum().add(first.get(1).mul(10).sum()).backward();
        assertThat(first.get(0).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(x.grad().dtype()).isEqualTo(DType.FLOAT32);
        for (int i = 0; i < 2; i++) {
            assertThat(x.grad().get(i)).isCloseTo(2 * y.get(i) + 20 * x.get(i), within(1e-5));
            assertThat(y.grad().get(i)).isCloseTo(2 * x.get(i), within(1e-5));
        }
    }
}
