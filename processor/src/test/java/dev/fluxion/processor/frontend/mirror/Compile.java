package dev.fluxion.processor.frontend.mirror;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One run of javac over sources in memory, with an action run inside its first round of annotation processing. */
final class Compile {

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing,-classfile", "-proc:full"));
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
    private Throwable thrown;

    /** What runs in a round. */
    interface Round {
        void run(ProcessingEnvironment environment, RoundEnvironment round) throws Exception;
    }

    static Compile sources(String... texts) {
        Compile compile = new Compile();
        for (String text : texts) {
            compile.sources.put(nameOf(text), text);
        }
        if (Runtime.version().feature() < 21) {
            compile.options.remove("-proc:full");
        }
        return compile;
    }

    Compile options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Runs javac; the action is called in every round. */
    Compile with(Round action) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, text) -> units.add(new Source(name, text)));
        Consumer<Throwable> failure = t -> thrown = thrown == null ? t : thrown;
        try (Discarding files = new Discarding(compiler.getStandardFileManager(null, null, null))) {
            JavaCompiler.CompilationTask task = compiler.getTask(null, files, diagnostics::add, options, null, units);
            task.setProcessors(List.of(new Running(action, failure)));
            task.call();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        if (thrown != null) {
            throw new AssertionError("inside the round", thrown);
        }
        return this;
    }

    List<String> messages() {
        return diagnostics.stream()
                .map(d -> d.getKind() + ":"
                        + (d.getSource() == null ? "" : d.getSource().getName()) + ":" + d.getLineNumber() + ": "
                        + d.getMessage(null))
                .toList();
    }

    /** {@code package p; ... class C} is in {@code p/C.java}. */
    private static String nameOf(String text) {
        java.util.regex.Matcher pack =
                java.util.regex.Pattern.compile("package ([\\w.]+);").matcher(text);
        java.util.regex.Matcher type = java.util.regex.Pattern.compile(
                        "(?:^|[;}\n]\\s*|public |final |abstract |sealed )(?:class|interface|enum|record|@interface) (\\w+)")
                .matcher(text);
        String prefix = pack.find() ? pack.group(1).replace('.', '/') + "/" : "";
        return prefix + (type.find() ? type.group(1) : "module-info") + ".java";
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Class files go nowhere. */
    private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {

        Discarding(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///out/" + className + kind.extension), kind) {

                private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }

                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
                }
            };
        }
    }

    private static final class Running extends AbstractProcessor {

        private final Round action;
        private final Consumer<Throwable> failure;

        Running(Round action, Consumer<Throwable> failure) {
            this.action = action;
            this.failure = failure;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            try {
                action.run(processingEnv, round);
            } catch (Throwable t) {
                failure.accept(t);
            }
            return false;
        }
    }
}
