package dev.fluxion.processor.corpus;

import dev.fluxion.processor.FluxionProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles all sources of the corpus in memory, with the processor. */
final class CorpusCompiler {

    private static final Path SCALARS = Path.of("src", "test", "corpus");
    private static final Path RECORDS = Path.of("src", "test", "corpus-records");
    private static final Path ARRAYS = Path.of("src", "test", "corpus-arrays");

    /** What textbooks have, written as people write it. */
    private static final Path ALGORITHMS = Path.of("src", "test", "corpus-algorithms");

    /** What needs a newer Java than 17. */
    private static final Path SINCE_21 = Path.of("src", "test", "corpus-21");

    private final List<Path> roots;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    private final Map<String, String> generated = new LinkedHashMap<>();

    private CorpusCompiler(List<Path> roots) {
        this.roots = roots;
    }

    private static CorpusCompiler scalars() {
        return new CorpusCompiler(isNew() ? List.of(SCALARS, SINCE_21) : List.of(SCALARS));
    }

    /** Whether this Java has what functions of the corpus need that 17 has not. */
    static boolean isNew() {
        return Runtime.version().feature() >= 21;
    }

    /** The corpus of functions over arrays, compiled with options of the processor. */
    static CompiledCorpus compileArrays(String... options) {
        return new CorpusCompiler(List.of(ARRAYS, ALGORITHMS)).run(List.of(new FluxionProcessor()), options);
    }

    /** The corpus of functions of records, compiled with options of the processor. */
    static CompiledCorpus compileRecords(String... options) {
        return new CorpusCompiler(List.of(RECORDS)).run(List.of(new FluxionProcessor()), options);
    }

    /** The corpus, compiled with options of the processor. */
    static CompiledCorpus compile(String... options) {
        return scalars().run(List.of(new FluxionProcessor()), options);
    }

    /** Lets a processor see the corpus. */
    static void process(Processor processor) {
        scalars().run(List.of(processor), "-proc:only");
    }

    private CompiledCorpus run(List<Processor> processors, String... options) {
        List<String> all =
                new ArrayList<>(List.of("-parameters", "-Xlint:-options", "--release", isNew() ? "21" : "17"));
        all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        all.addAll(List.of(options));
        try (JavaFileManager files = memory(compiler.getStandardFileManager(diagnostics, null, null))) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, all, null, sources());
            task.setProcessors(processors);
            if (!task.call()) {
                throw new AssertionError(errors());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        classes.forEach((name, out) -> bytes.put(name, out.toByteArray()));
        return new CompiledCorpus(bytes, generated);
    }

    private String errors() {
        StringBuilder text = new StringBuilder("the corpus does not compile:\n");
        diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .forEach(d -> text.append(d).append('\n'));
        return text.toString();
    }

    private List<JavaFileObject> sources() throws IOException {
        List<JavaFileObject> found = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                    String name = "corpus/" + root.relativize(path).toString().replace('\\', '/');
                    found.add(new Source(name, Files.readString(path)));
                }
            }
        }
        return found;
    }

    private JavaFileManager memory(JavaFileManager standard) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return kind == JavaFileObject.Kind.SOURCE ? new GeneratedSource(name) : new ClassFile(name);
            }
        };
    }

    private static class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** A companion, written once and read once. */
    private final class GeneratedSource extends SimpleJavaFileObject {

        private final String name;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        GeneratedSource(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.name = name;
        }

        @Override
        public OutputStream openOutputStream() {
            return out;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            String text = out.toString(java.nio.charset.StandardCharsets.UTF_8);
            generated.put(name, text);
            return text;
        }
    }

    private final class ClassFile extends SimpleJavaFileObject {

        private final String name;

        ClassFile(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            classes.put(name, out);
            return out;
        }
    }
}
