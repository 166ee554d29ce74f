package dev.fluxion.processor.frontend.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

final class SliceTest {

    @Test
    void leavesOutWhatNoAnnotatedMethodNames() throws IOException {
        String slice = slice("""
                import java.util.List;
                import java.util.Map;

                class Curves {
                    static final double USED = base();
                    static final Map<String, List<String>> UNUSED = Map.of();

                    @Differentiable
                    static double f(double x) {
                        return helper(x) * USED;
                    }

                    static double helper(double x) {
                        return x * x;
                    }

                    private static double base() {
                        return 2;
                    }

                    static Map<String, String> other(
                            double x) {
                        return Map.of();
                    }
                }
                """);

        assertThat(slice.replaceAll(" +\n", "\n")).isEqualTo("""



                class Curves {
                    static final double USED = base();


                    @Differentiable
                    static double f(double x) {
                        return helper(x) * USED;
                    }

                    static double helper(double x) {
                        return x * x;
                    }

                    private static double base() {
                        return 2;
                    }





                }
                """);
    }

    @Test
    void keepsOffsetsAndLines() throws IOException {
        String text =
                "class A {\n    int gone() {\r\n        return 1;\n    }\n    @Differentiable double f(double x) { return x; }\n}\n";

        String slice = slice(text);

        assertThat(slice).hasSameSizeAs(text);
        assertThat(slice.indexOf("f(double")).isEqualTo(text.indexOf("f(double"));
        assertThat(slice.lines().count()).isEqualTo(text.lines().count());
        assertThat(slice).contains("\r\n").doesNotContain("gone");
    }

    @Test
    void keepsTheHeadOfWhatOverrides() throws IOException {
        String slice = slice("""
                class A implements Shape {
                    @Override
                    public double area() { return side * side; }
                    @Differentiable double f(double x) { return x; }
                }
                """);

        assertThat(slice)
                .containsPattern("public double area\\(\\) \\{throw null; *}")
                .doesNotContain("side");
    }

    /** Comments in generated code, and messages, name lines by their number. */
    @Test
    void keepsTheLinesOfWhatOverrides() throws IOException {
        String text = """
                class A extends Number {
                    @Override
                    public int intValue() {
                        return (int) side;
                    }
                    @Override public long longValue() {\r
                        return side;
                    }
                    @Override public float floatValue() {
                      return
                       1;
                    }
                    @Override public double doubleValue() {
                    if (a)
                    b(1);
                    }
                    @Override public byte byteValue() { g();
                }
                    @Differentiable double f(double x) { return x; }
                }
                """;

        String slice = slice(text);

        assertThat(slice).hasSameSizeAs(text).doesNotContain("side").doesNotContain("a)");
        assertThat(slice.lines().toList().indexOf("    @Differentiable double f(double x) { return x; }"))
                .isEqualTo(18);
        assertThat(slice).contains("    public int intValue() {\nthrow null; ").contains("g();");
    }

    @Test
    void keepsWhatIsCalledWithoutBeingNamed() throws IOException {
        String text = """
                record Point(double x, double y) {
                    public double x() { return 2 * x; }
                }
                enum Scale { SMALL(small()), LARGE(10); Scale(double d) {} static double small() { return 1; } }
                class Held {
                    static int first[] = {1, 2}, second = 2;
                    double field = initial();
                    Held() { count(); }
                    double initial() { return 1; }
                    void count() { }
                    public String toString() { return ""; }
                    @Differentiable static double f(double x) { return x * first[0]; }
                }
                @DerivativeOf(Math.class) class Rules { static double sin(double x, double xDot) { return xDot; } }
                """;

        assertThat(slice(text)).isEqualTo(text);
    }

    @Test
    void knowsWhatIsBlank() throws IOException {
        String text =
                "class A { void gone() { } @Override public int over() { return 1 + 1; } @Differentiable double f() { } }";
        SourceFile file = new SourceFile("A", text);

        Slice slice = of(file);

        assertThat(slice.isBlank(file, text.indexOf("{ return"))).isTrue();
        assertThat(slice.isBlank(file, text.lastIndexOf("{ }"))).isFalse();
    }

    private static String slice(String text) throws IOException {
        return of(new SourceFile("A", text)).files().get(0).text();
    }

    private static Slice of(SourceFile file) throws IOException {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, d -> {}, null, null, List.of(MirrorSource.root(file)));
        SliceParts parts = new SliceParts(
                task.parse().iterator().next(), file, Trees.instance(task).getSourcePositions());
        return Slice.of(List.of(parts));
    }
}
