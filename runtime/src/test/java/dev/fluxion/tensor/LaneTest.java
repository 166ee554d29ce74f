package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas by lanes, with values that several operations use, over one stretch of numbers and over many. */
class LaneTest {

    private static void check(int count, Formula.Body body, DoubleBinaryOperator expected) {
        Tensor a = Tensor.uniform(1, -1, 1, count);
        Tensor b = Tensor.uniform(2, -1, 1, 2 * count).slice(0, 1, 2 * count, 2);
        double[] found = Autograd.noGrad(() -> Formula.evaluate(body, a.shape, a.shape, DType.FLOAT64, a, b))
                .toDoubleArray();
        for (int i = 0; i < count; i++) {
            assertThat(found[i]).isEqualTo(expected.applyAsDouble(a.get(i), b.get(i)));
        }
        double[] sum = Autograd.noGrad(() -> Formula.evaluate(body, a.shape, new int[0], DType.FLOAT64, a, b))
                .toDoubleArray();
        assertThat(sum[0]).isCloseTo(Tensor.of(found).sum().item(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 512, 1024, 1025, 3000})
    void valuesThatAreUsedTwice_areKept(int count) {
        check(
                count,
                q -> {
                    Quantity sum = q[0].add(q[1]);
                    Quantity square = sum.square();
                    return square.mul(sum.neg()).sub(square.mul(square));
                },
                (a, b) -> {
                    double square = (a + b) * (a + b);
                    return square * -(a + b) - square * square;
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 512, 1024, 1025, 3000})
    void chainsAndArguments_areComputedInPlace(int count) {
        check(count, q -> q[0].neg().scale(3).plus(1).neg(), (a, b) -> -(-a * 3 + 1));
        check(count, q -> q[0].neg().mul(q[1].neg().scale(2)), (a, b) -> -a * (-b * 2));
        check(count, q -> q[1].sub(q[0].div(q[1])), (a, b) -> b - a / b);
        check(count, q -> q[1], (a, b) -> b);
        check(count, q -> q[0].mul(q[0]), (a, b) -> a * a);
    }
}
