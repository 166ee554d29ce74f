package dev.fluxion.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places the vertices of an acyclic graph in layers so that edges point downwards and cross little (K. Sugiyama, S. Tagawa,
 * M. Toda, 1981): layers by the longest path to the end, long edges through points in between, order by barycentres, and
 * places as near to the neighbours' mean as the neighbours in the layer allow.
 */
final class LayeredLayout {

    private static final int SWEEPS = 12;
    private static final double GAP = 24;

    private final List<GraphView.Edge> edges;
    private final int[] layer;
    private final List<Double> widths = new ArrayList<>();
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();
    private final List<int[]> routes = new ArrayList<>();
    private final List<List<Integer>> layers = new ArrayList<>();
    private double[] x;
    private final int[] layerOf;

    /** Of as many vertices as widths; edges in any order. */
    LayeredLayout(double[] vertexWidths, List<GraphView.Edge> edges) {
        this.edges = edges;
        this.layer = longestPaths(vertexWidths.length);
        for (int v = 0; v < vertexWidths.length; v++) {
            addPoint(vertexWidths[v], layer[v]);
        }
        for (GraphView.Edge edge : edges) {
            routes.add(route(edge));
        }
        layerOf = new int[widths.size()];
        for (int l = 0; l < layers.size(); l++) {
            for (int point : layers.get(l)) {
                layerOf[point] = l;
            }
        }
        order();
        place();
    }

    /** The layers counted from above: an end is as low as possible, and every start just above where its edges go. */
    private int[] longestPaths(int vertices) {
        int[] height = new int[vertices];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (GraphView.Edge edge : edges) {
                if (height[edge.from()] <= height[edge.to()]) {
                    height[edge.from()] = height[edge.to()] + 1;
                    changed = true;
                }
            }
        }
        int top = 0;
        for (int h : height) {
            top = Math.max(top, h);
        }
        for (int v = 0; v < vertices; v++) {
            height[v] = top - height[v];
        }
        return height;
    }

    private int addPoint(double width, int inLayer) {
        while (layers.size() <= inLayer) {
            layers.add(new ArrayList<>());
        }
        int point = widths.size();
        widths.add(width);
        above.add(new ArrayList<>());
        below.add(new ArrayList<>());
        layers.get(inLayer).add(point);
        return point;
    }

    private int[] route(GraphView.Edge edge) {
        int steps = layer[edge.to()] - layer[edge.from()];
        int[] points = new int[steps + 1];
        points[0] = edge.from();
        points[steps] = edge.to();
        for (int k = 1; k < steps; k++) {
            points[k] = addPoint(0, layer[edge.from()] + k);
        }
        for (int k = 0; k < steps; k++) {
            below.get(points[k]).add(points[k + 1]);
            above.get(points[k + 1]).add(points[k]);
        }
        return points;
    }

    private void order() {
        double[] position = new double[widths.size()];
        number(position);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int k = 0; k < layers.size(); k++) {
                List<Integer> points = layers.get(down ? k : layers.size() - 1 - k);
                List<List<Integer>> neighbours = down ? above : below;
                double[] barycentre = new double[position.length];
                for (int point : points) {
                    barycentre[point] = mean(neighbours.get(point), position, position[point]);
                }
                points.sort(Comparator.comparingDouble(point -> barycentre[point]));
                number(position);
            }
        }
    }

    private void number(double[] position) {
        for (List<Integer> points : layers) {
            for (int i = 0; i < points.size(); i++) {
                position[points.get(i)] = i;
            }
        }
    }

    private static double mean(List<Integer> points, double[] of, double otherwise) {
        double sum = 0;
        for (int point : points) {
            sum += of[point];
        }
        return points.isEmpty() ? otherwise : sum / points.size();
    }

    private void place() {
        x = new double[widths.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int k = 0; k < layers.size(); k++) {
                boolean down = sweep % 2 == 0;
                moveLayer(layers.get(down ? k : layers.size() - 1 - k), down ? above : below);
            }
        }
        double left = Double.POSITIVE_INFINITY;
        for (int point = 0; point < x.length; point++) {
            left = Math.min(left, x[point] - widths.get(point) / 2);
        }
        for (int point = 0; point < x.length; point++) {
            x[point] -= left;
        }
    }

    /** Both passes keep the distances, one pushing to the right and one to the left; so does their mean. */
    private void moveLayer(List<Integer> points, List<List<Integer>> neighbours) {
        int n = points.size();
        double[] right = new double[n];
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            double wanted = mean(neighbours.get(points.get(i)), x, x[points.get(i)]);
            right[i] = i == 0 ? wanted : Math.max(wanted, right[i - 1] + distance(points.get(i - 1), points.get(i)));
        }
        for (int i = n - 1; i >= 0; i--) {
            double wanted = mean(neighbours.get(points.get(i)), x, x[points.get(i)]);
            left[i] = i == n - 1 ? wanted : Math.min(wanted, left[i + 1] - distance(points.get(i), points.get(i + 1)));
        }
        for (int i = 0; i < n; i++) {
            x[points.get(i)] = (left[i] + right[i]) / 2;
        }
    }

    private double distance(int a, int b) {
        return (widths.get(a) + widths.get(b)) / 2 + GAP;
    }

    /** The middle of a vertex, or of a point of a route, from the left edge. */
    double x(int point) {
        return x[point];
    }

    /** The layer of a vertex, or of a point of a route, from above. */
    int layer(int point) {
        return layerOf[point];
    }

    /** The points of edge number {@code edge}, its ends included. */
    int[] route(int edge) {
        return routes.get(edge);
    }

    int layers() {
        return layers.size();
    }

    double width() {
        double right = 0;
        for (int point = 0; point < x.length; point++) {
            right = Math.max(right, x[point] + widths.get(point) / 2);
        }
        return right;
    }
}
