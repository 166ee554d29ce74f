package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackwardTest {

    private static Tensor leaf(double... values) {
        return Tensor.of(values).requiresGrad(true);
    }

    @Test
    void backward_withoutSeedOfSeveralElements_isError() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(3);
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("grad can be implicitly created only for scalar outputs, but the output has shape [2]");
        assertThat(x.grad()).isNull();
    }

    @Test
    void backward_withSeed_isProductWithIt() {
        Tensor x = leaf(1, 2);
        x.pow(2).backward(Tensor.of(10, 100));
        assertThat(x.grad().toDoubleArray()).containsExactly(20, 400);
    }

    @Test
    void backward_seedOfAnotherShape_isErrorWithBothShapes() {
        Tensor x = leaf(1, 2);
        assertThatThrownBy(() -> x.mul(3).backward(Tensor.of(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Mismatch in shape: grad_output[0] has a shape of [3] and output[0] has a shape of [2].");
    }

    @Test
    void backward_withoutGraph_isError() {
        assertThatThrownBy(() -> Tensor.scalar(1).backward())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("element 0 of tensors does not require grad and does not have a grad_fn");
    }

    @Test
    void backward_twiceThroughSavedValues_isErrorThatNamesRetainGraph() {
        Tensor x = Tensor.scalar(3).requiresGrad(true);
        Tensor y = x.pow(2);
        y.backward();
        assertThatThrownBy(y::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("backward through the graph a second time")
                .hasMessageContaining("retainGraph = true")
                .hasMessageContaining("PowBackward0");
        assertThat(x.grad().item()).isEqualTo(6);
    }

    @Test
    void backward_twiceWithoutSavedValues_accumulates() {
        Tensor x = leaf(1, 2);
        Tensor y = x.add(1).sum();
        y.backward();
        y.backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(2, 2);
    }

    @Test
    void backward_twiceWithRetainGraph_accumulatesInPlace() {
        Tensor x = Tensor.scalar(3).requiresGrad(true);
        Tensor y = x.pow(2);
        y.backward(null, true);
        Tensor first = x.grad();
        y.backward(null, true);
        assertThat(x.grad()).isSameAs(first);
        assertThat(first.item()).isEqualTo(12);
    }

    @Test
    void grad_afterBackwardWithSeed_doesNotShareTheSeed() {
        Tensor x = leaf(1, 2);
        Tensor seed = Tensor.of(1, 1);
        x.add(0).backward(seed, true);
        x.backward(seed);
        assertThat(seed.toDoubleArray()).containsExactly(1, 1);
        assertThat(x.grad().toDoubleArray()).containsExactly(2, 2);
        assertThat(x.grad().storage).isNotSameAs(seed.storage);
    }

    @Test
    void grad_ofTwoLeavesOfASum_areTwoTensors() {
        Tensor a = leaf(1, 2);
        Tensor b = leaf(3, 4);
        a.add(b).sum().backward();
        assertThat(a.grad().storage).isNotSameAs(b.grad().storage);
    }

    @Test
    void grad_isLeafThatRequiresNone() {
        Tensor x = leaf(1, 2);
        x.mul(x).sum().backward();
        assertThat(x.grad().isLeaf()).isTrue();
        assertThat(x.grad().requiresGrad()).isFalse();
    }

    @Test
    void grad_ofUnusedLeaf_isNull_andOfProductWithZero_isZeros() {
        Tensor x = leaf(1, 2);
        Tensor unused = leaf(1, 2);
        x.mul(0).sum().backward();
        assertThat(unused.grad()).isNull();
        assertThat(x.grad().toDoubleArray()).containsExactly(0, 0);
    }

    @Test
    void grad_overBroadcastDimensions_isSummed() {
        Tensor row = Tensor.of(new double[] {1, 2, 3}, 1, 3).requiresGrad(true);
        Tensor column = Tensor.of(new double[] {10, 20}, 2, 1).requiresGrad(true);
        row.mul(column).sum().backward();
        assertThat(row.grad().toDoubleArray()).containsExactly(30, 30, 30);
        assertThat(column.grad().toDoubleArray()).containsExactly(6, 6);
        assertThat(column.grad().shape()).containsExactly(2, 1);
    }

    @Test
    void grad_ofNonLeaf_isNullWithWarning_unlessRetained() {
        Tensor x = Tensor.scalar(3).requiresGrad(true);
        Tensor y = x.pow(2);
        Tensor z = y.mul(2);
        StringBuilder warned = new StringBuilder();
        Warnings.redirect(warned::append, () -> assertThat(y.grad()).isNull());
        assertThat(warned).contains("not a leaf Tensor").contains("retainGrad()");
        y.retainGrad();
        z.backward();
        assertThat(y.grad().item()).isEqualTo(2);
    }

    @Test
    void backward_throughSharedNode_runsItOnceWithTheSum() {
        Tensor x = Tensor.scalar(3).requiresGrad(true);
        Tensor y = x.pow(2);
        int[] calls = {0};
        y.registerHook(bar -> {
            calls[0]++;
            assertThat(bar.item()).isEqualTo(5);
            return null;
        });
        y.mul(2).add(y.mul(3)).backward();
        assertThat(calls[0]).isEqualTo(1);
        assertThat(x.grad().item()).isEqualTo(30);
    }

    @Test
    void backward_withCreateGraph_canBeDifferentiatedAgain() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor first = Autograd.grad(x.pow(4), x, true);
        Tensor second = Autograd.grad(first, x, true);
        Tensor third = Autograd.grad(second, x, true);
        assertThat(first.item()).isEqualTo(32);
        assertThat(second.item()).isEqualTo(48);
        assertThat(third.item()).isEqualTo(48);
    }

    @Test
    void autogradGrad_touchesNoGrad_andComplainsOfUnusedInput() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor unused = Tensor.scalar(1).requiresGrad(true);
        Tensor y = x.pow(2);
        assertThat(Autograd.grad(List.of(y), List.of(x, unused), null, true, false, true))
                .extracting(g -> g == null ? null : g.item())
                .containsExactly(4.0, null);
        assertThat(x.grad()).isNull();
        assertThatThrownBy(() -> Autograd.grad(y, unused))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("appears to not have been used in the graph");
    }

    @Test
    void autogradGrad_ofNonLeafInput_stopsThere() {
        Tensor x = Tensor.scalar(2).requiresGrad(true);
        Tensor y = x.pow(2);
        Tensor z = y.pow(2);
        assertThat(Autograd.grad(z, y).item()).isEqualTo(8);
        assertThat(Autograd.grad(y, x).item()).isEqualTo(4);
    }
}
