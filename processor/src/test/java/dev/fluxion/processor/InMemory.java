package dev.fluxion.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of javac with annotation processors, all in memory: its classes, generated sources and messages. */
public final class InMemory extends ClassLoader {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager STANDARD = COMPILER.getStandardFileManager(null, null, null);

    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    private final Map<String, ByteArrayOutputStream> generated = new TreeMap<>();
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private boolean successful;

    private InMemory() {
        super(InMemory.class.getClassLoader());
    }

    /**
     * Compiles.
     *
     * @param sources texts by the binary names of their classes
     */
    public static InMemory compile(Map<String, String> sources, List<String> options, Processor... processors) {
        InMemory run = new InMemory();
        List<JavaFileObject> units = new ArrayList<>();
        new LinkedHashMap<>(sources).forEach((name, text) -> units.add(source(name, text)));
        List<String> all = new ArrayList<>();
        if (!options.contains("-classpath") && !options.contains("--module-path")) {
            all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        }
        if (processors.length == 0) {
            all.add("-proc:none");
        }
        all.addAll(options);
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(run.out, run.files(), run.diagnostics::add, all, null, units);
        if (processors.length > 0) {
            task.setProcessors(List.of(processors));
        }
        run.successful = task.call();
        return run;
    }

    /** Compiles with the processor itself, verifying every stage. */
    public static InMemory derive(Map<String, String> sources, String... options) {
        List<String> all = new ArrayList<>(List.of("-Afluxion.verify=true"));
        all.addAll(List.of(options));
        return compile(sources, all, new FluxionProcessor());
    }

    /** This run, whose classes see those of a library too. */
    public InMemory with(InMemory library) {
        library.classes.forEach(classes::putIfAbsent);
        return this;
    }

    public boolean isSuccessful() {
        return successful;
    }

    /** The errors: the file, the line and the message of each. */
    public List<String> errors() {
        List<String> reported = reportedErrors();
        // Where javac fails itself, it only prints.
        return successful || !reported.isEmpty() ? reported : List.of(out.toString());
    }

    private List<String> reportedErrors() {
        return diagnostics.stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> (d.getSource() == null ? "" : d.getSource().getName() + ":" + d.getLineNumber() + ": ")
                        + d.getMessage(null))
                .toList();
    }

    /** All messages in order, each as javac prints it without the source line. */
    public List<String> messages() {
        return diagnostics.stream().map(Message::of).map(Message::toString).toList();
    }

    /** All messages in order. */
    public List<Message> told() {
        return diagnostics.stream().map(Message::of).toList();
    }

    /** A message with its place; file and numbers are empty and -1 where it has none. */
    public record Message(String file, long line, long column, String kind, String text) {

        static Message of(Diagnostic<? extends JavaFileObject> d) {
            String file = d.getSource() == null ? "" : d.getSource().getName().replaceAll(".*/", "");
            String kind = switch (d.getKind()) {
                case ERROR -> "error";
                case WARNING, MANDATORY_WARNING -> "warning";
                default -> "note";
            };
            return new Message(file, d.getLineNumber(), d.getColumnNumber(), kind, d.getMessage(Locale.ENGLISH));
        }

        @Override
        public String toString() {
            return (file.isEmpty() ? "" : file + ":" + line + ":" + column + ": ") + kind + ": " + text;
        }
    }

    /** Writes the class files below a directory. */
    public void writeTo(Path directory) {
        classes.forEach((name, bytes) -> {
            Path file = directory.resolve(name.replace('.', '/') + ".class");
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What the processor wrote, by the names of the classes. */
    public Map<String, String> generated() {
        Map<String, String> texts = new TreeMap<>();
        generated.forEach((name, bytes) -> texts.put(name, bytes.toString(StandardCharsets.UTF_8)));
        return texts;
    }

    /** The class files, by the names of the classes. */
    public Map<String, byte[]> classes() {
        Map<String, byte[]> files = new TreeMap<>();
        classes.forEach((name, bytes) -> files.put(name, bytes.toByteArray()));
        return files;
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(
                URI.create("memory:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    private JavaFileManager files() {
        return new ForwardingJavaFileManager<>((JavaFileManager) STANDARD) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                Map<String, ByteArrayOutputStream> place = kind == JavaFileObject.Kind.SOURCE ? generated : classes;
                return new SimpleJavaFileObject(
                        URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return place.computeIfAbsent(className, n -> new ByteArrayOutputStream());
                    }

                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return place.get(className).toString(StandardCharsets.UTF_8);
                    }
                };
            }

            @Override
            public void close() {
                // The standard manager is shared.
            }
        };
    }
}
