package dev.fluxion.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A backward function: a node of the graph that operations on tensors record. It turns the adjoint of an operation's result
 * into adjoints of its inputs.
 *
 * <p>The graph points from results to inputs: {@link #nextFunctions()} are the nodes of the inputs, and ends at leaves in
 * {@link AccumulateGrad}.
 */
public abstract class Node {

    /** 1 more than the greatest of the nodes that follow; 0 for a leaf. In descending order it is a topological order. */
    final int level;

    /** State of the backward pass that is at work here. */
    final Inbox inbox = new Inbox();

    private final String name;
    private final Node[] next;
    private final Throwable trace;
    private List<UnaryOperator<Tensor>> preHooks;
    private List<BiFunction<List<Tensor>, Tensor, List<Tensor>>> hooks;
    private Tensor retaining;

    Node(String name, Node... next) {
        this.name = name;
        this.next = next;
        this.level = levelAbove(next);
        this.trace = GradMode.current().anomaly ? new Throwable("forward call of " + name) : null;
    }

    private static int levelAbove(Node[] next) {
        int level = 0;
        for (Node node : next) {
            if (node != null && node.level >= level) {
                level = node.level + 1;
            }
        }
        return level;
    }

    /**
     * The adjoints of the inputs, in the order of {@link #nextFunctions()}, null for zero or not needed.
     *
     * @param bar the adjoint of the result, with its shape
     */
    abstract Tensor[] backward(Tensor bar);

    /** Forgets what was saved for {@link #backward}. */
    void release() {}

    /** Whether the adjoints are tensors that nothing else holds, so that the receiver may keep and overwrite them. */
    boolean answersFresh() {
        return false;
    }

    /** The name: that of the operation, {@code Backward}, and a number that tells its forms apart ({@code MulBackward0}). */
    public String name() {
        return name;
    }

    /** Where the operation is in the user's sources ({@code Curves.java:12}), or null if that is not known. */
    public String location() {
        return null;
    }

    /** The backward functions of the inputs, in their order; null for an input that requires no gradient. */
    public List<Node> nextFunctions() {
        return Collections.unmodifiableList(Arrays.asList(next));
    }

    /**
     * Has {@code hook} called with the adjoint of the result before this function runs; what it returns replaces the
     * adjoint, unless it is null.
     *
     * @return the handle that removes the hook
     */
    public Hook registerPreHook(UnaryOperator<Tensor> hook) {
        if (preHooks == null) {
            preHooks = new ArrayList<>(1);
        }
        return Hook.in(preHooks, hook);
    }

    /**
     * Has {@code hook} called with the adjoints of the inputs and that of the result after this function has run; the list
     * that it returns replaces the former, unless it is null.
     *
     * @return the handle that removes the hook
     */
    public Hook registerHook(BiFunction<List<Tensor>, Tensor, List<Tensor>> hook) {
        if (hooks == null) {
            hooks = new ArrayList<>(1);
        }
        return Hook.in(hooks, hook);
    }

    /** {@code <MulBackward0>}, with the location if it is known. */
    @Override
    public String toString() {
        return location() == null ? "<" + name + ">" : "<" + name + " at " + location() + ">";
    }

    final Node[] next() {
        return next;
    }

    final Throwable trace() {
        return trace;
    }

    final boolean hasPreHooks() {
        return preHooks != null && !preHooks.isEmpty();
    }

    /** The tensor that wants to keep its gradient although it is no leaf, or null. */
    final Tensor retaining() {
        return retaining;
    }

    final void retain(Tensor tensor) {
        retaining = tensor;
    }

    final Tensor runPreHooks(Tensor bar) {
        Tensor current = bar;
        for (UnaryOperator<Tensor> hook : List.copyOf(preHooks)) {
            Tensor replaced = hook.apply(current);
            if (replaced != null) {
                checkReplacement(bar, replaced);
                current = replaced;
            }
        }
        return current;
    }

    private static void checkReplacement(Tensor bar, Tensor replaced) {
        if (!Arrays.equals(bar.shape, replaced.shape)) {
            throw new IllegalArgumentException("hook has changed the size of value: the gradient has shape "
                    + Shape.text(bar.shape) + ", the hook returned " + Shape.text(replaced.shape));
        }
    }

    final Tensor[] runHooks(Tensor[] answer, Tensor bar) {
        if (hooks == null || hooks.isEmpty()) {
            return answer;
        }
        List<Tensor> current = Arrays.asList(answer);
        for (BiFunction<List<Tensor>, Tensor, List<Tensor>> hook : List.copyOf(hooks)) {
            List<Tensor> replaced = hook.apply(Collections.unmodifiableList(current), bar);
            if (replaced != null && replaced.size() != answer.length) {
                throw new IllegalArgumentException("hook has returned an incorrect number of gradients: "
                        + replaced.size() + " instead of " + answer.length);
            }
            current = replaced == null ? current : replaced;
        }
        return current.toArray(new Tensor[0]);
    }

    final boolean hasHooks() {
        return hooks != null && !hooks.isEmpty();
    }
}
