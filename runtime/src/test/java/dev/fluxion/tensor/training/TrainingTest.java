package dev.fluxion.tensor.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fluxion.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static Tensor parameter() {
        return Tensor.of(1, 2).requiresGrad(true);
    }

    @Test
    void sgd_withMomentum_followsTheFormula() {
        Tensor p = parameter();
        Sgd sgd = new Sgd(List.of(p), 0.1, 0.9, 0);
        p.grad(Tensor.of(1, 10));
        sgd.step();
        assertThat(p.toDoubleArray()).containsExactly(0.9, 1);
        sgd.step();
        assertThat(p.get(0)).isCloseTo(0.9 - 0.1 * 1.9, within(1e-15));
        assertThat(p.isLeaf()).isTrue();
        assertThat(p.version()).isEqualTo(2);
        sgd.zeroGrad();
        assertThat(p.grad()).isNull();
        sgd.step();
        assertThat(p.version()).isEqualTo(2);
    }

    @Test
    void sgd_withWeightDecay_addsItToTheGradient() {
        Tensor p = parameter();
        p.grad(Tensor.of(1, 10));
        new Sgd(List.of(p), 0.1, 0, 0.5).step();
        assertThat(p.toDoubleArray()).containsExactly(1 - 0.1 * 1.5, 2 - 0.1 * 11);
    }

    @Test
    void adam_firstStep_isTheLearningRateWithTheSign_andTwoStepsFollowTheFormula() {
        Tensor p = parameter();
        Adam adam = new Adam(List.of(p), 0.1);
        p.grad(Tensor.of(3, -4));
        adam.step();
        assertThat(p.get(0)).isCloseTo(0.9, within(1e-8));
        assertThat(p.get(1)).isCloseTo(2.1, within(1e-8));
        double before = p.get(0);
        p.grad(Tensor.of(1, 0));
        adam.step();
        double m = 0.9 * 0.1 * 3 + 0.1 * 1;
        double v = 0.999 * 0.001 * 9 + 0.001 * 1;
        double expected = before - 0.1 * (m / (1 - 0.81)) / (Math.sqrt(v / (1 - 0.999 * 0.999)) + 1e-8);
        assertThat(p.get(0)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void optimizer_ofNonLeaf_orNothing_isError() {
        assertThatThrownBy(() -> new Sgd(List.of(parameter().mul(2)), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no leaf");
        assertThatThrownBy(() -> new Sgd(List.of(), 0.1)).hasMessageContaining("empty parameter list");
        assertThatThrownBy(() -> new Adam(List.of(parameter()), -1)).hasMessage("Invalid learning rate: -1.0");
    }

    @Test
    void network_learnsExclusiveOr() {
        Tensor x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        int[] classes = {0, 1, 1, 0};
        Module network = new Linear(2, 8, 1).then(Tensor::tanh).then(new Linear(8, 2, 2));
        assertThat(network.parameters()).hasSize(4);
        Adam adam = new Adam(network.parameters(), 0.05);
        double loss = 1;
        for (int step = 0; step < 300; step++) {
            adam.zeroGrad();
            Tensor value = network.apply(x).crossEntropy(classes);
            value.backward();
            adam.step();
            loss = value.item();
        }
        assertThat(loss).isLessThan(0.02);
        assertThat(network.apply(x).argmax(1).toDoubleArray()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void linear_ofTheSameSeed_isTheSame() {
        assertThat(new Linear(3, 2, 5).weight().toDoubleArray())
                .isEqualTo(new Linear(3, 2, 5).weight().toDoubleArray());
        assertThat(new Linear(3, 2, 5).apply(Tensor.ones(4, 3)).shape()).containsExactly(4, 2);
    }

    @Test
    void minibatches_coverEveryIndexOnce_inAnotherOrderEachEpoch() {
        Minibatches batches = new Minibatches(10, 4, 3);
        List<Integer> first = indices(batches.nextEpoch());
        List<Integer> second = indices(batches.nextEpoch());
        assertThat(first)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
                .isNotEqualTo(second);
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        assertThat(indices(new Minibatches(10, 4, 3).nextEpoch())).isEqualTo(first);
    }

    private static List<Integer> indices(List<int[]> batches) {
        List<Integer> all = new ArrayList<>();
        for (int[] batch : batches) {
            assertThat(batch.length).isLessThanOrEqualTo(4);
            for (int index : batch) {
                all.add(index);
            }
        }
        return all;
    }
}
