package dev.fluxion.examples.network;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.Tensor;
import dev.fluxion.tensor.training.Linear;
import dev.fluxion.tensor.training.Module;
import java.util.List;

/** Two layers with a compiled activation between them; the greatest of its results is the class. */
final class Classifier {

    private final Module layers;

    /** With parameters from a seed. */
    Classifier(int inputs, int hidden, int classes, long seed) {
        layers = new Linear(inputs, hidden, seed)
                .then(ActivationsGrad::mish)
                .then(new Linear(hidden, classes, seed + 2));
    }

    List<Tensor> parameters() {
        return layers.parameters();
    }

    /** The cross-entropy of what it says and what is. */
    Tensor loss(Flowers flowers) {
        return layers.apply(flowers.measures()).crossEntropy(flowers.species());
    }

    /** The part of flowers that it knows. */
    double accuracy(Flowers flowers) {
        double[] said = Autograd.noGrad(() -> layers.apply(flowers.measures()).argmax(1))
                .toDoubleArray();
        int right = 0;
        for (int i = 0; i < said.length; i++) {
            right += said[i] == flowers.species()[i] ? 1 : 0;
        }
        return right / (double) said.length;
    }
}
