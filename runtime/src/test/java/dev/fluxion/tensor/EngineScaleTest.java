package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class EngineScaleTest {

    @Test
    void chain_of200000Nodes_runsBackward() {
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        Tensor y = x;
        for (int i = 0; i < 200_000; i++) {
            y = y.mul(1.00001);
        }
        y.backward();
        assertThat(x.grad().item()).isEqualTo(y.item());
    }

    @Test
    void chain_of200000Nodes_answersGradOfChosenInputs() {
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        Tensor y = x;
        for (int i = 0; i < 200_000; i++) {
            y = y.add(x);
        }
        assertThat(Autograd.grad(y, x).item()).isEqualTo(200_001);
    }

    @Test
    void graph_of1000000Edges_runsBackward() {
        Tensor[] layer = new Tensor[100];
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        for (int i = 0; i < layer.length; i++) {
            layer[i] = x.mul(1);
        }
        for (int depth = 0; depth < 50; depth++) {
            Tensor[] following = new Tensor[layer.length];
            for (int i = 0; i < layer.length; i++) {
                Tensor sum = layer[0];
                for (int j = 1; j < layer.length; j++) {
                    sum = sum.add(layer[j]);
                }
                following[i] = sum.mul(0.01);
            }
            layer = following;
        }
        Tensor y = layer[0];
        y.backward();
        assertThat(x.grad().item()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-10));
    }

    @Test
    void backward_freesWhatTheGraphSaved() {
        Tensor x = Tensor.ones(1000).requiresGrad(true);
        Tensor inner = x.exp();
        WeakReference<Object> saved = new WeakReference<>(inner.storage);
        Tensor y = inner.exp().sum();
        inner = null;
        assertThat(isCollected(saved)).isFalse();
        y.backward();
        assertThat(isCollected(saved)).isTrue();
        assertThat(y.gradFn().nextFunctions()).hasSize(1);
    }

    private static boolean isCollected(WeakReference<Object> reference) {
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    @Test
    void chain_takesLessThan400BytesPerNode() {
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        long before = used();
        Tensor y = x;
        for (int i = 0; i < 100_000; i++) {
            y = y.mul(x);
        }
        long perNode = (used() - before) / 100_000;
        y.backward();
        assertThat(x.grad().item()).isEqualTo(100_001);
        assertThat(perNode).isBetween(100L, 400L);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
