package dev.fluxion.examples.network;

import dev.fluxion.tensor.Autograd;
import dev.fluxion.tensor.Tensor;
import dev.fluxion.tensor.training.Adam;
import dev.fluxion.tensor.training.Minibatches;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Trains a classifier in minibatches, and remembers the losses. */
final class Training {

    /** The losses of an epoch. */
    record Epoch(int number, double trained, double heldOut) {}

    private final Classifier classifier;
    private final Flowers flowers;
    private final Flowers heldOut;
    private final Adam optimizer;
    private final Minibatches batches;
    private final List<Epoch> epochs = new ArrayList<>();

    Training(Classifier classifier, Flowers flowers, Flowers heldOut, double learningRate, long seed) {
        this.classifier = classifier;
        this.flowers = flowers;
        this.heldOut = heldOut;
        this.optimizer = new Adam(classifier.parameters(), learningRate);
        this.batches = new Minibatches(flowers.count(), 16, seed);
    }

    /** Runs epochs, each of which is told of. */
    List<Epoch> run(int count, Consumer<Epoch> listener) {
        for (int i = 0; i < count; i++) {
            Epoch epoch = epoch();
            epochs.add(epoch);
            listener.accept(epoch);
        }
        return List.copyOf(epochs);
    }

    private Epoch epoch() {
        double sum = 0;
        for (int[] batch : batches.nextEpoch()) {
            optimizer.zeroGrad();
            Tensor loss = classifier.loss(flowers.select(batch));
            loss.backward();
            optimizer.step();
            sum += loss.item() * batch.length;
        }
        double held = Autograd.noGrad(() -> classifier.loss(heldOut)).item();
        return new Epoch(epochs.size() + 1, sum / flowers.count(), held);
    }
}
