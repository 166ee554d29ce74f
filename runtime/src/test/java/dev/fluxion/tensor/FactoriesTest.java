package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Tensors from numbers and arrays, and back. */
class FactoriesTest {

    @Test
    void arrays_areCopiedInBothDirections() {
        double[] numbers = {1, 2, 3, 4};
        Tensor vector = Tensor.of(numbers);
        Tensor matrix = Tensor.of(numbers, 2, 2);
        float[] floats = {1, 2};
        Tensor narrow = Tensor.ofFloats(floats);
        double[][] rows = {{1, 2}, {3, 4}};
        Tensor ofRows = Tensor.of(rows);
        numbers[0] = 7;
        floats[0] = 7;
        rows[0][0] = 7;
        assertThat(vector.toDoubleArray()).containsExactly(1, 2, 3, 4);
        assertThat(matrix.toDoubleArray()).containsExactly(1, 2, 3, 4);
        assertThat(narrow.toFloatArray()).containsExactly(1, 2);
        assertThat(ofRows.toDoubleArray()).containsExactly(1, 2, 3, 4);
        vector.toDoubleArray()[0] = 7;
        narrow.toFloatArray()[0] = 7;
        vector.shape()[0] = 7;
        assertThat(vector.get(0)).isEqualTo(1);
        assertThat(narrow.get(0)).isEqualTo(1);
        assertThat(vector.shape()).containsExactly(4);
    }

    @Test
    void arrayOfAView_isInRowMajorOrder() {
        Tensor matrix = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(matrix.t().toDoubleArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(matrix.t().to(DType.FLOAT32).toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(matrix.slice(1, 0, 3, 2).toDoubleArray()).containsExactly(1, 3, 4, 6);
        assertThat(matrix.t().toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void oneNumber_isAVectorOrAScalarAsItIsAskedFor() {
        assertThat(Tensor.scalar(2).shape()).isEmpty();
        assertThat(Tensor.of(2).shape()).containsExactly(1);
        assertThat(Tensor.of().shape()).containsExactly(0);
        assertThat(Tensor.of(new double[] {2}, new int[0]).shape()).isEmpty();
    }

    @Test
    void constants_haveTheirShapes() {
        assertThat(Tensor.zeros(2, 1).toDoubleArray()).containsExactly(0, 0);
        assertThat(Tensor.ones(2).toDoubleArray()).containsExactly(1, 1);
        assertThat(Tensor.full(3, 1, 2).toDoubleArray()).containsExactly(3, 3);
        assertThat(Tensor.full(3, 1, 2).shape()).containsExactly(1, 2);
        assertThat(Tensor.zeros().shape()).isEmpty();
        assertThat(Tensor.eye(2).toDoubleArray()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void ranges_areThoseOfPyTorch() {
        assertThat(Tensor.arange(3).toDoubleArray()).containsExactly(0, 1, 2);
        assertThat(Tensor.arange(1, 2, 0.4).toDoubleArray()).containsExactly(1, 1.4, 1.8);
        assertThat(Tensor.arange(2, 0, -1).toDoubleArray()).containsExactly(2, 1);
        assertThat(Tensor.linspace(-10, 10, 10).toDoubleArray())
                .containsExactly(
                        -10,
                        -7.777777777777778,
                        -5.555555555555555,
                        -3.333333333333333,
                        -1.1111111111111107,
                        1.1111111111111107,
                        3.333333333333333,
                        5.555555555555555,
                        7.777777777777778,
                        10);
        assertThat(Tensor.linspace(0, 1, 1).toDoubleArray()).containsExactly(0);
        assertThat(Tensor.linspace(0, 1, 0).toDoubleArray()).isEmpty();
    }

    @Test
    void randomNumbers_areThoseOfTheirSeed() {
        assertThat(Tensor.randn(3, 2, 2).toDoubleArray())
                .isEqualTo(Tensor.randn(3, 2, 2).toDoubleArray())
                .isNotEqualTo(Tensor.randn(4, 2, 2).toDoubleArray());
        Tensor numbers = Tensor.randn(3, 10_000);
        assertThat(Math.abs(numbers.mean().item())).isLessThan(0.05);
        assertThat(numbers.std().item()).isBetween(0.95, 1.05);
        Tensor uniform = Tensor.uniform(3, 2, 5, 10_000);
        assertThat(uniform.min().item()).isBetween(2.0, 2.01);
        assertThat(uniform.max().item()).isBetween(4.99, 5.0);
    }

    @Test
    void numbersThatDoNotFit_areErrors() {
        assertThatThrownBy(() -> Tensor.of(new double[] {1, 2, 3}, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shape [2, 2] is invalid for input of size 3");
        assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected sequence of length 2 at dim 1 (got 1 in row 1)");
        assertThatThrownBy(() -> Tensor.zeros(2, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Trying to create tensor with negative dimension -1: [2, -1]");
        assertThatThrownBy(() -> Tensor.zeros(1 << 20, 1 << 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many elements");
    }
}
