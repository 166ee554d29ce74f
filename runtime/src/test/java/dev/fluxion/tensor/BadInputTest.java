package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is refused: the message, with both shapes where there are two, and every tensor as it was before. */
class BadInputTest {

    private final Tensor matrix =
            Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).requiresGrad(true);
    private final Tensor row = Tensor.of(7, 8).requiresGrad(true);
    private final Tensor updated = Tensor.ones(2, 3);

    private DynamicTest refused(String name, Class<? extends RuntimeException> type, String message, Runnable action) {
        return DynamicTest.dynamicTest(name, () -> {
            List<double[]> before = elements();
            int version = updated.version();
            assertThatThrownBy(action::run).isExactlyInstanceOf(type).hasMessage(message);
            List<double[]> after = elements();
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
            assertThat(updated.version()).isEqualTo(version);
            assertThat(matrix.grad()).isNull();
            assertThat(row.grad()).isNull();
            assertThat(matrix.isLeaf() && row.isLeaf() && updated.isLeaf()).isTrue();
            assertThat(updated.requiresGrad()).isFalse();
        });
    }

    private List<double[]> elements() {
        return Stream.of(matrix, row, updated).map(Tensor::toDoubleArray).toList();
    }

    private static String broadcast(String operation, int a, int b, String shapes) {
        return operation + ": the size of tensor a (" + a + ") must match the size of tensor b (" + b
                + ") at non-singleton dimension 1; the shapes are " + shapes;
    }

    @TestFactory
    Stream<DynamicTest> shapes_thatDoNotFit_areNamed() {
        return Stream.of(
                refused(
                        "add",
                        IllegalArgumentException.class,
                        broadcast("add", 3, 2, "[2, 3] and [2]"),
                        () -> matrix.add(row)),
                refused(
                        "pow",
                        IllegalArgumentException.class,
                        broadcast("pow", 3, 2, "[2, 3] and [2]"),
                        () -> matrix.pow(row)),
                refused(
                        "where",
                        IllegalArgumentException.class,
                        broadcast("where", 3, 2, "[2, 3] and [2]"),
                        () -> Tensor.where(Tensor.ones(1), matrix, row)),
                refused(
                        "addInPlace",
                        IllegalArgumentException.class,
                        broadcast("add", 3, 2, "[2, 3] and [2]"),
                        () -> updated.addInPlace(row)),
                refused(
                        "addInPlace that grows",
                        IllegalArgumentException.class,
                        "output with shape [2, 3] doesn't match the broadcast shape [4, 2, 3]",
                        () -> updated.addInPlace(Tensor.ones(4, 2, 3))),
                refused(
                        "matmul",
                        IllegalArgumentException.class,
                        "mat1 and mat2 shapes cannot be multiplied: [2, 3] and [2]",
                        () -> matrix.matmul(row)),
                refused(
                        "cat",
                        IllegalArgumentException.class,
                        "Sizes of tensors must match except in dimension 0. Expected shapes like [2, 3] but got [2, 2] for tensor"
                                + " number 1 in the list.",
                        () -> Tensor.cat(0, matrix, Tensor.ones(2, 2))),
                refused(
                        "stack",
                        IllegalArgumentException.class,
                        "stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [2] at entry 1",
                        () -> Tensor.stack(0, matrix, row)),
                refused(
                        "reshape",
                        IllegalArgumentException.class,
                        "shape [4] is invalid for input of size 6 and shape [2, 3]",
                        () -> matrix.reshape(4)),
                refused(
                        "matmul of a number",
                        IllegalArgumentException.class,
                        "both arguments to matmul need to be at least 1D, but they are 2D and 0D; the shapes are [2, 3] and []",
                        () -> matrix.matmul(Tensor.scalar(1))),
                refused(
                        "conv1d",
                        IllegalArgumentException.class,
                        "conv1d: expected input [batch, channels, length] and weight [outputs, channels, width] with the same"
                                + " channels, but got [1, 2, 3] and [1, 1, 2]",
                        () -> matrix.unsqueeze(0).conv1d(Tensor.ones(1, 1, 2), null)),
                refused(
                        "gather",
                        IllegalArgumentException.class,
                        "Size does not match at dimension 0 expected index [3, 1] to be no larger than self [2, 3] apart from"
                                + " dimension 1",
                        () -> matrix.gather(1, Tensor.zeros(3, 1))),
                refused(
                        "scatterAdd",
                        IllegalArgumentException.class,
                        "scatterAdd: index and src must have the same shape, but got [2, 1] and [2]",
                        () -> matrix.scatterAdd(1, Tensor.zeros(2, 1), row)),
                refused(
                        "mseLoss",
                        IllegalArgumentException.class,
                        broadcast("mseLoss", 3, 2, "[2, 3] and [2]"),
                        () -> matrix.mseLoss(row)),
                refused(
                        "binaryCrossEntropyWithLogits",
                        IllegalArgumentException.class,
                        "binaryCrossEntropyWithLogits: target size ([2]) must be the same as input size ([2, 3])",
                        () -> matrix.binaryCrossEntropyWithLogits(row)),
                refused(
                        "crossEntropy",
                        IllegalArgumentException.class,
                        "Expected input batch_size (2) to match target batch_size (3); the shapes are [2, 3] and [3].",
                        () -> matrix.crossEntropy(0, 1, 2)),
                refused(
                        "copyInPlace",
                        IllegalArgumentException.class,
                        broadcast("copy", 3, 2, "[2, 3] and [2]"),
                        () -> updated.copyInPlace(row)),
                refused(
                        "norm",
                        IllegalArgumentException.class,
                        "norm cannot compute the Infinity norm on the dimension 0 of shape [0, 3] because this dimension is empty"
                                + " and the operation does not have an identity",
                        () -> matrix.slice(0, 0, 0).norm(Double.POSITIVE_INFINITY, 0)),
                refused(
                        "expand",
                        IllegalArgumentException.class,
                        "The expanded size [2, 4] must match the existing size [2, 3] at non-singleton dimensions",
                        () -> matrix.expand(2, 4)));
    }

    @TestFactory
    Stream<DynamicTest> passes_thatCannotBeRun_changeNoGradient() {
        Tensor product = matrix.mul(2);
        return Stream.of(
                refused(
                        "no seed",
                        IllegalArgumentException.class,
                        "grad can be implicitly created only for scalar outputs, but the output has shape [2, 3]",
                        product::backward),
                refused(
                        "seed of another shape",
                        IllegalArgumentException.class,
                        "Mismatch in shape: grad_output[0] has a shape of [2] and output[0] has a shape of [2, 3].",
                        () -> product.backward(row)),
                refused(
                        "no graph",
                        IllegalStateException.class,
                        "element 0 of tensors does not require grad and does not have a grad_fn",
                        () -> updated.sum().backward()),
                refused(
                        "leaf in place",
                        IllegalStateException.class,
                        "a leaf Variable that requires grad is being used in an in-place operation.",
                        () -> matrix.mulInPlace(2)),
                refused(
                        "gradient of another shape",
                        IllegalArgumentException.class,
                        "assigned grad has data of a different size: [2] for a tensor of shape [2, 3]",
                        () -> matrix.grad(row)));
    }

    @Test
    void secondPass_withoutRetainedGraph_isRefused_andKeepsTheGradient() {
        Tensor y = matrix.square().sum();
        y.backward();
        double[] first = matrix.grad().toDoubleArray();
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Trying to backward through the graph a second time (or directly access saved tensors after"
                        + " they have already been freed): PowBackward0 has freed what it saved. Saved intermediate values of"
                        + " the graph are freed when you call backward() or Autograd.grad(). Specify retainGraph = true if you"
                        + " need to backward through the graph a second time or if you need to access saved tensors after"
                        + " calling backward.");
        assertThat(matrix.grad().toDoubleArray()).isEqualTo(first);
    }

    @Test
    void savedValue_changedInPlace_isRefused_andChangesNoGradient() {
        Tensor y = matrix.exp();
        Tensor z = y.add(matrix).sum();
        y.detach().mulInPlace(2);
        assertThatThrownBy(z::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "one of the variables needed for gradient computation has been modified by an inplace operation:"
                                + " the tensor of shape [2, 3] saved by ExpBackward0 is at version 1; expected version 0 instead."
                                + " Hint: enable anomaly detection to find the operation, with Autograd.detectAnomaly().");
        assertThat(matrix.grad()).isNull();
    }

    @Test
    void nan_underAnomalyMode_isRefused_andChangesNoGradient() {
        Autograd.Scope anomaly = Autograd.detectAnomaly();
        try (anomaly) {
            Tensor y = row.sub(row).sqrt().mul(0).sum().add(matrix.sum());
            assertThatThrownBy(y::backward)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Function 'SqrtBackward0' returned nan values in its 0th output.")
                    .hasStackTraceContaining("forward call of SqrtBackward0");
        }
        assertThat(matrix.grad()).isNull();
        assertThat(row.grad()).isNull();
    }

    @Test
    void variance_ofOneElement_isNaN_withWarning() {
        StringBuilder warned = new StringBuilder();
        Tensor x = Tensor.scalar(3).requiresGrad(true);
        Warnings.redirect(warned::append, () -> assertThat(x.var().item()).isNaN());
        assertThat(warned)
                .hasToString("var(): degrees of freedom is <= 0. Correction should be strictly less than the reduction"
                        + " factor (input numel divided by output numel), but they are 1.0 and 1.0.");
    }
}
