package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.GradientCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** First and second derivatives of every operation of elements, against differences, over shapes and views. */
class OperationGradientTest {

    private static final GradientCheck CHECK = GradientCheck.standard().withStep(4e-3);

    private record Unary(double low, double high, UnaryOperator<Tensor> operation) {}

    private static final Map<String, Unary> UNARY = new LinkedHashMap<>();
    private static final Map<String, BinaryOperator<Tensor>> BINARY = new LinkedHashMap<>();

    private static void unary(String name, double low, double high, UnaryOperator<Tensor> operation) {
        UNARY.put(name, new Unary(low, high, operation));
    }

    static {
        unary("add(c)", -2, 2, x -> x.add(1.5));
        unary("sub(c)", -2, 2, x -> x.sub(1.5));
        unary("rsub", -2, 2, x -> x.rsub(1.5));
        unary("mul(c)", -2, 2, x -> x.mul(1.5));
        unary("div(c)", -2, 2, x -> x.div(1.5));
        unary("rdiv", 0.5, 2, x -> x.rdiv(1.5));
        unary("neg", -2, 2, Tensor::neg);
        unary("reciprocal", 0.5, 2, Tensor::reciprocal);
        unary("square", -2, 2, Tensor::square);
        unary("pow(0)", -2, 2, x -> x.pow(0));
        unary("pow(1)", -2, 2, x -> x.pow(1));
        unary("pow(2)", -2, 2, x -> x.pow(2));
        unary("pow(3)", -2, 2, x -> x.pow(3));
        unary("pow(-1.5)", 0.5, 2, x -> x.pow(-1.5));
        unary("sqrt", 0.5, 2, Tensor::sqrt);
        unary("rsqrt", 0.5, 2, Tensor::rsqrt);
        unary("exp", -2, 2, Tensor::exp);
        unary("exp2", -2, 2, Tensor::exp2);
        unary("expm1", -2, 2, Tensor::expm1);
        unary("log", 0.5, 2, Tensor::log);
        unary("log2", 0.5, 2, Tensor::log2);
        unary("log10", 0.5, 2, Tensor::log10);
        unary("log1p", -0.5, 2, Tensor::log1p);
        unary("sin", -2, 2, Tensor::sin);
        unary("cos", -2, 2, Tensor::cos);
        unary("tan", -1, 1, Tensor::tan);
        unary("asin", -0.7, 0.7, Tensor::asin);
        unary("acos", -0.7, 0.7, Tensor::acos);
        unary("atan", -2, 2, Tensor::atan);
        unary("sinh", -2, 2, Tensor::sinh);
        unary("cosh", -2, 2, Tensor::cosh);
        unary("tanh", -2, 2, Tensor::tanh);
        unary("asinh", -2, 2, Tensor::asinh);
        unary("acosh", 1.5, 3, Tensor::acosh);
        unary("atanh", -0.7, 0.7, Tensor::atanh);
        unary("erf", -2, 2, Tensor::erf);
        unary("abs", -2, -0.5, Tensor::abs);
        unary("sign", 0.5, 2, Tensor::sign);
        unary("floor", 0.2, 0.8, Tensor::floor);
        unary("ceil", 0.2, 0.8, Tensor::ceil);
        unary("round", 0.6, 0.8, Tensor::round);
        unary("trunc", 0.2, 0.8, Tensor::trunc);
        unary("frac", 0.2, 0.8, Tensor::frac);
        unary("relu above", 0.5, 2, Tensor::relu);
        unary("relu below", -2, -0.5, Tensor::relu);
        unary("leakyRelu", -2, -0.5, x -> x.leakyRelu(0.1));
        unary("elu", -2, -0.5, x -> x.elu(0.7));
        unary("elu above", 0.5, 2, Tensor::elu);
        unary("sigmoid", -2, 2, Tensor::sigmoid);
        unary("logSigmoid", -2, 2, Tensor::logSigmoid);
        unary("softplus", -2, 2, Tensor::softplus);
        unary("softplus far", 21, 22, Tensor::softplus);
        unary("silu", -2, 2, Tensor::silu);
        unary("gelu", -2, 2, Tensor::gelu);
        unary("clamp inside", -0.5, 0.5, x -> x.clamp(-1, 1));
        unary("clamp outside", 1.5, 2.5, x -> x.clamp(-1, 1));
        BINARY.put("add", Tensor::add);
        BINARY.put("sub", Tensor::sub);
        BINARY.put("mul", Tensor::mul);
        BINARY.put("div", Tensor::div);
        BINARY.put("pow", Tensor::pow);
        BINARY.put("hypot", Tensor::hypot);
        BINARY.put("atan2", Tensor::atan2);
        BINARY.put("logaddexp", Tensor::logaddexp);
        BINARY.put(
                "maximum", (a, b) -> a.maximum(b.add(2)).add(a.add(2).maximum(b).mul(3)));
        BINARY.put(
                "minimum", (a, b) -> a.minimum(b.add(2)).add(a.add(2).minimum(b).mul(3)));
        BINARY.put("copysign", Tensor::copysign);
        BINARY.put("fmod", (a, b) -> a.add(5).fmod(b.add(2)));
        BINARY.put("remainder", (a, b) -> a.add(5).remainder(b.add(2)));
        BINARY.put("where", (a, b) -> Tensor.where(Tensor.of(1, 0), a, b));
        BINARY.put("maskedFill", (a, b) -> a.maskedFill(Tensor.of(1, 0), 7).mul(b));
    }

