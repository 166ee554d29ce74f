package dev.fluxion.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One backward pass.
 *
 * <p>Nodes run in descending order of their level: all that contribute to a node have a greater one, so its adjoint is
 * complete when its turn comes, whatever the shape of the graph; there is no recursion and no count of edges beforehand.
 * Leaves have level 0 and come last. What ends up in {@code grad} is written after every function has run, so a pass that
 * fails leaves all gradients as they were.
 */
final class Engine {

    private final boolean retainGraph;
    private final boolean createGraph;
    private final Captures captures;
    private final boolean anomaly = GradMode.current().anomaly;
    private final Frontier frontier = new Frontier();
    private Map<Node, Inbox> ownInboxes;
    private final List<Runnable> results = new ArrayList<>(2);

    private Engine(boolean retainGraph, boolean createGraph, Captures captures) {
        this.retainGraph = retainGraph;
        this.createGraph = createGraph;
        this.captures = captures;
    }

    /**
     * Runs a pass.
     *
     * @param captures where gradients go instead of {@code grad}; null for {@code grad}
     */
    static void run(Node[] roots, Tensor[] seeds, boolean retainGraph, boolean createGraph, Captures captures) {
        GradMode mode = GradMode.current();
        boolean recorded = mode.records;
        Engine engine = new Engine(retainGraph, createGraph, captures);
        mode.records = createGraph;
        try {
            for (int i = 0; i < roots.length; i++) {
                engine.deliver(roots[i], seeds[i], false);
            }
            engine.drain();
        } finally {
            mode.records = recorded;
            engine.abandon();
        }
    }

    private void drain() {
        for (Node node = frontier.poll(); node != null; node = frontier.poll()) {
            Inbox inbox = inboxOf(node);
            Tensor bar = inbox.sum();
            boolean fresh = inbox.isFresh();
            free(node, inbox);
            run(node, bar, fresh);
        }
        for (Runnable result : results) {
            result.run();
        }
    }

    private void run(Node node, Tensor arrived, boolean freshly) {
        Tensor bar = arrived;
        boolean fresh = freshly;
        if (node.hasPreHooks()) {
            bar = node.runPreHooks(arrived);
            fresh = false;
        }
        if (captures != null) {
            captures.take(node, bar);
        } else {
            keep(node, bar, fresh);
        }
        if (!(node instanceof AccumulateGrad)) {
            runFunction(node, bar);
        }
    }

    /** Notes what a leaf, or a tensor that retains its gradient, gets in the end. */
    private void keep(Node node, Tensor bar, boolean fresh) {
        if (node instanceof AccumulateGrad leaf) {
            results.add(() -> leaf.variable().accumulate(bar, fresh && !createGraph, createGraph));
        }
        Tensor retaining = node.retaining();
        if (retaining != null) {
            results.add(() -> retaining.accumulate(bar, false, createGraph));
        }
    }

    private void runFunction(Node node, Tensor bar) {
        if (captures != null && !captures.runs(node)) {
            return;
        }
        Tensor[] answer = node.backward(bar);
        boolean fresh = node.answersFresh() && !node.hasHooks();
        answer = node.runHooks(answer, bar);
        if (anomaly) {
            Anomaly.check(node, answer);
        }
        if (!retainGraph) {
            node.release();
        }
        Node[] next = node.next();
        for (int i = 0; i < next.length; i++) {
            if (next[i] != null && answer[i] != null) {
                deliver(next[i], answer[i], fresh);
            }
        }
    }

    private void deliver(Node node, Tensor bar, boolean fresh) {
        if (captures != null && !captures.wants(node)) {
            return;
        }
        Inbox inbox = inboxOf(node);
        if (inbox == null) {
            inbox = claim(node);
            frontier.add(node);
        }
        inbox.add(bar, fresh, !createGraph);
    }

    private Inbox inboxOf(Node node) {
        if (node.inbox.isOwnedBy(this)) {
            return node.inbox;
        }
        return ownInboxes == null ? null : ownInboxes.get(node);
    }

    private Inbox claim(Node node) {
        if (node.inbox.claim(this)) {
            return node.inbox;
        }
        if (ownInboxes == null) {
            ownInboxes = new IdentityHashMap<>();
        }
        Inbox own = new Inbox();
        ownInboxes.put(node, own);
        return own;
    }

    private void free(Node node, Inbox inbox) {
        if (inbox != node.inbox) {
            ownInboxes.remove(node);
        }
        inbox.free();
    }

    /** After an error: gives back the inboxes of the nodes that did not run. */
    private void abandon() {
        for (Node node = frontier.poll(); node != null; node = frontier.poll()) {
            free(node, inboxOf(node));
        }
    }

    /** What {@code Tensor.backward} asks of a seed, and what it is if there is none. */
    static Tensor seed(Tensor output, Tensor seed) {
        if (seed == null) {
            if (output.numel() != 1) {
                throw new IllegalArgumentException(
                        "grad can be implicitly created only for scalar outputs, but the output has shape "
                                + Shape.text(output.shape));
            }
            return Factories.full(output.dtype(), 1, output.shape);
        }
        if (!Arrays.equals(seed.shape, output.shape)) {
            throw new IllegalArgumentException("Mismatch in shape: grad_output[0] has a shape of "
                    + Shape.text(seed.shape) + " and output[0] has a shape of " + Shape.text(output.shape) + ".");
        }
        return seed.to(output.dtype());
    }

    /** Where the pass starts. */
    static Node root(Tensor output) {
        Node node = output.edge();
        if (node == null) {
            throw new IllegalStateException("element 0 of tensors does not require grad and does not have a grad_fn");
        }
        return node;
    }
}
