package dev.fluxion.processor.frontend.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Legal user classes that attribution in place would break: with the mirror javac behaves as if nothing had run. */
class JavacShapesTest {

    private static final String IMPORTS =
            "import dev.fluxion.Differentiable; import java.io.*; import java.util.*; import java.util.function.*;"
                    + " import java.util.stream.*; ";

    /** The companion that a real run would generate. */
    private static final String COMPANION = """
            package p;
            final class AGrad {
              private AGrad() {}
              record FGradient(double value, double dX) {}
              record HGradient(double value, double dX) {}
              static double fDerivative(double x) { return 2; }
              static double hDerivative(double x) { return 2; }
              static FGradient fGradient(double x) { return new FGradient(x * 2, 2); }
            }
            """;

    static Stream<String> legalMembers() {
        return Stream.of(
                "static double use() { double g = AGrad.fDerivative(1.0); return g; }",
                "static double use() { var g = AGrad.fDerivative(1.0); return g; }",
                "@Differentiable static double h(double x) { var g = AGrad.fDerivative(x); return x * g; }",
                "static double use() { var g = Math.sin(1.0); return g; }",
                "static double use() { double s = 0; for (var g : new double[] {AGrad.fDerivative(1)}) s += g; return s; }",
                "static double use() { double s = 0; for (var g = AGrad.fDerivative(1); g < 3; g++) s += g; return s; }",
                "static double use() { DoubleUnaryOperator h = z -> AGrad.fDerivative(z); return h.applyAsDouble(1); }",
                "static double use() { DoubleUnaryOperator h = (var z) -> AGrad.fDerivative(z);"
                        + " return h.applyAsDouble(1); }",
                "static double use() { return DoubleStream.of(1).map(AGrad::fDerivative)"
                        + ".map(q -> q + AGrad.fDerivative(q)).sum(); }",
                "static double use(int k) { return switch (k) { case 1 -> AGrad.fDerivative(1); default -> 0; }; }",
                "static double use(boolean b) { return b ? AGrad.fDerivative(1) : 0; }",
                "static class N { static double use() { var g = AGrad.fDerivative(1.0); return g; } }",
                "} class Second { static double use() { var g = AGrad.fDerivative(1.0); return g; }",
                "static int use() throws IOException {"
                        + " try (var g = new StringReader(\"\" + AGrad.fDerivative(1))) { g.read(); return 1; } }",
                "static double use(Object o) { return o instanceof Double d ? AGrad.fDerivative(d) : 0; }",
                "record R(double q) { double z() { return AGrad.fDerivative(q); } }",
                "static double use() { return new Object() { double q() { return AGrad.fDerivative(1); } }.q(); }",
                "static double use() { var o = new Object() { double q() { return AGrad.fDerivative(1); } };"
                        + " return o.q(); }",
                "static double use() { class L { double q() { return AGrad.fDerivative(1); } } return new L().q(); }",
                "static double use() { List<Double> l = new ArrayList<>(List.of(AGrad.fDerivative(1)));"
                        + " return l.get(0); }",
                "static double use() { var g = AGrad.fGradient(2); return g.dX() + AGrad.fGradient(1).value(); }",
                "static final int REDUNDANT = (int) 3; static final double U = (double) 2.0 * REDUNDANT;",
                "static double use() { int redundant = (int) 3; return redundant; }",
                "@Deprecated static double old() { return 1; } } class User { double d = A.old();");
    }

    @ParameterizedTest
    @MethodSource("legalMembers")
    void legal_class_gets_the_diagnostics_of_a_run_without_a_mirror(String member) {
        String source = "package p; " + IMPORTS + "public class A { @Differentiable static double f(double x)"
                + " { return x * 2; } " + member + " }";

        List<String> without = Compile.sources(source)
                .with((environment, round) -> {
                    if (!round.getRootElements().isEmpty()
                            && environment.getElementUtils().getTypeElement("p.AGrad") == null) {
                        generate(environment);
                    }
                })
                .messages();
        List<String> with = Compile.sources(source)
                .with((environment, round) -> {
                    if (environment.getElementUtils().getTypeElement("p.AGrad") == null) {
                        assertThat(MirrorFixture.attributeAll(environment, round)
                                        .problems())
                                .isEmpty();
                        generate(environment);
                    }
                })
                .messages();

        assertThat(with).isEqualTo(without);
        assertThat(with).noneMatch(message -> message.startsWith("ERROR"));
    }

    @Test
    void users_own_errors_are_reported_once_by_javac() {
        for (String body : List.of("x * undefinedVar", "x * \"s\"")) {
            String source = "package p; import dev.fluxion.Differentiable;"
                    + " public class A { @Differentiable static double f(double x) { return " + body + "; }"
                    + " int other() { return \"t\"; } }";

            Compile compile = Compile.sources(source).with((environment, round) -> {
                if (environment.getElementUtils().getTypeElement("p.AGrad") == null) {
                    Mirror mirror = MirrorFixture.attributeAll(environment, round);
                    assertThat(mirror.problems()).hasSize(2);
                    assertThat(mirror.problems().get(0).isUnresolved()).isEqualTo(body.contains("undefined"));
                    generate(environment);
                }
            });

            assertThat(compile.messages()).hasSize(2).allMatch(message -> message.startsWith("ERROR"));
        }
    }

    private static void generate(javax.annotation.processing.ProcessingEnvironment environment)
            throws java.io.IOException {
        try (Writer writer = environment.getFiler().createSourceFile("p.AGrad").openWriter()) {
            writer.write(COMPANION);
        }
    }
}
