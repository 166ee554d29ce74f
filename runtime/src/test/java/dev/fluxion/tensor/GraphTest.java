package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves, nodes, hooks and the switches of a thread. */
class GraphTest {

    private static Tensor leaf(double... values) {
        return Tensor.of(values).requiresGrad(true);
    }

    @Test
    void isLeaf_ofConstantsDetachedAndUnrecorded_isTrueWithoutGrad() {
        Tensor x = leaf(1, 2);
        Tensor constant = Tensor.of(1, 2).mul(2);
        Tensor unrecorded = Autograd.noGrad(() -> x.mul(2));
        for (Tensor each :
                List.of(constant, x.mul(2).detach(), unrecorded, x.mul(2).data(), x.gt(1))) {
            assertThat(each.isLeaf()).isTrue();
            assertThat(each.requiresGrad()).isFalse();
            assertThat(each.gradFn()).isNull();
        }
    }

    @Test
    void requiresGrad_clearedOnNonLeaf_isErrorThatSaysDetach() {
        Tensor y = leaf(1).mul(2);
        assertThatThrownBy(() -> y.requiresGrad(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("detach()");
        assertThat(y.requiresGrad()).isTrue();
        assertThat(leaf(1).requiresGrad(false).requiresGrad()).isFalse();
    }

    @Test
    void requiresGrad_setOnLeaf_returnsItAndIsRecordedFromThenOn() {
        Tensor x = Tensor.of(1, 2);
        Tensor before = x.mul(2);
        assertThat(x.requiresGrad(true)).isSameAs(x);
        assertThat(before.requiresGrad()).isFalse();
        assertThat(x.mul(2).requiresGrad()).isTrue();
        assertThat(before.requiresGrad(true).isLeaf()).isTrue();
    }

    @Test
    void grad_ofAnotherShape_isError() {
        Tensor x = leaf(1, 2);
        assertThatThrownBy(() -> x.grad(Tensor.ones(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("assigned grad has data of a different size: [3] for a tensor of shape [2]");
        assertThat(x.grad()).isNull();
    }

    @Test
    void nextFunctions_endInTheOneAccumulateGradOfTheLeaf() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(x).add(Tensor.of(3, 4)).sum();
        assertThat(y.gradFn().name()).isEqualTo("SumBackward0");
        Node add = y.gradFn().nextFunctions().get(0);
        assertThat(add.name()).isEqualTo("AddBackward0");
        assertThat(add.nextFunctions().get(1)).isNull();
        Node mul = add.nextFunctions().get(0);
        assertThat(mul.name()).isEqualTo("MulBackward0");
        Node end = mul.nextFunctions().get(0);
        assertThat(end).isSameAs(mul.nextFunctions().get(1)).isInstanceOf(AccumulateGrad.class);
        assertThat(end.name()).isEqualTo("AccumulateGrad");
        assertThat(((AccumulateGrad) end).variable()).isSameAs(x);
        assertThat(x.pow(3).gradFn().nextFunctions()).containsExactly(end);
    }

    @Test
    void tensorHooks_runInOrderBeforeAccumulation_mayReplace_canBeRemoved() {
        Tensor x = leaf(1, 2);
        List<String> calls = new ArrayList<>();
        Hook first = x.registerHook(bar -> {
            calls.add("first " + bar.get(0) + " with " + x.grad());
            return bar.mul(10);
        });
        x.registerHook(bar -> {
            calls.add("second " + bar.get(0));
            return null;
        });
        x.mul(3).sum().backward();
        assertThat(calls).containsExactly("first 3.0 with null", "second 30.0");
        assertThat(x.grad().toDoubleArray()).containsExactly(30, 30);
        first.remove();
        first.remove();
        x.grad(null);
        x.mul(3).sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(3, 3);
    }

    @Test
    void tensorHook_ofNonLeaf_changesWhatFlowsOn() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(3);
        y.registerHook(bar -> bar.mul(2));
        y.retainGrad();
        y.sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(6, 6);
        assertThat(y.grad().toDoubleArray()).containsExactly(2, 2);
    }

    @Test
    void hookOfAnotherShape_isErrorAndLeavesGradients() {
        Tensor x = leaf(1, 2);
        Tensor w = leaf(1, 2);
        x.registerHook(bar -> Tensor.ones(3));
        assertThatThrownBy(() -> x.mul(w).sum().backward())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hook has changed the size of value");
        assertThat(x.grad()).isNull();
        assertThat(w.grad()).isNull();
    }

    @Test
    void nodeHooks_seeAndReplaceAdjoints() {
        Tensor x = leaf(1, 2);
        Tensor y = x.mul(Tensor.of(3, 4));
        y.gradFn().registerPreHook(bar -> bar.mul(10));
        y.gradFn().registerHook((bars, bar) -> {
            assertThat(bar.toDoubleArray()).containsExactly(10, 10);
            assertThat(bars.get(0).toDoubleArray()).containsExactly(30, 40);
            assertThat(bars.get(1)).isNull();
            return java.util.Arrays.asList(bars.get(0).add(1), null);
        });
        y.sum().backward();
        assertThat(x.grad().toDoubleArray()).containsExactly(31, 41);
    }

    @Test
    void hook_onConstant_isError() {
        assertThatThrownBy(() -> Tensor.ones(1).registerHook(bar -> bar))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot register a hook on a tensor that doesn't require gradient");
        assertThatThrownBy(() -> Tensor.ones(1).retainGrad()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @SuppressWarnings("try")
    void noGrad_nests() {
        Tensor x = leaf(1);
        try (Autograd.Scope outer = Autograd.noGrad()) {
            try (Autograd.Scope inner = Autograd.enableGrad()) {
                assertThat(x.mul(2).requiresGrad()).isTrue();
            }
            assertThat(Autograd.isGradEnabled()).isFalse();
            assertThat(x.mul(2).requiresGrad()).isFalse();
            try (Autograd.Scope inner = Autograd.noGrad()) {
                assertThat(x.mul(2).requiresGrad()).isFalse();
            }
            assertThat(x.mul(2).requiresGrad()).isFalse();
        }
        assertThat(x.mul(2).requiresGrad()).isTrue();
    }

    @Test
    @SuppressWarnings("try")
    void anomalyMode_namesTheForwardOperation() {
        Tensor x = leaf(0, 4);
        Tensor y;
        try (Autograd.Scope anomaly = Autograd.detectAnomaly()) {
            y = x.sqrt().mul(0).sum();
            assertThatThrownBy(y::backward)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Function 'SqrtBackward0' returned nan values in its 0th output.")
                    .cause()
                    .hasMessage("forward call of SqrtBackward0")
                    .satisfies(cause -> assertThat(cause.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("anomalyMode_namesTheForwardOperation")));
        }
        assertThat(x.grad()).isNull();
        x.sqrt().mul(0).sum().backward();
        assertThat(x.grad().get(0)).isNaN();
    }

    @Test
    void backward_fromAHook_throughTheSameNodes_works() {
        Tensor x = leaf(3);
        double[] inner = {0};
        // The pass in the hook would call the hook again: once is enough.
        Tensor w = x.square();
        boolean[] entered = {false};
        w.registerHook(bar -> {
            if (!entered[0]) {
                entered[0] = true;
                inner[0] = Autograd.grad(List.of(w), List.of(x), null, true, false, false)
                        .get(0)
                        .item();
            }
            return null;
        });
        w.backward();
        assertThat(inner[0]).isEqualTo(6);
        assertThat(x.grad().item()).isEqualTo(6);
    }

    @Test
    void backward_inTwoThreadsThroughOneGraph_worksInBoth() throws InterruptedException {
        Tensor x = leaf(3);
        Tensor y = x;
        for (int i = 0; i < 2000; i++) {
            y = y.mul(1);
        }
        Tensor end = y;
        double[] found = new double[4];
        Thread[] threads = new Thread[found.length];
        for (int t = 0; t < threads.length; t++) {
            int index = t;
            threads[t] = new Thread(() -> {
                for (int k = 0; k < 50; k++) {
                    found[index] += Autograd.grad(List.of(end), List.of(x), null, true, false, false)
                            .get(0)
                            .item();
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(found).containsOnly(50);
    }

    @Test
    void errors_ofShapes_nameBoth() {
        assertThatThrownBy(() -> Tensor.ones(2, 3).add(Tensor.ones(2, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "add: the size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1;"
                                + " the shapes are [2, 3] and [2, 4]");
        assertThatThrownBy(() -> Tensor.ones(2, 3).matmul(Tensor.ones(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mat1 and mat2 shapes cannot be multiplied: [2, 3] and [2, 3]");
        assertThatThrownBy(() -> Tensor.ones(2, 3).reshape(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape [4] is invalid for input of size 6");
        assertThatThrownBy(() -> Tensor.ones(2).sum(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Dimension out of range (expected to be in range of [-1, 0], but got 1)");
        assertThatThrownBy(() -> Tensor.ones(2).item())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a Tensor with 2 elements cannot be converted to Scalar");
        assertThatThrownBy(() -> Tensor.zeros(0).max()).isInstanceOf(IllegalArgumentException.class);
    }
}
