package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TensorStepTest {

    private final Tensor x = Tensor.of(1, 2, 3);
    private final Tensor y = Tensor.of(4, 5, 6);

    @Test
    void value_isThatOfTheOperation_outsideOfGraphs() {
        Tensor recorded = x.requiresGrad(true);
        TensorStep step = TensorStep.of((a, b) -> a.mul(b), recorded, y);
        assertThat(step.value().toDoubleArray()).containsExactly(4, 10, 18);
        assertThat(step.value().requiresGrad()).isFalse();
        assertThat(x.gradFn()).isNull();
    }

    @Test
    void adjoint_isThatOfEachOperand_andLeavesTheirGradients() {
        TensorStep step = TensorStep.of((a, b) -> a.mul(b), x, y);
        Tensor bar = Tensor.of(1, 0, 2);
        assertThat(step.adjoint(0, bar).toDoubleArray()).containsExactly(4, 0, 12);
        assertThat(step.adjoint(1, bar).toDoubleArray()).containsExactly(1, 0, 6);
        assertThat(step.adjoint(0, Tensor.ones(3)).toDoubleArray()).containsExactly(4, 5, 6);
        assertThat(x.grad()).isNull();
    }

    @Test
    void operandsThatAreOneTensor_haveAdjointsOfTheirOwn() {
        TensorStep step = TensorStep.of((a, b) -> a.mul(b.square()), x, x);
        assertThat(step.adjoint(0, Tensor.ones(3)).toDoubleArray()).containsExactly(1, 4, 9);
        assertThat(step.adjoint(1, Tensor.ones(3)).toDoubleArray()).containsExactly(2, 8, 18);
    }

    @Test
    void operationThatReturnsItsOperand_passesTheAdjointOn() {
        TensorStep step = TensorStep.of(a -> a.contiguous(), x);
        assertThat(step.adjoint(0, y).toDoubleArray()).containsExactly(4, 5, 6);
        assertThat(step.tangent(0, y).toDoubleArray()).containsExactly(4, 5, 6);
    }

    @Test
    void operationByANumber_hasBothDerivatives() {
        TensorStep step = TensorStep.byNumber(x.pow(2), (a, b) -> a.pow(b), x, 2);
        assertThat(step.value().toDoubleArray()).containsExactly(1, 4, 9);
        assertThat(step.adjoint(0, Tensor.ones(3)).toDoubleArray()).containsExactly(2, 4, 6);
        assertThat(step.numberAdjoint(1, Tensor.of(0, 1, 0))).isEqualTo(4 * Math.log(2));
        assertThat(step.numberTangent(1, 3).toDoubleArray())
                .containsExactly(new double[] {0, 12 * Math.log(2), 27 * Math.log(3)}, within(1e-14));
    }

    @Test
    void operationOfThree_hasAdjointsAndTangents() {
        Tensor mask = Tensor.of(1, 0, 1);
        TensorStep step = TensorStep.ofAll(in -> Tensor.where(mask, in[0], in[1].mul(in[2])), x, y, x);
        assertThat(step.adjoint(1, Tensor.ones(3)).toDoubleArray()).containsExactly(0, 2, 0);
        assertThat(step.tangent(2, Tensor.ones(3)).toDoubleArray()).containsExactly(0, 5, 0);
    }

    @Test
    void zero_isNull() {
        TensorStep step = TensorStep.of(a -> a.exp(), x);
        assertThat(step.adjoint(0, null)).isNull();
        assertThat(step.tangent(0, null)).isNull();
        assertThat(TensorAdjoints.add(null, null)).isNull();
        assertThat(TensorAdjoints.add(x, null)).isSameAs(x);
        assertThat(TensorAdjoints.add(null, x)).isSameAs(x);
        assertThat(TensorAdjoints.number(null)).isZero();
        assertThat(TensorAdjoints.orZeros(null, x).toDoubleArray()).containsExactly(0, 0, 0);
        assertThat(TensorAdjoints.orZeros(y, x)).isSameAs(y);
    }

    @Test
    void insideOfNoGrad_derivativesAreKept() {
        TensorStep step = Autograd.noGrad(() -> TensorStep.of(a -> a.square(), x));
        assertThat(step.adjoint(0, Tensor.ones(3)).toDoubleArray()).containsExactly(2, 4, 6);
    }

    @Test
    void adjoint_ofAnotherShape_isError() {
        TensorStep step = TensorStep.of(a -> a.exp(), x);
        assertThatThrownBy(() -> step.adjoint(0, Tensor.ones(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Mismatch in shape: grad_output[0] has a shape of [2] and output[0] has a shape of [3].");
    }

    @Test
    void operandThatWasSaved_modifiedSince_isError() {
        TensorStep step = TensorStep.of(a -> a.square(), x);
        x.addInPlace(1);
        assertThatThrownBy(() -> step.adjoint(0, Tensor.ones(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("modified by an inplace operation");
    }

    @Test
    void element_isFoundAsGetFindsIt() {
        Tensor matrix = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        assertThat(TensorAdjoints.element(matrix, 1, -2).item()).isEqualTo(matrix.get(1, -2));
        assertThat(TensorAdjoints.ofItem(3, Tensor.ones(1, 1)).toDoubleArray()).containsExactly(3);
        assertThatThrownBy(() -> TensorAdjoints.element(matrix, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("an index of 1 numbers for a tensor of shape [2, 2], which takes 2");
    }
}
