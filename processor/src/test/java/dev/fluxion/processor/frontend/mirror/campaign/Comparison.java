package dev.fluxion.processor.frontend.mirror.campaign;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.fluxion.processor.frontend.mirror.CompanionSource;
import dev.fluxion.processor.frontend.mirror.Mirror;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.Problem;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import dev.fluxion.processor.frontend.mirror.campaign.Attribution.Fact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One set of sources under one set of options: plain javac against mirrors made inside a processor. */
final class Comparison {

    private static final int EXAMPLES_PRINTED = 5;

    private final Path directory;
    private final List<SourceFile> sources;
    private final List<String> options;
    private final Counts counts = new Counts();
    private final PrintStream out;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Comparison(Path directory, List<SourceFile> sources, List<String> options, PrintStream out) {
        this.directory = directory;
        this.sources = sources;
        this.options = options;
        this.out = out;
    }

    /** Compares mirrors of {@code chunk} roots each. */
    Counts run(int chunk) throws IOException {
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Set<String> erroneous = new HashSet<>();
            JavacTask plain = task(files, List.of("-proc:none"), error(erroneous));
            Map<String, CompilationUnitTree> units = new HashMap<>();
            plain.parse().forEach(unit -> units.put(nameOf(unit.getSourceFile()), unit));
            plain.analyze();
            counts.erroneous += erroneous.size();
            mirrored(chunk, plain, units, erroneous);
        }
        return counts;
    }

    private void mirrored(int chunk, JavacTask plain, Map<String, CompilationUnitTree> units, Set<String> erroneous)
            throws IOException {
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask outer = task(files, List.of("-proc:only"), diagnostic -> {});
            Trees trees = Trees.instance(plain);
            outer.setProcessors(List.of(new Mirroring(chunk, mirror -> {
                for (CompilationUnitTree unit : mirror.units()) {
                    String name = mirror.fileOf(unit).name();
                    if (!erroneous.contains(name)) {
                        compare(name, units.get(name), trees, unit, mirror);
                    }
                }
            })));
            outer.call();
        }
    }

    private void compare(
            String name, CompilationUnitTree plainUnit, Trees plain, CompilationUnitTree unit, Mirror mirror) {
        Attribution expected = Attribution.of(plainUnit, plain, JavacConstants::valueOf);
        Attribution actual = Attribution.of(
                unit, mirror.trees(), path -> mirror.constantValue(path).orElse(null));
        counts.files++;
        counts.expressions += expected.expressions();
        mirror.problems(mirror.fileOf(unit)).forEach(problem -> problem(name, unit, problem));
        for (int i = 0; i < expected.facts().size(); i++) {
            if (!expected.facts().get(i).isSame(actual.facts().get(i))) {
                difference(name, expected.facts().get(i), actual.facts().get(i));
            }
        }
    }

    private void problem(String name, CompilationUnitTree unit, Problem problem) {
        if (counts.problems++ < EXAMPLES_PRINTED) {
            long line = problem.start() < 0 ? -1 : unit.getLineMap().getLineNumber(problem.start());
            out.println("  problem " + name + ":" + line + " " + problem.code() + " " + problem.message());
        }
    }

    private void difference(String name, Fact expected, Fact actual) {
        if (counts.differences++ < EXAMPLES_PRINTED) {
            out.println("  difference " + name + ":" + expected.line() + " " + expected.tree());
            out.println("    javac  " + expected.meaning());
            out.println("    mirror " + actual.meaning());
        }
    }

    private JavacTask task(
            StandardJavaFileManager files, List<String> more, DiagnosticListener<JavaFileObject> listener) {
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        all.addAll(List.of("-implicit:none", "-Xlint:none", "-Xmaxerrs", "1000000", "-XDshould-stop.ifError=FLOW"));
        List<Path> paths =
                sources.stream().map(file -> directory.resolve(file.name())).toList();
        return (JavacTask) compiler.getTask(null, files, listener, all, null, files.getJavaFileObjectsFromPaths(paths));
    }

    private DiagnosticListener<JavaFileObject> error(Set<String> erroneous) {
        return diagnostic -> {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
                if (erroneous.add(nameOf(diagnostic.getSource())) && erroneous.size() <= EXAMPLES_PRINTED) {
                    out.println("  javac itself: " + diagnostic);
                }
            }
        };
    }

    private String nameOf(JavaFileObject file) {
        return directory.relativize(Path.of(file.toUri())).toString();
    }

    /** What is done with each mirror. */
    private interface Use {
        void of(Mirror mirror);
    }

    private final class Mirroring extends AbstractProcessor {

        private final int chunk;
        private final Use use;

        Mirroring(int chunk, Use use) {
            this.chunk = chunk;
            this.use = use;
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
            if (!round.processingOver()) {
                MirrorCompilation compilation = new MirrorCompilation(
                        processingEnv, TreesAccess.of(processingEnv).orElseThrow());
                for (int from = 0; from < sources.size(); from += chunk) {
                    List<SourceFile> roots = sources.subList(from, Math.min(from + chunk, sources.size()));
                    long start = System.nanoTime();
                    Mirror mirror = compilation.attribute(roots, CompanionSource.NONE);
                    counts.mirrorNanos += System.nanoTime() - start;
                    counts.mirrors++;
                    use.of(mirror);
                }
            }
            return false;
        }
    }
}
