package dev.fluxion.tensor;

import java.util.function.UnaryOperator;

/** The backward function of an operation that says in terms of operations on tensors what its adjoints are. */
final class Operation extends Node {

    /** The adjoints of the inputs, null for zero, from that of the result and from what was saved. */
    interface Backward {
        Tensor[] of(Tensor bar, Tensor[] saved);
    }

    private static final Tensor[] NOTHING = {};

    private final SavedTensor[] saved;
    private final Backward backward;

    private Operation(String name, Node[] next, SavedTensor[] saved, Backward backward) {
        super(name, next);
        this.saved = saved;
        this.backward = backward;
    }

    /** Records an operation of one input that saves nothing. */
    static Tensor record(String name, Tensor result, Tensor input, UnaryOperator<Tensor> backward) {
        if (GradMode.records(input)) {
            record(name, result, new Tensor[] {input}, NOTHING, (bar, none) -> new Tensor[] {backward.apply(bar)});
        }
        return result;
    }

    /**
     * Records an operation, if an input requires a gradient.
     *
     * @param saved what {@code backward} needs, the result itself too; null where it is not needed
     */
    static Tensor record(String name, Tensor result, Tensor[] inputs, Tensor[] saved, Backward backward) {
        if (GradMode.records(inputs)) {
            Node[] next = new Node[inputs.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = inputs[i] == null ? null : inputs[i].edge();
            }
            result.attach(new Operation(name, next, save(name, result, saved), backward));
        }
        return result;
    }

    private static SavedTensor[] save(String name, Tensor result, Tensor[] tensors) {
        SavedTensor[] kept = new SavedTensor[tensors.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = tensors[i] == result ? SavedTensor.ofResult(name, result) : SavedTensor.of(name, tensors[i]);
        }
        return kept;
    }

    @Override
    Tensor[] backward(Tensor bar) {
        Tensor[] tensors = new Tensor[saved.length];
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = SavedTensor.get(saved[i]);
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
