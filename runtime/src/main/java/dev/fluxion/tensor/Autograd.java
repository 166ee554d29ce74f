package dev.fluxion.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What concerns the graph and not one tensor: gradients of chosen tensors, and the switches of the current thread. */
public final class Autograd {

    private Autograd() {}

    /** A switch of the current thread that is on until this is closed. Scopes nest. */
    public static final class Scope implements AutoCloseable {

        private final Runnable restore;

        private Scope(Runnable restore) {
            this.restore = restore;
        }

        /** Sets the switch back to what it was. */
        @Override
        public void close() {
            restore.run();
        }
    }

    /** The gradient of {@code output}, of one element, with respect to {@code input}; no {@code grad} changes. */
    public static Tensor grad(Tensor output, Tensor input) {
        return grad(output, input, false);
    }

    /** As {@link #grad(Tensor, Tensor)}; can be differentiated again if {@code createGraph}. */
    public static Tensor grad(Tensor output, Tensor input, boolean createGraph) {
        return grad(List.of(output), List.of(input), createGraph).get(0);
    }

    /** The gradients of the sum of {@code outputs}, of one element each, with respect to {@code inputs}. */
    public static List<Tensor> grad(List<Tensor> outputs, List<Tensor> inputs, boolean createGraph) {
        return grad(outputs, inputs, null, createGraph, createGraph, false);
    }

    /**
     * The gradients of the sum of {@code outputs}, each times its seed, with respect to {@code inputs}; no {@code grad}
     * changes.
     *
     * @param seeds one for each output, of its shape, or null for 1 where it has one element; null if all are
     * @param retainGraph whether to keep what the graph saved for another pass
     * @param createGraph whether to record the pass, so that the gradients can be differentiated again
     * @param allowUnused whether the gradient for an input on which no output depends is null instead of an error
     * @throws IllegalArgumentException if a seed is missing or has another shape
     * @throws IllegalStateException if an output or an input requires no gradient, or an input is not used
     */
    public static List<Tensor> grad(
            List<Tensor> outputs,
            List<Tensor> inputs,
            List<Tensor> seeds,
            boolean retainGraph,
            boolean createGraph,
            boolean allowUnused) {
        Node[] roots = roots(outputs);
        Tensor[] checked = seeds(outputs, seeds);
        Node[] ends = new Node[inputs.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = inputs.get(i).edge();
            if (ends[i] == null) {
                throw new IllegalStateException("One of the differentiated Tensors does not require grad");
            }
        }
        Captures captures = new Captures(roots, ends);
        Engine.run(roots, checked, retainGraph || createGraph, createGraph, captures);
        List<Tensor> gradients = captures.at(ends);
        if (!allowUnused && gradients.contains(null)) {
            throw new IllegalStateException(
                    "One of the differentiated Tensors appears to not have been used in the graph."
                            + " Set allowUnused = true if this is the desired behavior.");
        }
        return gradients;
    }

    /** As {@link Tensor#backward(Tensor, boolean, boolean)}, for several tensors at once. */
    public static void backward(List<Tensor> tensors, List<Tensor> seeds, boolean retainGraph, boolean createGraph) {
        Engine.run(roots(tensors), seeds(tensors, seeds), retainGraph || createGraph, createGraph, null);
    }

    private static Node[] roots(List<Tensor> outputs) {
        return outputs.stream().map(Engine::root).toArray(Node[]::new);
    }

    private static Tensor[] seeds(List<Tensor> outputs, List<Tensor> seeds) {
        List<Tensor> given = seeds == null ? Arrays.asList(new Tensor[outputs.size()]) : seeds;
        if (given.size() != outputs.size()) {
            throw new IllegalArgumentException(given.size() + " seeds for " + outputs.size() + " outputs");
        }
        Tensor[] checked = new Tensor[given.size()];
        for (int i = 0; i < checked.length; i++) {
            checked[i] = Engine.seed(outputs.get(i), given.get(i));
        }
        return checked;
    }

    /** Has operations of this thread not recorded until the scope is closed. */
    public static Scope noGrad() {
        return recording(false);
    }

    /** Has operations of this thread recorded again, inside of {@link #noGrad()}. */
    public static Scope enableGrad() {
        return recording(true);
    }

    private static Scope recording(boolean records) {
        GradMode mode = GradMode.current();
        boolean before = mode.records;
        mode.records = records;
        return new Scope(() -> mode.records = before);
    }

    /** What {@code action} computes, with nothing recorded. */
    public static <T> T noGrad(Supplier<T> action) {
        Scope scope = noGrad();
        try (scope) {
            return action.get();
        }
    }

    /** Whether operations of this thread are recorded. */
    public static boolean isGradEnabled() {
        return GradMode.isRecording();
    }

    /**
     * Has a NaN that a backward function of this thread returns be an error that names the operation, until the scope is
     * closed. The error's cause shows where the operation was called if that was inside such a scope too.
     */
    public static Scope detectAnomaly() {
        GradMode mode = GradMode.current();
        boolean before = mode.anomaly;
        mode.anomaly = true;
        return new Scope(() -> mode.anomaly = before);
    }
}
