package dev.fluxion.tensor;

/** The node of a compiled method: keeps its inputs, and knows where the method stands in the user's sources. */
final class CompiledNode extends Node {

    private final String location;
    private final SavedTensor[] saved;
    private final Operation.Backward backward;

    private CompiledNode(String name, String location, Node[] next, SavedTensor[] saved, Operation.Backward backward) {
        super(name, next);
        this.location = location;
        this.saved = saved;
        this.backward = backward;
    }

    /** Records the call of a method, if an input requires a gradient. */
    static Tensor record(
            String suffix,
            CompiledFunction.Signature signature,
            Tensor result,
            Tensor[] inputs,
            Operation.Backward backward) {
        if (GradMode.records(inputs)) {
            String name = signature.name() + suffix;
            Node[] next = new Node[inputs.length];
            SavedTensor[] saved = new SavedTensor[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                next[i] = inputs[i].edge();
                saved[i] = SavedTensor.of(name, inputs[i]);
            }
            result.attach(new CompiledNode(name, signature.location(), next, saved, backward));
        }
        return result;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    Tensor[] backward(Tensor bar) {
        Tensor[] tensors = new Tensor[saved.length];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = saved[i].get();
        }
        return backward.of(bar, tensors);
    }

    @Override
    void release() {
        for (SavedTensor tensor : saved) {
            SavedTensor.release(tensor);
        }
    }
}
