package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.frontend.mirror.JavacShapes;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Legal classes around annotated methods, which a processor that attributes them in place breaks: javac has nothing new to say of them. */
class ShapesTest {

    static final List<String> WRONG = JavacShapes.WRONG;

    /** How javac finds the runtime. */
    enum Kind {
        CLASS_PATH,
        MODULE_PATH
    }

    @ParameterizedTest
    @EnumSource
    void legalClasses_getNoMessageThatAProcessorWhichDoesNothingDoesNotCause(Kind kind) {
        InMemory with = compile(kind, new FluxionProcessor());
        InMemory idle = compile(kind, new Idle(with.generated()));

        assertThat(with.generated()).hasSize(JavacShapes.MEMBERS.size());
        assertThat(with.isSuccessful()).as(String.valueOf(with.errors())).isTrue();
        assertThat(idle.isSuccessful()).isTrue();
        assertThat(idle.messages()).as("warnings at all").hasSizeGreaterThan(3);
        List<String> added = new ArrayList<>(with.messages());
        idle.messages().forEach(added::remove);
        assertThat(added).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void generatedCode_getsNoWarning(Kind kind) {
        assertThat(compile(kind, new FluxionProcessor()).told())
                .extracting(InMemory.Message::file)
                .doesNotContain("AGrad.java");
    }

    @ParameterizedTest
    @FieldSource("WRONG")
    void usersOwnErrors_areToldOnceByJavac(String returned) {
        Map<String, String> source = Map.of("p.A", JavacShapes.wrong(returned));
        List<String> javacs = errors(InMemory.compile(source, List.of("-Xlint:all")));

        InMemory run = InMemory.compile(source, List.of("-Xlint:all"), new FluxionProcessor());

        assertThat(javacs).hasSize(2);
        assertThat(errors(run)).isEqualTo(javacs);
    }

    /** javac asks no further processor once all annotations are claimed. */
    @Test
    void processorsBehind_areAskedToo() {
        Map<String, String> sources = Map.of(
                "p.A", "package p; class A { @dev.fluxion.Differentiable static double f(double x) { return x; } }");
        Idle behind = new Idle(Set.of("*"), Map.of());

        InMemory run = InMemory.compile(sources, List.of(), new FluxionProcessor(), behind);

        assertThat(run.isSuccessful()).isTrue();
        assertThat(behind.wasAsked()).isTrue();
    }

    private static List<String> errors(InMemory run) {
        return run.messages().stream().filter(m -> m.contains(": error: ")).toList();
    }

    private static InMemory compile(Kind kind, Processor processor) {
        Map<String, String> sources = new LinkedHashMap<>();
        List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Xmaxwarns", "100000"));
        if (kind == Kind.MODULE_PATH) {
            sources.put("module-info", "module shapes { requires dev.fluxion.runtime; }");
            options.addAll(List.of("--module-path", runtime().toString()));
        }
        for (int i = 0; i < JavacShapes.MEMBERS.size(); i++) {
            sources.put("p" + i + ".A", JavacShapes.legal("p" + i, JavacShapes.MEMBERS.get(i)));
        }
        return InMemory.compile(sources, options, processor);
    }

    /** The runtime's module: a directory or an archive. */
    static Path runtime() {
        try {
            return Path.of(Differentiable.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
