package dev.fluxion.tensor;

/** Losses, each the mean over the batch. */
public sealed interface TensorLosses permits Tensor {

    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * {@code mean (x - t)²}; the adjoint of x is {@code bar 2 (x - t) / n}, that of the target the negative.
     *
     * <p>Other shapes are broadcast, with a warning.
     *
     * @throws IllegalArgumentException if the shapes do not broadcast
     */
    default Tensor mseLoss(Tensor target) {
        return Losses.meanSquare(self(), target);
    }

    /** As {@link #crossEntropy(int...)}, of classes as whole numbers in a tensor. */
    default Tensor crossEntropy(Tensor classes) {
        return Losses.negativeLikelihood(self().logSoftmax(-1), Losses.classes(classes));
    }

    /**
     * Of logits, batch × classes or of one item, the mean of {@code -ln softmax(x)} at the classes given; the adjoint is
     * {@code bar (softmax(x) - 1 at the class) / n}.
     *
     * @throws IllegalArgumentException if the number of classes given is not that of the batch
     * @throws IndexOutOfBoundsException if there is no such class
     */
    default Tensor crossEntropy(int... classes) {
        return Losses.negativeLikelihood(self().logSoftmax(-1), classes);
    }

    /** Of logarithms of probabilities, batch × classes or of one item, minus the mean of those of the classes given. */
    default Tensor nllLoss(int... classes) {
        return Losses.negativeLikelihood(self(), classes);
    }

    /**
     * Of logits, the mean of {@code -t ln σ(x) - (1 - t) ln σ(-x)} without overflow.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    default Tensor binaryCrossEntropyWithLogits(Tensor target) {
        return Losses.binaryCrossEntropy(self(), target);
    }
}
