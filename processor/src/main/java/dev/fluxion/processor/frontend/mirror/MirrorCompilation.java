package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Attributes source files in a second, private compilation, so that the user's own compilation stays as it was.
 *
 * <p>One object serves one round of processing: it remembers outer elements. {@link #attribute} may be called again with
 * more roots, when bodies turn out to be needed.
 */
public final class MirrorCompilation {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager platform = compiler.getStandardFileManager(null, null, null);
    private final OuterTypes outer;
    private final SourceVersion version;
    private final boolean preview;

    public MirrorCompilation(ProcessingEnvironment environment, TreesAccess trees) {
        this(
                new OuterTypes(
                        environment.getElementUtils(),
                        new Initializers(trees.trees()),
                        new Accessors(environment, trees)::isPlain),
                environment.getSourceVersion(),
                environment.isPreviewEnabled());
    }

    /** For any compilation: {@code version} and {@code preview} say which language it speaks. */
    public MirrorCompilation(Elements outerElements, Trees outerTrees, SourceVersion version, boolean preview) {
        this(
                new OuterTypes(outerElements, new Initializers(outerTrees), m -> outerTrees.getTree(m) == null),
                version,
                preview);
    }

    private MirrorCompilation(OuterTypes outer, SourceVersion version, boolean preview) {
        this.outer = outer;
        this.version = version;
        this.preview = preview;
    }

    /** The roots without what no annotated method of theirs can reach. */
    public Slice slice(Collection<SourceFile> roots) {
        List<SourceFile> distinct = roots.stream().distinct().toList();
        JavacTask task = (JavacTask) compiler.getTask(
                null,
                new MirrorFileManager(platform),
                diagnostic -> {},
                options(),
                null,
                distinct.stream().map(MirrorSource::root).toList());
        try {
            List<SliceParts> parts = new ArrayList<>();
            Iterator<SourceFile> files = distinct.iterator();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            task.parse().forEach(unit -> parts.add(new SliceParts(unit, files.next(), positions)));
            return Slice.of(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Attributes the roots; everything else that they mention is served from the outer elements, or from the companions
     * predicted for this round, which take precedence over types of the same name.
     */
    public Mirror attribute(Collection<SourceFile> roots, CompanionSource companions) {
        List<Problem> problems = new ArrayList<>();
        MirrorFileManager manager = new MirrorFileManager(platform);
        List<SourceFile> distinct = roots.stream().distinct().toList();
        List<MirrorSource> sources = distinct.stream().map(MirrorSource::root).toList();
        JavacTask task = (JavacTask) compiler.getTask(
                null, manager, diagnostic -> Problem.of(diagnostic).ifPresent(problems::add), options(), null, sources);
        try {
            // javac wraps the file objects that it is given, and parses them in their order.
            Map<CompilationUnitTree, SourceFile> units = new LinkedHashMap<>();
            Iterator<SourceFile> files = distinct.iterator();
            task.parse().forEach(unit -> units.put(unit, files.next()));
            StubClosure.serve(units.keySet().stream().map(RootNames::of).toList(), outer, companions, manager);
            analyze(task, problems, distinct);
            return new Mirror(task, Trees.instance(task), units, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** javac may fail on programs with errors; then nothing of them can be relied on. */
    private static void analyze(JavacTask task, List<Problem> problems, List<SourceFile> roots) throws IOException {
        try {
            task.analyze();
        } catch (IllegalStateException | AssertionError | StackOverflowError failure) {
            roots.forEach(root -> problems.add(Problem.failure(root, failure)));
        }
    }

    /** Errors never stop the attribution early, and the stubs' harmless ones must not use up javac's limit. */
    private List<String> options() {
        Stream<String> common = Stream.of(
                "-proc:none",
                "-implicit:none",
                "-Xlint:none",
                "-Xmaxerrs",
                "1000000",
                "-XDshould-stop.ifError=FLOW",
                "--add-modules",
                "ALL-SYSTEM");
        Stream<String> language = version == SourceVersion.latest() && !preview
                ? Stream.of()
                : Stream.of("-source", Integer.toString(version.ordinal()));
        return Stream.of(common, language, preview ? Stream.of("--enable-preview") : Stream.<String>of())
                .flatMap(options -> options)
                .toList();
    }
}
