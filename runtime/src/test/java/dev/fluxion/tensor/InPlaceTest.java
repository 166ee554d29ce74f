package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InPlaceTest {

    private static Tensor leaf(double... values) {
        return Tensor.of(values).requiresGrad(true);
    }

    @Test
    void version_countsModifications_sharedWithViewsAndDetached_notWithData() {
        Tensor x = Tensor.of(1, 2, 3);
        Tensor view = x.slice(0, 0, 2);
        Tensor detached = x.detach();
        Tensor data = x.data();
        view.addInPlace(1);
        assertThat(x.toDoubleArray()).containsExactly(2, 3, 3);
        assertThat(x.version()).isEqualTo(1);
        assertThat(detached.version()).isEqualTo(1);
        assertThat(data.version()).isZero();
        data.fillInPlace(7);
        assertThat(x.toDoubleArray()).containsExactly(7, 7, 7);
        assertThat(x.version()).isEqualTo(1);
    }

    @Test
    void savedValue_modifiedSince_isErrorWithOperationAndVersions() {
        Tensor x = leaf(1, 2);
        Tensor y = x.exp();
        Tensor z = y.mul(2).sum();
        y.detach().addInPlace(1);
        assertThatThrownBy(z::backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("modified by an inplace operation")
                .hasMessageContaining("shape [2] saved by ExpBackward0 is at version 1; expected version 0 instead");
        assertThat(x.grad()).isNull();
    }

    @Test
    void savedValue_thatIsNotNeeded_mayBeModified() {
        Tensor x = leaf(1, 2);
        Tensor constant = Tensor.of(3, 4);
        Tensor y = x.mul(constant);
        x.data().fillInPlace(100);
        Tensor z = y.add(1);
        z.detach().zeroInPlace();
        z.sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(3, 4);
    }

    @Test
    void leafThatRequiresGrad_modified_isErrorAndLeavesIt() {
        Tensor x = leaf(1, 2);
        assertThatThrownBy(() -> x.addInPlace(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a leaf Variable that requires grad is being used in an in-place operation.");
        assertThat(x.toDoubleArray()).containsExactly(1, 2);
        assertThat(x.version()).isZero();
        Autograd.noGrad(() -> x.subInPlace(1));
        assertThat(x.toDoubleArray()).containsExactly(0, 1);
        assertThat(x.isLeaf()).isTrue();
    }

    @Test
    void nonLeaf_modified_isPartOfTheGraph() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(3);
        y.mulInPlace(y);
        assertThat(y.toDoubleArray()).containsExactly(9, 36);
        assertThat(y.gradFn().name()).isEqualTo("MulBackward0");
        y.sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(18, 36);
    }

    @Test
    void constant_modifiedByTensorThatRequiresGrad_becomesPartOfTheGraph() {
        Tensor x = leaf(1, 2);
        Tensor y = Tensor.ones(2);
        y.mulInPlace(x).addInPlace(x, 2);
        assertThat(y.requiresGrad()).isTrue();
        y.sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(3, 3);
    }

    @Test
    void nonLeaf_overwritten_passesNoGradientOn() {
        Tensor x = leaf(1, 2);
        Tensor w = leaf(5, 6);
        Tensor y = x.mul(3);
        y.copyInPlace(w);
        y.mul(2).sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(0, 0);
        assertThat(w.grad().toDoubleArray()).containsExactly(2, 2);
        Tensor z = x.mul(3);
        z.zeroInPlace();
        assertThat(z.toDoubleArray()).containsExactly(0, 0);
    }

    @Test
    void retainedGradient_isThatOfTheLatestValue() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(3).retainGrad();
        y.mulInPlace(10);
        y.mul(2).sum().backward();
        assertThat(y.grad().toDoubleArray()).containsExactly(2, 2);
    }

    @Test
    void view_ofWhatARecordedOperationModified_isErrorWhenUsed() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(3);
        Tensor view = y.slice(0, 0, 1);
        y.addInPlace(x);
        assertThatThrownBy(() -> view.mul(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("modified inplace by a recorded operation since");
        assertThat(y.slice(0, 0, 1).mul(2).item()).isEqualTo(8);
    }

    @Test
    void view_modifiedByRecordedOperation_isErrorAndLeavesIt() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(3);
        Tensor view = y.slice(0, 0, 1);
        assertThatThrownBy(() -> view.addInPlace(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(y.toDoubleArray()).containsExactly(3, 6);
    }

    @Test
    void update_toAnotherShape_isErrorWithBothShapesAndLeavesIt() {
        Tensor x = Tensor.ones(2);
        assertThatThrownBy(() -> x.addInPlace(Tensor.ones(3, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output with shape [2] doesn't match the broadcast shape [3, 2]");
        assertThat(x.toDoubleArray()).containsExactly(1, 1);
        assertThatThrownBy(() -> Tensor.ones(1).expand(3).addInPlace(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "more than one element of the written-to tensor refers to a single memory location");
    }

    @Test
    void update_ofView_writesByStrides() {
        Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        x.t().slice(0, 1, 3).mulInPlace(Tensor.of(10, 100));
        assertThat(x.toDoubleArray()).containsExactly(1, 20, 30, 4, 500, 600);
        x.divInPlace(Tensor.scalar(2))
                .divInPlace(5)
                .subInPlace(Tensor.scalar(1))
                .reluInPlace();
        assertThat(x.toDoubleArray()).containsExactly(0, 1, 2, 0, 49, 59);
    }
}
