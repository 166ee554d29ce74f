package dev.fluxion.processor.frontend.mirror.campaign;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.fluxion.processor.frontend.mirror.CompanionSource;
import dev.fluxion.processor.frontend.mirror.Mirror;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.Problem;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import dev.fluxion.processor.frontend.mirror.campaign.Attribution.Fact;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One set of sources under one set of options: plain javac against mirrors made inside a processor.
 *
 * <p>Where two interfaces of the same depth declare the same abstract method and a third one inherits both, javac 17 names the one whose
 * qualified name came into its table of names last ({@code TypeSymbol.precedes}, {@code Name.compareTo}), whatever wrote it there: another
 * file, or a compilation before in the same process. Where a mirror differs, javac is therefore asked again, with the mirror's
 * roots alone as sources, and with a file in front of them that mentions the two interfaces, the mirror's last. Only where all its answers
 * differ from the mirror's is that a difference; else it is counted as javac's own.
 */
final class Comparison {

    private static final int EXAMPLES_PRINTED = 5;

    private static final Pattern INTERFACE = Pattern.compile("\\| METHOD [^|]*? in INTERFACE ([\\w.]+) :");

    private final Path directory;
    private final List<SourceFile> sources;
    private final List<String> options;
    private final Counts counts = new Counts();
    private final PrintStream out;

    Comparison(Path directory, List<SourceFile> sources, List<String> options, PrintStream out) {
        this.directory = directory;
        this.sources = sources;
        this.options = options;
        this.out = out;
    }

    /** Compares mirrors of {@code chunk} roots each. */
    Counts run(int chunk) throws IOException {
        PlainJavac plain = PlainJavac.of(directory, names(sources), options);
        plain.errors().values().stream()
                .limit(EXAMPLES_PRINTED)
                .forEach(error -> out.println(
                        "  javac itself: " + error.lines().findFirst().orElse("")));
        counts.erroneous += plain.errors().size();
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            JavacTask outer =
                    PlainJavac.task(files, directory, names(sources), options, List.of("-proc:only"), diagnostic -> {});
            outer.setProcessors(List.of(new Mirroring(chunk, plain)));
            outer.call();
        }
        return counts;
    }

    private static List<String> names(List<SourceFile> sources) {
        return sources.stream().map(SourceFile::name).toList();
    }

    private void compare(List<SourceFile> roots, Mirror mirror, PlainJavac plain) {
        Alone alone = new Alone(roots, List.of());
        for (CompilationUnitTree unit : mirror.units()) {
            SourceFile file = mirror.fileOf(unit);
            if (!plain.errors().containsKey(file.name())) {
                mirror.problems(file).forEach(problem -> problem(file.name(), unit, problem));
                compare(file.name(), plain.attribution(file.name()).orElseThrow(), unit, mirror, alone);
            }
        }
    }

    private void compare(String name, Attribution expected, CompilationUnitTree unit, Mirror mirror, Alone alone) {
        Attribution actual = Attribution.of(
                unit, mirror.trees(), path -> mirror.constantValue(path).orElse(null));
        counts.names.add(name);
        counts.files++;
        counts.expressions += expected.expressions();
        for (int at = 0; at < expected.facts().size(); at++) {
            int i = at;
            Fact fact = actual.facts().get(i);
            if (!expected.facts().get(i).isSame(fact)) {
                boolean isOwn = alone.attribution(name).facts().get(i).isSame(fact)
                        || alone.after(expected.facts().get(i), fact)
                                .map(other ->
                                        other.attribution(name).facts().get(i).isSame(fact))
                                .orElse(false);
                if (isOwn) {
                    counts.unstable++;
                } else {
                    difference(name, expected.facts().get(i), fact);
                }
            }
        }
    }

    /** javac over the roots of one mirror, and what is to be met before them, run when it is needed. */
    private final class Alone {

        private final List<SourceFile> roots;
        private final List<String> first;
        private final Map<List<String>, Alone> others = new HashMap<>();
        private PlainJavac javac;

        Alone(List<SourceFile> roots, List<String> first) {
            this.roots = roots;
            this.first = first;
        }

        Attribution attribution(String name) {
            try {
                if (javac == null) {
                    List<String> all = new ArrayList<>(options);
                    all.add("-XDuseUnsharedTable");
                    if (!options.contains("--patch-module")) {
                        all.addAll(List.of("-sourcepath", directory.toString()));
                    }
                    javac = PlainJavac.of(directory, files(), all);
                }
                return javac.attribution(name).orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> files() throws IOException {
            List<String> files = new ArrayList<>(names(roots));
            if (!first.isEmpty()) {
                Path file = directory.resolve("campaign/First.java");
                Files.createDirectories(file.getParent());
                StringBuilder text = new StringBuilder("package campaign;\n");
                first.forEach(i -> text.append("interface First")
                        .append(text.length())
                        .append(" extends ")
                        .append(i)
                        .append(" {}\n"));
                Files.writeString(file, text);
                files.add(0, "campaign/First.java");
            }
            return files;
        }

        /** The same behind a file that mentions the interfaces of two methods, if it is methods of interfaces that two answers name. */
        Optional<Alone> after(Fact expected, Fact actual) {
            Matcher one = INTERFACE.matcher(expected.meaning());
            Matcher other = INTERFACE.matcher(actual.meaning());
            if (!one.find() || !other.find()) {
                return Optional.empty();
            }
            return Optional.of(
                    others.computeIfAbsent(List.of(one.group(1), other.group(1)), order -> new Alone(roots, order)));
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

    private final class Mirroring extends AbstractProcessor {

        private final int chunk;
        private final PlainJavac plain;

        Mirroring(int chunk, PlainJavac plain) {
            this.chunk = chunk;
            this.plain = plain;
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
                    compare(roots, mirror, plain);
                }
            }
            return false;
        }
    }
}
