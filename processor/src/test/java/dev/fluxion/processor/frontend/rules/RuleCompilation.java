package dev.fluxion.processor.frontend.rules;

import dev.fluxion.DerivativeOf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with a processor that does nothing but read rules and write the index. */
final class RuleCompilation {

    private final List<String> options = new ArrayList<>();
    private final List<JavaFileObject> sources = new ArrayList<>();

    RuleCompilation(Path output, String... options) {
        this.options.addAll(List.of("-d", output.toString(), "-Xlint:all,-processing", "-implicit:none"));
        this.options.addAll(List.of(options));
    }

    /** Where the runtime's classes are. */
    static Path runtime() {
        try {
            return Path.of(DerivativeOf.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException ex) {
            throw new AssertionError(ex);
        }
    }

    RuleCompilation source(String path, String text) {
        sources.add(new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        });
        return this;
    }

    /** What the reader found; the compilation itself has to succeed without a warning. */
    RulesFound read() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Reader reader = new Reader();
        JavaCompiler.CompilationTask task = javac.getTask(null, null, diagnostics, options, null, sources);
        task.setProcessors(List.of(reader));
        if (!task.call() || hasWarning(diagnostics)) {
            throw new AssertionError(diagnostics.getDiagnostics().toString());
        }
        return reader.found;
    }

    private static boolean hasWarning(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream().anyMatch(d -> d.getKind() != Diagnostic.Kind.NOTE);
    }

    private static final class Reader extends AbstractProcessor {

        private RulesFound found;

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (found == null) {
                Element root = round.getRootElements().stream()
                        .filter(e -> e instanceof TypeElement)
                        .findFirst()
                        .orElseThrow();
                Set<? extends Element> annotated = round.getElementsAnnotatedWith(DerivativeOf.class);
                RuleIndex index = new RuleIndex(processingEnv.getElementUtils(), root);
                found = new RuleReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils())
                        .read(annotated, index);
                index.entries(annotated).forEach(this::write);
            }
            return false;
        }

        private void write(RuleIndex.Entry entry) {
            TypeElement holder = processingEnv.getElementUtils().getTypeElement(entry.holder());
            try (Writer writer = processingEnv
                    .getFiler()
                    .createSourceFile(entry.qualifiedName(), holder)
                    .openWriter()) {
                writer.write(entry.source());
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }
    }
}
