package dev.fluxion.processor.frontend.mirror.campaign;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What javac itself, with the real class path, finds out about source files. */
final class PlainJavac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path directory;
    private final Map<String, CompilationUnitTree> units = new HashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Trees trees;

    private PlainJavac(Path directory, JavacTask task) throws IOException {
        this.directory = directory;
        this.trees = Trees.instance(task);
        task.parse().forEach(unit -> units.put(nameOf(directory, unit.getSourceFile()), unit));
        task.analyze();
    }

    /** Attributes the files of these names in the directory. */
    static PlainJavac of(Path directory, Collection<String> names, List<String> options) throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            Map<String, String> found = new LinkedHashMap<>();
            // Whatever runs processors reads parameters' names from class files, which anonymous classes then repeat.
            List<String> more = List.of("-proc:none", "-parameters");
            PlainJavac javac = new PlainJavac(directory, task(files, directory, names, options, more, diagnostic -> {
                if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
                    found.putIfAbsent(nameOf(directory, diagnostic.getSource()), diagnostic.toString());
                }
            }));
            javac.errors.putAll(found);
            return javac;
        }
    }

    static JavacTask task(
            StandardJavaFileManager files,
            Path directory,
            Collection<String> names,
            List<String> options,
            List<String> more,
            DiagnosticListener<JavaFileObject> listener) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        all.addAll(List.of("-implicit:none", "-Xlint:none", "-Xmaxerrs", "1000000", "-XDshould-stop.ifError=FLOW"));
        List<Path> paths = names.stream().map(directory::resolve).toList();
        return (JavacTask) COMPILER.getTask(null, files, listener, all, null, files.getJavaFileObjectsFromPaths(paths));
    }

    /** Files that javac rejects, each with its first error. */
    Map<String, String> errors() {
        return errors;
    }

    Optional<Attribution> attribution(String name) {
        return Optional.ofNullable(units.get(name)).map(unit -> Attribution.of(unit, trees, JavacConstants::valueOf));
    }

    private static String nameOf(Path directory, JavaFileObject file) {
        return directory.relativize(Path.of(file.toUri())).toString();
    }
}
