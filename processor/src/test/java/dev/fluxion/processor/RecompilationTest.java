package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build that compiles only the files that changed makes, beside one that compiles all. */
class RecompilationTest {

    private static final String CALLER = """
            package p;

            import dev.fluxion.Differentiable;

            public final class Caller {
                @Differentiable
                public static double f(double[] x, double k) {
                    double sum = 0;
                    for (double v : x) {
                        sum += Called.g(v) * k;
                    }
                    return sum;
                }
            }
            """;

    private static final String CALLED = """
            package p;

            import dev.fluxion.Differentiable;

            public final class Called {
                %s
                public static double g(double x) {
                    double y = x;
                    while (y > 1) {
                        y = %s;
                    }
                    return y;
                }
            }
            """;

    private static final String ANNOTATED = CALLED.formatted("@Differentiable", "y / 2");
    private static final String CHANGED = CALLED.formatted("@Differentiable", "Math.sin(y) / 3");
    private static final String PLAIN = CALLED.formatted("", "y / 2");
    private static final String PLAIN_CHANGED = CALLED.formatted("", "y / 4");

    @TempDir
    private Path directory;

    @Test
    void annotatedCallee_whoseBodyChanged_isRecompiledAlone() throws Exception {
        Path built = build("built", Map.of("Caller", CALLER, "Called", ANNOTATED));
        assertThat(compile(built, Map.of("Called", CHANGED))).isEmpty();
        Path clean = build("clean", Map.of("Caller", CALLER, "Called", CHANGED));

        assertThat(files(built)).isEqualTo(files(clean));
    }

    /** What is not known of a class file is that a method has no effects: its callers have no method over tensors, and record more. */
    @Test
    void caller_recompiledAlone_hasTheSameMethodsButThoseOverTensors_andTheSameDerivatives() throws Exception {
        Path built = build("built", Map.of("Caller", CALLER, "Called", ANNOTATED));
        List<String> clean = headers(built);
        assertThat(compile(built, Map.of("Caller", CALLER))).isEmpty();
        List<String> alone = headers(built);

        assertThat(clean).anySatisfy(h -> assertThat(h).contains("Tensor f(Tensor x, Tensor k)"));
        assertThat(alone)
                .isEqualTo(clean.stream().filter(h -> !h.contains("Tensor")).toList());
        try (URLClassLoader classes = loader(built)) {
            assertThat(adjoint(classes)).isEqualTo(0.5);
        }
    }

    @Test
    void calleeWithoutAnnotation_isNotSeenInAClassFile() throws Exception {
        Path built = build("built", Map.of("Caller", CALLER, "Called", PLAIN));

        assertThat(compile(built, Map.of("Caller", CALLER)))
                .anySatisfy(m -> assertThat(m).contains("[FLX0204]"));
    }

    @Test
    void calleeWithoutAnnotation_recompiledWithItsCallers_equalsACleanBuild() throws Exception {
        Path built = build("built", Map.of("Caller", CALLER, "Called", PLAIN));
        assertThat(compile(built, Map.of("Caller", CALLER, "Called", PLAIN_CHANGED)))
                .isEmpty();
        Path clean = build("clean", Map.of("Caller", CALLER, "Called", PLAIN_CHANGED));

        assertThat(files(built)).isEqualTo(files(clean));
    }

    @Test
    void calleeWithoutAnnotation_recompiledAlone_leavesItsCallersTheOldDerivative() throws Exception {
        Path built = build("built", Map.of("Caller", CALLER, "Called", PLAIN));
        assertThat(compile(built, Map.of("Called", PLAIN_CHANGED))).isEmpty();

        try (URLClassLoader classes = loader(built)) {
            double value = (double) classes.loadClass("p.Caller")
                    .getMethod("f", double[].class, double.class)
                    .invoke(null, new double[] {2}, 1.0);
            assertThat(value).isEqualTo(0.5);
            assertThat(adjoint(classes)).isEqualTo(0.5);
        }
    }

    @Test
    void annotationThatIsDeleted_leavesItsCallersWithoutTheCompanion_untilTheyAreRecompiled() throws Exception {
        Path built = build("built", Map.of("Caller", CALLER, "Called", ANNOTATED));
        remove(built, "CalledGrad");
        assertThat(compile(built, Map.of("Called", PLAIN))).isEmpty();
        try (URLClassLoader classes = loader(built)) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> adjoint(classes)))
                    .hasRootCauseInstanceOf(ClassNotFoundException.class);
        }
        assertThat(compile(built, Map.of("Caller", CALLER, "Called", PLAIN))).isEmpty();
        Path clean = build("clean", Map.of("Caller", CALLER, "Called", PLAIN));

        assertThat(files(built)).isEqualTo(files(clean));
    }

    private static double adjoint(ClassLoader classes) throws Exception {
        double[] bar = new double[1];
        classes.loadClass("p.CallerGrad")
                .getMethod("fGradient", double[].class, double.class, double[].class)
                .invoke(null, new double[] {2}, 1.0, bar);
        return bar[0];
    }

    private static URLClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, RecompilationTest.class.getClassLoader());
    }

    private static void remove(Path classes, String name) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve("p"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches(name + "(\\$.*)?\\.(class|java)"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /** The headers of the companion's public methods. */
    private static List<String> headers(Path classes) throws IOException {
        return Files.readString(classes.resolve("p/CallerGrad.java"))
                .lines()
                .filter(line -> line.contains("public static ") && line.endsWith("{") && line.contains("("))
                .toList();
    }

    private Path build(String name, Map<String, String> sources) throws IOException {
        Path classes = Files.createDirectories(directory.resolve(name));
        assertThat(compile(classes, sources)).isEmpty();
        return classes;
    }

    /** Compiles some files against what a directory has; what is wrong is returned. */
    private List<String> compile(Path classes, Map<String, String> sources) throws IOException {
        Path written = Files.createDirectories(
                Files.createTempDirectory(directory, "sources").resolve("p"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> s : sources.entrySet()) {
            files.add(Files.writeString(written.resolve(s.getKey() + ".java"), s.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-cp",
                classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                "-s",
                classes.toString(),
                "--release",
                "17",
                "-implicit:none",
                "-sourcepath",
                written.getParent().toString());
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new FluxionProcessor()));
            task.call();
        }
        return found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(null))
                .toList();
    }

    /** The bytes of all class files and the text of all companions, by their names. */
    private static Map<String, List<Byte>> files(Path classes) throws IOException {
        Map<String, List<Byte>> found = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<Byte> bytes = new ArrayList<>();
                for (byte b : Files.readAllBytes(file)) {
                    bytes.add(b);
                }
                found.put(classes.relativize(file).toString(), bytes);
            }
        }
        return found;
    }
}
