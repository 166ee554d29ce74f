package dev.fluxion.processor.cost;

import dev.fluxion.processor.FluxionProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources compiled in memory with Fluxion's processor and loaded so that they count what they execute. */
final class Metered extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    private Metered() {
        super(Metered.class.getClassLoader());
    }

    /** Compiles texts by the simple names of their classes, all in the package {@code cost}. */
    static Metered compile(Map<String, String> texts, String... options) {
        Metered metered = new Metered();
        List<JavaFileObject> sources = new ArrayList<>();
        texts.forEach((name, text) -> sources.add(new Source(name, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all =
                new ArrayList<>(List.of("--release", "17", "-classpath", System.getProperty("java.class.path")));
        all.addAll(List.of("-sourcepath", "")); // the goldens, which are on the class path, are no sources
        all.addAll(List.of(options));
        try (JavaFileManager files = metered.files(compiler.getStandardFileManager(diagnostics, null, null))) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics, all, null, sources);
            task.setProcessors(List.of(new FluxionProcessor()));
            if (!task.call()) {
                throw new AssertionError(diagnostics.getDiagnostics().stream()
                        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .toList()
                        .toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return metered;
    }

    /** The text of a generated class. */
    String generated(String name) {
        return files.get("cost." + name + ".java").toString(StandardCharsets.UTF_8);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = files.get(name + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] counting = Metering.instrument(bytes.toByteArray());
        return defineClass(name, counting, 0, counting.length);
    }

    private JavaFileManager files(JavaFileManager standard) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                files.put(className + kind.extension, bytes);
                return new Output(className, kind, bytes);
            }
        };
    }

    private static final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes;

        Output(String className, Kind kind, ByteArrayOutputStream bytes) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
            this.bytes = bytes;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///cost/" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
