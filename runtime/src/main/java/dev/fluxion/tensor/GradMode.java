package dev.fluxion.tensor;

/** What a thread records: its switches. */
final class GradMode {

    private static final ThreadLocal<GradMode> CURRENT = ThreadLocal.withInitial(GradMode::new);

    /** Whether operations are recorded. */
    boolean records = true;

    /** Whether NaN in a backward pass is an error, and nodes remember where they were made. */
    boolean anomaly;

    private GradMode() {}

    static GradMode current() {
        return CURRENT.get();
    }

    static boolean isRecording() {
        return CURRENT.get().records;
    }

    /** Whether an operation on this tensor goes into a graph. */
    static boolean records(Tensor x) {
        x.checkNotStale();
        return x.requiresGrad() && isRecording();
    }

    /** Whether an operation on these tensors goes into a graph. */
    static boolean records(Tensor a, Tensor b) {
        a.checkNotStale();
        b.checkNotStale();
        return (a.requiresGrad() || b.requiresGrad()) && isRecording();
    }

    /** Whether an operation on these tensors goes into a graph. */
    static boolean records(Tensor[] inputs) {
        boolean required = false;
        for (Tensor input : inputs) {
            if (input != null) {
                input.checkNotStale();
                required |= input.requiresGrad();
            }
        }
        return required && isRecording();
    }
}
