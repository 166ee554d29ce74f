package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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

    /** 51 layers of 100 means over all of the layer before. */
    @Test
    void graph_of1000000Edges_runsBackward_inMemoryThatIsFreeAfterwards() {
        long before = used();
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        Tensor y = layers(x, 100, 51);
        long taken = used() - before;
        assertThat(edges(y.gradFn())).isEqualTo(1_015_201);
        y.backward();
        assertThat(x.grad().item()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-10));
        y = null;
        long left = used() - before;
        System.out.println(
                "A graph of 1,015,201 edges takes " + taken / 1_000_000 + " MB, and leaves " + left / 1000 + " kB.");
        assertThat(taken).isLessThan(200_000_000);
        assertThat(left).isLessThan(taken / 5);
    }

    private static Tensor layers(Tensor x, int width, int depth) {
        Tensor[] layer = new Tensor[width];
        for (int i = 0; i < width; i++) {
            layer[i] = x.mul(1);
        }
        for (int d = 0; d < depth; d++) {
            Tensor[] following = new Tensor[width];
            for (int i = 0; i < width; i++) {
                Tensor sum = layer[0];
                for (int j = 1; j < width; j++) {
                    sum = sum.add(layer[j]);
                }
                following[i] = sum.mul(1.0 / width);
            }
            layer = following;
        }
        return Tensor.stack(0, layer).mean();
    }

    private static int edges(Node root) {
        Set<Node> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        int edges = 0;
        while (!open.isEmpty()) {
            for (Node next : open.poll().nextFunctions()) {
                edges++;
                if (known.add(next)) {
                    open.add(next);
                }
            }
        }
        return edges;
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
