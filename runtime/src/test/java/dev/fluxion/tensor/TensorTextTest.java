package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The texts follow the rules by which PyTorch prints, with doubles as the default type. */
class TensorTextTest {

    @Test
    void text_ofLeafAndResult_isThatOfPyTorch() {
        assertThat(Tensor.scalar(2).requiresGrad(true)).hasToString("tensor(2., requires_grad=True)");
        Tensor x = Tensor.of(3, 4).requiresGrad(true);
        assertThat(x.mul(2)).hasToString("tensor([6., 8.], grad_fn=<MulBackward0>)");
    }

    @Test
    void text_ofWholeNumbers_hasDots() {
        assertThat(Tensor.of(1, -2, 0)).hasToString("tensor([ 1., -2.,  0.])");
        assertThat(Tensor.zeros(2)).hasToString("tensor([0., 0.])");
        assertThat(Tensor.scalar(-0.0)).hasToString("tensor(-0.)");
    }

    @Test
    void text_ofBrokenNumbers_hasFourDigits() {
        assertThat(Tensor.of(0.5, 1.23456)).hasToString("tensor([0.5000, 1.2346])");
        assertThat(Tensor.of(Double.NaN, 1.5, Double.NEGATIVE_INFINITY))
                .hasToString("tensor([   nan, 1.5000,   -inf])");
    }

    @Test
    void text_ofWideRange_isScientific() {
        assertThat(Tensor.of(1e-5, 1)).hasToString("tensor([1.0000e-05, 1.0000e+00])");
        assertThat(Tensor.of(1, 1001)).hasToString("tensor([1.0000e+00, 1.0010e+03])");
        assertThat(Tensor.scalar(123456789.5)).hasToString("tensor(1.2346e+08)");
        assertThat(Tensor.scalar(1e-100)).hasToString("tensor(1.0000e-100)");
    }

    @Test
    void text_ofMatrix_isIndented() {
        assertThat(Tensor.of(new double[][] {{1, 2}, {3, 4}})).hasToString("tensor([[1., 2.],\n        [3., 4.]])");
        assertThat(Tensor.arange(4).reshape(2, 1, 2)).hasToString("tensor([[[0., 1.]],\n\n        [[2., 3.]]])");
    }

    @Test
    void text_ofEmpty_namesTheShape() {
        assertThat(Tensor.zeros(0)).hasToString("tensor([])");
        assertThat(Tensor.zeros(2, 0)).hasToString("tensor([], size=(2, 0))");
    }

    @Test
    void text_ofFloats_namesTheType() {
        assertThat(Tensor.ofFloats(new float[] {1, 2.5f})).hasToString("tensor([1.0000, 2.5000], dtype=float32)");
    }

    @Test
    void text_ofManyNumbers_leavesOutTheInnerOnes() {
        assertThat(Tensor.arange(2000))
                .hasToString("tensor([0.0000e+00, 1.0000e+00, 2.0000e+00,  ..., 1.9970e+03, 1.9980e+03,\n"
                        + "        1.9990e+03])");
    }

    @Test
    void text_ofLongVector_breaksLines() {
        assertThat(Tensor.ones(25).toString())
                .isEqualTo("tensor([1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1., 1.,\n"
                        + "        1., 1., 1., 1., 1., 1., 1.])");
    }
}
