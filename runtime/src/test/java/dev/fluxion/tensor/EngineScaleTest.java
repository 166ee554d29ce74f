package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

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
}
