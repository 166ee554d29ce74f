package dev.fluxion.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture of the graph behind a tensor: backward functions as boxes, tensors as ellipses, leaves marked, compiled methods
 * with their source line; from the leaves above down to the tensor, as values flow.
 *
 * <pre>
 *   String svg = GraphView.of(loss).label(weight, "weight").toSvg();
 * </pre>
 *
 * <p>Meant for graphs that a person can read: the layout takes time that grows with the square of a layer's width.
 */
public final class GraphView {

    /** What a vertex stands for. */
    enum Kind {
        LEAF,
        ACCUMULATE,
        FUNCTION,
        COMPILED,
        RESULT
    }

    /** A vertex with its lines of text. */
    record Vertex(Kind kind, List<String> lines) {}

    /** An edge by the places of its ends in the list of vertices, in the direction in which values flow. */
    record Edge(int from, int to) {}

    private final Tensor result;
    private final Map<Tensor, String> labels = new IdentityHashMap<>();

    private GraphView(Tensor result) {
        this.result = result;
    }

    /** A view of the graph that ends in {@code result}. */
    public static GraphView of(Tensor result) {
        return new GraphView(result);
    }

    /**
     * Gives a leaf, or the result, a name in the picture.
     *
     * @return this
     */
    public GraphView label(Tensor tensor, String name) {
        labels.put(tensor, name);
        return this;
    }

    /** The graph in the language of Graphviz. */
    public String toDot() {
        Collected graph = collect();
        StringBuilder dot = new StringBuilder("digraph graph_of_tensors {\n");
        for (int i = 0; i < graph.vertices.size(); i++) {
            dot.append("  n")
                    .append(i)
                    .append(" [")
                    .append(dotStyle(graph.vertices.get(i)))
                    .append("];\n");
        }
        for (Edge edge : graph.edges) {
            dot.append("  n")
                    .append(edge.from())
                    .append(" -> n")
                    .append(edge.to())
                    .append(";\n");
        }
        return dot.append("}\n").toString();
    }

    private static String dotStyle(Vertex vertex) {
        String text = String.join("\\n", vertex.lines()).replace("\"", "\\\"");
        String shape = vertex.kind() == Kind.LEAF || vertex.kind() == Kind.RESULT ? "ellipse" : "box";
        return "label=\"" + text + "\", shape=" + shape + ", style=filled, fillcolor=\"" + GraphSvg.color(vertex.kind())
                + "\"";
    }

    /** The graph as a picture; needs no other program. */
    public String toSvg() {
        Collected graph = collect();
        return GraphSvg.of(graph.vertices, graph.edges);
    }

    /** The vertices and edges. */
    private static final class Collected {
        private final List<Vertex> vertices = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        private int add(Kind kind, String... lines) {
            vertices.add(new Vertex(kind, List.of(lines)));
            return vertices.size() - 1;
        }
    }

    private Collected collect() {
        Collected graph = new Collected();
        int end = graph.add(Kind.RESULT, nameOf(result, "result"), shape(result));
        Node root = result.edge();
        if (root == null) {
            return graph;
        }
        Map<Node, Integer> known = new IdentityHashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        graph.edges.add(new Edge(vertex(root, graph, known, open), end));
        while (!open.isEmpty()) {
            Node node = open.poll();
            for (Node next : node.next()) {
                if (next != null) {
                    graph.edges.add(new Edge(vertex(next, graph, known, open), known.get(node)));
                }
            }
        }
        Collections.reverse(graph.edges);
        return graph;
    }

    private int vertex(Node node, Collected graph, Map<Node, Integer> known, Deque<Node> open) {
        Integer before = known.get(node);
        if (before != null) {
            return before;
        }
        open.add(node);
        int place = added(node, graph);
        known.put(node, place);
        return place;
    }

    private int added(Node node, Collected graph) {
        if (node instanceof AccumulateGrad leaf) {
            int tensor = graph.add(Kind.LEAF, nameOf(leaf.variable(), "leaf"), shape(leaf.variable()));
            int place = graph.add(Kind.ACCUMULATE, node.name());
            graph.edges.add(new Edge(tensor, place));
            return place;
        }
        return node.location() == null
                ? graph.add(Kind.FUNCTION, node.name())
                : graph.add(Kind.COMPILED, node.name(), node.location());
    }

    private String nameOf(Tensor tensor, String otherwise) {
        return labels.getOrDefault(tensor, otherwise);
    }

    private static String shape(Tensor tensor) {
        return Shape.text(tensor.shape);
    }
}
