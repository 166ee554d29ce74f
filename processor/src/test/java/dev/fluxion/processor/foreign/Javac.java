package dev.fluxion.processor.foreign;

import dev.fluxion.processor.FluxionProcessor;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs of javac over a family's sources. */
final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /** A source as it is held in memory. */
    static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** The name of a source that a message is about, or that of a generated one. */
    static String nameOf(Diagnostic<? extends JavaFileObject> d) {
        return d.getSource() == null ? "" : d.getSource().toUri().getPath().substring(1);
    }

    /**
     * Compiles.
     *
     * @param directory where classes and companions go
     * @param withProcessor whether the processor runs
     */
    static List<Diagnostic<? extends JavaFileObject>> run(
            Map<String, String> texts, String path, Path directory, boolean withProcessor, String... more)
            throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-classpath", path + File.pathSeparator + runtime()));
        options.addAll(List.of("-d", Files.createDirectories(directory).toString(), "-s", directory.toString()));
        options.addAll(List.of("-parameters", "-Xlint:-options", "-Xmaxerrs", "1000000", "-Xmaxwarns", "1000000"));
        options.addAll(List.of("-implicit:none", "-encoding", "UTF-8"));
        options.addAll(List.of(more));
        if (!withProcessor) {
            options.add("-proc:none");
        }
        List<JavaFileObject> sources = new ArrayList<>();
        texts.forEach((name, text) -> sources.add(new Text(name, text)));
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(found, null, null)) {
            JavaCompiler.CompilationTask task =
                    COMPILER.getTask(Writer.nullWriter(), files, found, options, null, sources);
            if (withProcessor) {
                task.setProcessors(List.of(new FluxionProcessor()));
            }
            task.call();
        }
        return found.getDiagnostics();
    }

    /** What the libraries do not bring: the runtime of generated code. */
    private static String runtime() {
        return Path.of(URI.create(dev.fluxion.Differentiable.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }
}
