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
        return JavacShapes.MEMBERS.stream();
    }

    @ParameterizedTest
    @MethodSource("legalMembers")
    void legal_class_gets_the_diagnostics_of_a_run_without_a_mirror(String member) {
        String source = JavacShapes.legal("p", member);

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
        for (String body : JavacShapes.WRONG) {
            String source = JavacShapes.wrong(body);

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
