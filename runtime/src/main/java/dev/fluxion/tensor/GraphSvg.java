package dev.fluxion.tensor;

import java.util.List;
import java.util.Locale;

/** Draws a graph as SVG. */
final class GraphSvg {

    private static final double LETTER = 7.3;
    private static final double LINE = 16;
    private static final double HEIGHT = 44;
    private static final double LAYER = 84;
    private static final double MARGIN = 16;

    private final List<GraphView.Vertex> vertices;
    private final LayeredLayout layout;
    private final StringBuilder svg = new StringBuilder();

    private GraphSvg(List<GraphView.Vertex> vertices, List<GraphView.Edge> edges) {
        this.vertices = vertices;
        double[] widths = new double[vertices.size()];
        for (int v = 0; v < widths.length; v++) {
            widths[v] = width(vertices.get(v));
        }
        this.layout = new LayeredLayout(widths, edges);
        begin();
        for (int e = 0; e < edges.size(); e++) {
            drawEdge(layout.route(e));
        }
        for (int v = 0; v < widths.length; v++) {
            drawVertex(v, widths[v]);
        }
        svg.append("</svg>\n");
    }

    static String of(List<GraphView.Vertex> vertices, List<GraphView.Edge> edges) {
        return new GraphSvg(vertices, edges).svg.toString();
    }

    static String color(GraphView.Kind kind) {
        return switch (kind) {
            case LEAF -> "#cfe8cf";
            case ACCUMULATE -> "#eeeeee";
            case FUNCTION -> "#dde7f5";
            case COMPILED -> "#ffe2b8";
            case RESULT -> "#f6d5d5";
        };
    }

    private static double width(GraphView.Vertex vertex) {
        int longest = 0;
        for (String line : vertex.lines()) {
            longest = Math.max(longest, line.length());
        }
        return longest * LETTER + 28;
    }

    private void begin() {
        double width = layout.width() + 2 * MARGIN;
        double height = (layout.layers() - 1) * LAYER + HEIGHT + 2 * MARGIN;
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\"",
                width, height, width, height);
        svg.append(" font-family=\"monospace\" font-size=\"12\">\n");
        append("<rect width=\"%.0f\" height=\"%.0f\" fill=\"white\"/>\n", width, height);
        svg.append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\"");
        svg.append(
                " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\" fill=\"#555555\"/></marker></defs>\n");
    }

    private double x(int point) {
        return layout.x(point) + MARGIN;
    }

    private double y(int point) {
        return layout.layer(point) * LAYER + HEIGHT / 2 + MARGIN;
    }

    /** Curves that leave and arrive vertically, so that edges do not run through the boxes beside them. */
    private void drawEdge(int[] route) {
        double fromY = y(route[0]) + HEIGHT / 2;
        append("<path d=\"M%.1f %.1f", x(route[0]), fromY);
        for (int k = 1; k < route.length; k++) {
            double toY = k == route.length - 1 ? y(route[k]) - HEIGHT / 2 : y(route[k]);
            double middle = (fromY + toY) / 2;
            append("C%.1f %.1f %.1f %.1f %.1f %.1f", x(route[k - 1]), middle, x(route[k]), middle, x(route[k]), toY);
            fromY = toY;
        }
        svg.append("\" fill=\"none\" stroke=\"#555555\" marker-end=\"url(#arrow)\"/>\n");
    }

    private void drawVertex(int v, double width) {
        GraphView.Vertex vertex = vertices.get(v);
        String style = "fill=\"" + color(vertex.kind()) + "\" stroke=\"#555555\"";
        if (vertex.kind() == GraphView.Kind.LEAF || vertex.kind() == GraphView.Kind.RESULT) {
            append("<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\" ", x(v), y(v), width / 2, HEIGHT / 2);
        } else {
            append(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\" ",
                    x(v) - width / 2, y(v) - HEIGHT / 2, width, HEIGHT);
        }
        svg.append(style).append("/>\n");
        int lines = vertex.lines().size();
        for (int l = 0; l < lines; l++) {
            double base = y(v) + 4 + (l - (lines - 1) / 2.0) * LINE;
            append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">", x(v), base);
            svg.append(escaped(vertex.lines().get(l))).append("</text>\n");
        }
    }

    private void append(String format, Object... numbers) {
        svg.append(String.format(Locale.ROOT, format, numbers));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
