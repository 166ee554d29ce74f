package dev.fluxion.tensor;

/** The node of a compiled method: keeps its inputs, and knows where the method stands in the user's sources. */
final class CompiledNode extends Node {

    private final String location;
    private final SavedTensor[] saved;
    private final Operation.Backward backward;
    private final boolean fresh;

    private CompiledNode(
            String name,
            String location,
            Node[] next,
            SavedTensor[] saved,
            Operation.Backward backward,
            boolean fresh) {
        super(name, next);
        this.location = location;
        this.saved = saved;
        this.backward = backward;
        this.fresh = fresh;
    }

    /**
     * Records the call of a method, if an input requires a gradient.
     *
     * @param fresh whether nothing else holds the tensors that {@code backward} answers with
     */
    static Tensor record(
            String suffix,
            CompiledFunction.Signature signature,
            Tensor result,
            Tensor[] inputs,
            Operation.Backward backward,
            boolean fresh) {
        if (GradMode.records(inputs)) {
            String name = signature.name() + suffix;
            Node[] next = new Node[inputs.length];
            SavedTensor[] saved = new SavedTensor[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                next[i] = inputs[i].edge();
                saved[i] = SavedTensor.of(name, inputs[i]);
            }
            result.attach(new CompiledNode(name, signature.location(), next, saved, backward, fresh));
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
    boolean answersFresh() {
        return fresh;
    }

    @Override
    void release() {
        for (SavedTensor tensor : saved) {
            SavedTensor.release(tensor);
        }
    }
}
