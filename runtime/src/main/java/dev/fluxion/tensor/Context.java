package dev.fluxion.tensor;

/** What one application of a {@link CustomFunction} keeps for its backward function. */
public final class Context {

    private static final Tensor[] NOTHING = {};

    private final boolean[] needs;
    private Tensor[] toSave = NOTHING;
    private SavedTensor[] saved = new SavedTensor[0];
    private Object attachment;

    Context(Tensor[] inputs) {
        needs = new boolean[inputs.length];
        for (int i = 0; i < needs.length; i++) {
            needs[i] = inputs[i].requiresGrad() && GradMode.isRecording();
        }
    }

    /** Keeps inputs or the result, whose modification in place is then an error of the backward pass. */
    public void saveForBackward(Tensor... tensors) {
        toSave = tensors.clone();
    }

    /**
     * What was saved as number {@code index}.
     *
     * @throws IllegalStateException if it was modified in place since, or freed by an earlier backward pass
     */
    public Tensor saved(int index) {
        return SavedTensor.get(saved[index]);
    }

    /** Whether the adjoint of that input is needed. */
    public boolean needsInputGrad(int input) {
        return needs[input];
    }

    /** Keeps anything that is no tensor. */
    public void attach(Object anything) {
        attachment = anything;
    }

    /** What {@link #attach} kept, in the type that it has. */
    public <T> T attachment(Class<T> type) {
        return type.cast(attachment);
    }

    /** Takes the versions of what is saved, once the forward function has returned. */
    void seal(String saver, Tensor result) {
        saved = new SavedTensor[toSave.length];
        for (int i = 0; i < saved.length; i++) {
            saved[i] = toSave[i] == result ? SavedTensor.ofResult(saver, result) : SavedTensor.of(saver, toSave[i]);
        }
        toSave = NOTHING;
    }

    void release() {
        for (SavedTensor tensor : saved) {
            SavedTensor.release(tensor);
        }
    }
}
