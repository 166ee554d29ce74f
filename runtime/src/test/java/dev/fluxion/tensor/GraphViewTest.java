package dev.fluxion.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphViewTest {

    private static final CompiledFunction.Kernel NOTHING = (in, at, out, to, count) -> {};

    private final Tensor u = Tensor.scalar(1).requiresGrad(true);
    private final Tensor v = Tensor.of(1, 2).requiresGrad(true);

    private Tensor graph() {
        CompiledFunction f = CompiledFunction.elementwise(
                CompiledFunction.Signature.ofDoubles("f", "Curves.java:12", "u"), NOTHING, NOTHING, null);
        return f.apply(u).mul(v).add(u);
    }

    @Test
    void dot_hasTensorsFunctionsAndSourceLines() {
        assertThat(GraphView.of(graph()).label(u, "u").label(v, "v").toDot()).isEqualTo("""
                        digraph graph_of_tensors {
                          n0 [label="result\\n[2]", shape=ellipse, style=filled, fillcolor="#f6d5d5"];
                          n1 [label="AddBackward0", shape=box, style=filled, fillcolor="#dde7f5"];
                          n2 [label="MulBackward0", shape=box, style=filled, fillcolor="#dde7f5"];
                          n3 [label="u\\n[]", shape=ellipse, style=filled, fillcolor="#cfe8cf"];
                          n4 [label="AccumulateGrad", shape=box, style=filled, fillcolor="#eeeeee"];
                          n5 [label="fBackward\\nCurves.java:12", shape=box, style=filled, fillcolor="#ffe2b8"];
                          n6 [label="v\\n[2]", shape=ellipse, style=filled, fillcolor="#cfe8cf"];
                          n7 [label="AccumulateGrad", shape=box, style=filled, fillcolor="#eeeeee"];
                          n4 -> n5;
                          n7 -> n2;
                          n6 -> n7;
                          n5 -> n2;
                          n4 -> n1;
                          n3 -> n4;
                          n2 -> n1;
                          n1 -> n0;
                        }
                        """);
    }

    @Test
    void svg_isWellFormedWithOneTextPerLineAndOnePathPerEdge() {
        String svg = GraphView.of(graph()).label(u, "u<&>").toSvg();
        assertBalanced(svg);
        assertThat(svg.split("<text ", -1)).hasSize(1 + 12);
        assertThat(svg.split("marker-end=", -1)).hasSize(1 + 8);
        assertThat(svg).contains(">u&lt;&amp;&gt;<").contains(">Curves.java:12<");
        assertThat(GraphView.of(graph()).label(u, "u<&>").toSvg()).isEqualTo(svg);
    }

    private static void assertBalanced(String svg) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags =
                Pattern.compile("<(/?)(\\w+)((?: [\\w:-]+=\"[^\"<]*\")*)(/?)>").matcher(svg);
        int known = 0;
        while (tags.find()) {
            known++;
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(tags.group(2));
            } else if (tags.group(4).isEmpty()) {
                open.push(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(svg.split("<", -1)).hasSize(known + 1);
    }

    @Test
    void layout_putsEdgesDownwardsWithoutOverlaps() {
        Tensor x = Tensor.scalar(1).requiresGrad(true);
        Tensor y = x.sin().mul(x.cos()).add(x.exp().mul(x)).add(x.log());
        double[] widths = {50, 60, 70, 80, 90};
        LayeredLayout layout = new LayeredLayout(
                widths,
                java.util.List.of(
                        new GraphView.Edge(0, 1),
                        new GraphView.Edge(0, 2),
                        new GraphView.Edge(1, 3),
                        new GraphView.Edge(2, 3),
                        new GraphView.Edge(0, 3),
                        new GraphView.Edge(4, 3)));
        assertThat(layout.layers()).isEqualTo(3);
        assertThat(layout.layer(0)).isZero();
        assertThat(layout.layer(4)).isEqualTo(1);
        assertThat(layout.layer(3)).isEqualTo(2);
        assertThat(layout.route(4)).hasSize(3);
        int[] middle = {1, 2, 4, layout.route(4)[1]};
        for (int a : middle) {
            for (int b : middle) {
                if (a < b) {
                    double half = (width(widths, a) + width(widths, b)) / 2;
                    assertThat(Math.abs(layout.x(a) - layout.x(b))).isGreaterThan(half);
                }
            }
        }
        assertThat(GraphView.of(y).toSvg()).contains("SinBackward0");
    }

    private static double width(double[] widths, int point) {
        return point < widths.length ? widths[point] : 0;
    }

    @Test
    void view_ofConstant_isOneEllipse() {
        assertThat(GraphView.of(Tensor.ones(2)).toDot()).contains("n0").doesNotContain("->");
        assertThat(GraphView.of(Tensor.ones(2)).toSvg()).contains("<ellipse");
    }
}