    private static final int[][] SHAPES = {{}, {1}, {2}, {0}, {3, 2}, {0, 2}};

    private static final int[][][] PAIRS = {
        {{}, {}},
        {{1}, {1}},
        {{2}, {2}},
        {{0, 2}, {0, 2}},
        {{}, {2}},
        {{2}, {}},
        {{3, 2}, {2}},
        {{2}, {3, 2}},
        {{3, 1}, {1, 2}},
        {{1}, {2, 3, 2}},
        {{0, 2}, {1, 2}},
    };

    private static void check(GraphFunction function) {
        CHECK.check(function, function.point());
        CHECK.checkSecond(function, function.point());
    }

    @TestFactory
    Stream<DynamicTest> unaryOperations_overShapes_haveDerivativesOfBothOrders() {
        List<DynamicTest> tests = new ArrayList<>();
        UNARY.forEach((name, row) -> {
            for (int[] shape : SHAPES) {
                Tensor x = Tensor.uniform(7, row.low(), row.high(), shape);
                tests.add(test(
                        name,
                        shape,
                        () -> check(GraphFunction.of(in -> row.operation().apply(in[0]), x))));
            }
            Tensor x = Tensor.uniform(8, row.low(), row.high(), 4, 3);
            tests.add(test(
                    name + " of a view",
                    x.shape(),
                    () -> check(GraphFunction.of(
                            in -> row.operation().apply(in[0].t().slice(1, 1, 4, 2)), x))));
        });
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> binaryOperations_overShapes_haveDerivativesOfBothOrders() {
        List<DynamicTest> tests = new ArrayList<>();
        BINARY.forEach((name, operation) -> {
            for (int[][] pair : PAIRS) {
                Tensor a = Tensor.uniform(9, 0.5, 2, pair[0]);
                Tensor b = Tensor.uniform(10, 0.5, 2, pair[1]);
                tests.add(test(
                        name, pair[0], () -> check(GraphFunction.of(in -> operation.apply(in[0], in[1]), a, b))));
            }
            Tensor a = Tensor.uniform(9, 0.5, 2, 2, 3);
            Tensor b = Tensor.uniform(10, 0.5, 2, 6);
            tests.add(test(
                    name + " of views",
                    a.shape,
                    () -> check(GraphFunction.of(
                            in -> operation.apply(
                                    in[0].t(), in[1].slice(0, 0, 6, 3).expand(3, 2)),
                            a,
                            b))));
        });
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> floats_ofEveryOperation_areCloseToDoubles() {
        List<DynamicTest> tests = new ArrayList<>();
        UNARY.forEach((name, row) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            Tensor x = Tensor.uniform(7, row.low(), row.high(), 5)
                    .to(DType.FLOAT32)
                    .requiresGrad(true);
            Tensor wide = x.detach().to(DType.FLOAT64).requiresGrad(true);
            Tensor y = row.operation().apply(x);
            Tensor expected = row.operation().apply(wide);
            y.sum().backward();
            expected.sum().backward();
            assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
            assertThat(x.grad().dtype()).isEqualTo(DType.FLOAT32);
            for (int i = 0; i < 5; i++) {
                assertThat(y.get(i)).isEqualTo((float) expected.get(i));
                assertThat(x.grad().get(i))
                        .isCloseTo(
                                wide.grad().get(i),
                                org.assertj.core.data.Offset.offset(
                                        1e-6 * (1 + Math.abs(wide.grad().get(i)))));
            }
        })));
        return tests.stream();
    }

    private static DynamicTest test(String name, int[] shape, Runnable body) {
        return DynamicTest.dynamicTest(name + " " + Shape.text(shape), body::run);
    }
}
