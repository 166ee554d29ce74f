package dev.fluxion.tensor;

/** A tensor that a node needs for its backward function, with the version that it must still have then. */
final class SavedTensor {

    private final String saver;
    private final int version;
    private final boolean requiredGrad;
    private Tensor tensor;

    private SavedTensor(String saver, Tensor tensor, boolean requiresGrad) {
        this.saver = saver;
        this.tensor = tensor;
        this.version = tensor.version.value;
        this.requiredGrad = requiresGrad;
    }

    /** Keeps an input for the node of that name; null for null. */
    static SavedTensor of(String saver, Tensor tensor) {
        return tensor == null ? null : new SavedTensor(saver, tensor, tensor.requiresGrad());
    }

    /** Keeps the result of the node of that name, which is about to require a gradient. */
    static SavedTensor ofResult(String saver, Tensor result) {
        return new SavedTensor(saver, result, true);
    }

    /** The tensor of a value that is kept; null for null. */
    static Tensor get(SavedTensor saved) {
        return saved == null ? null : saved.get();
    }

    static void release(SavedTensor saved) {
        if (saved != null) {
            saved.tensor = null;
        }
    }

    Tensor get() {
        if (tensor == null) {
            throw new IllegalStateException(
                    "Trying to backward through the graph a second time (or directly access saved"
                            + " tensors after they have already been freed): " + saver
                            + " has freed what it saved. Saved"
                            + " intermediate values of the graph are freed when you call backward() or Autograd.grad(). Specify"
                            + " retainGraph = true if you need to backward through the graph a second time or if you need to"
                            + " access saved tensors after calling backward.");
        }
        if (tensor.version.value != version) {
            throw new IllegalStateException(
                    "one of the variables needed for gradient computation has been modified by an"
                            + " inplace operation: the tensor of shape " + Shape.text(tensor.shape) + " saved by "
                            + saver
                            + " is at version " + tensor.version.value + "; expected version " + version + " instead."
                            + " Hint: enable anomaly detection to find the operation, with Autograd.detectAnomaly().");
        }
        // What was a constant then is one for the derivative, whatever was asked of it since.
        return tensor.requiresGrad() && !requiredGrad ? tensor.detach() : tensor;
    }
}
