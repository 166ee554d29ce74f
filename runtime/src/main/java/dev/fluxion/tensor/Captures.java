package dev.fluxion.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The gradients that {@link Autograd#grad} asks for, and which nodes lead to them: no other runs. */
final class Captures {

    private final Map<Node, Tensor> taken = new IdentityHashMap<>();
    private final Map<Node, Boolean> inputs = new IdentityHashMap<>();
    private final Map<Node, Boolean> reaches = new IdentityHashMap<>();

    Captures(Node[] roots, Node[] inputs) {
        for (Node input : inputs) {
            this.inputs.put(input, true);
        }
        for (Node root : roots) {
            explore(root);
        }
    }

    /** Depth first without recursion: a node reaches an input if it is one or one of those after it reaches one. */
    private void explore(Node root) {
        Deque<Node> path = new ArrayDeque<>();
        Map<Node, Boolean> opened = new IdentityHashMap<>();
        path.push(root);
        while (!path.isEmpty()) {
            Node node = path.peek();
            if (reaches.containsKey(node) || opened.put(node, true) != null) {
                path.pop();
                reaches.computeIfAbsent(node, this::isOrPrecedesInput);
            } else {
                pushUnknown(node, path);
            }
        }
    }

    private void pushUnknown(Node node, Deque<Node> path) {
        for (Node next : node.next()) {
            if (next != null && !reaches.containsKey(next)) {
                path.push(next);
            }
        }
    }

    private boolean isOrPrecedesInput(Node node) {
        return inputs.containsKey(node) || runs(node);
    }

    /** Whether the function of a node is needed: whether an input lies behind it. */
    boolean runs(Node node) {
        for (Node next : node.next()) {
            if (next != null && reaches.getOrDefault(next, false)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the adjoint of a node is needed. */
    boolean wants(Node node) {
        return reaches.getOrDefault(node, false);
    }

    void take(Node node, Tensor bar) {
        if (inputs.containsKey(node)) {
            taken.put(node, bar);
        }
    }

    /** The gradients at these nodes; null where none arrived. */
    List<Tensor> at(Node[] nodes) {
        List<Tensor> gradients = new ArrayList<>(nodes.length);
        for (Node node : nodes) {
            gradients.add(taken.get(node));
        }
        return gradients;
    }
}
