package dev.fluxion.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.Accessors;
import dev.fluxion.processor.frontend.mirror.CompanionPredictor;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.Problem;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.UserRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** One round of processing: from the annotated classes to their companions. */
final class Round {

    private final ProcessingEnvironment environment;
    private final TreesAccess trees;
    private final Progress progress;
    private final boolean isLast;
    private final Reporter reporter;
    private final Headers headers;
    private final Map<String, String[]> lines = new HashMap<>();
    private final Map<String, CompilationUnitTree> called = new LinkedHashMap<>();

    Round(ProcessingEnvironment environment, TreesAccess trees, Progress progress, boolean isLast) {
        this.environment = environment;
        this.trees = trees;
        this.progress = progress;
        this.isLast = isLast;
        this.reporter = new Reporter(trees.trees(), environment.getMessager(), progress::isNews);
        TypeLowering types = new TypeLowering(environment.getTypeUtils());
        Composites composites = new Composites(environment.getElementUtils(), this::isCompiled, types);
        this.headers = new Headers(types, composites, m -> true);
    }

    /** Generates what can be; a class that mentions what is not there yet waits. */
    void generate() {
        UserRules rules = new RulesOfRound(environment, progress, reporter, isLast).read();
        List<TypeElement> classes = progress.classes(environment.getElementUtils());
        List<ExecutableElement> annotated = new ArrayList<>();
        classes.forEach(c -> annotated.addAll(methods(c)));
        classes.removeIf(this::waits);
        if (classes.isEmpty()) {
            return;
        }
        Map<String, SourceFile> files = new LinkedHashMap<>();
        classes.forEach(c -> trees.sourceOf(c).ifPresent(f -> files.put(f.name(), f)));
        CompanionIndex companions = new CompanionIndex(this::layoutOfCompanion);
        SourceProgram sources = new SourceProgram(
                new MirrorCompilation(environment, trees),
                files.values(),
                new CompanionPredictor(environment.getElementUtils(), annotated, headers::tangentName),
                companions,
                this::fileOf,
                new CompiledClasses(
                        environment.getElementUtils(),
                        environment.getTypeUtils(),
                        progress.roots(),
                        m -> companions.annotated(m).isPresent(),
                        new Accessors(environment, trees)::isPlain),
                options());
        files.values().forEach(this::remember);
        sources.mirror().units().forEach(u -> remember(sources.mirror().fileOf(u)));
        classes.forEach(this::registerUnit);
        called.values().forEach(this::register);
        classes.removeIf(c -> waits(c, sources));
        ClassCompiler compiler = new ClassCompiler(environment, trees, progress, headers, reporter, this::text);
        for (TypeElement c : classes) {
            progress.finish(c);
            compiler.compile(c, new CompanionBuilder(c, sources, companions, headers, rules, options(), reporter));
        }
    }

    private boolean isCompiled(TypeElement type) {
        Type.Declared name = TypeLowering.name(type);
        Type.Declared topLevel =
                Type.Declared.of(name.packageName(), name.simpleNames().get(0));
        return progress.roots().contains(topLevel.canonicalName());
    }

    private Options options() {
        return new Options(
                environment.getOptions(), text -> environment.getMessager().printMessage(Diagnostic.Kind.NOTE, text));
    }

    private void remember(SourceFile file) {
        lines.computeIfAbsent(file.name(), n -> file.text().split("\\R", -1));
    }

    private String text(String file, int line) {
        String[] all = lines.get(file);
        return all == null || line > all.length ? null : all[line - 1];
    }

    private void registerUnit(TypeElement type) {
        TreePath path = trees.trees().getPath(type);
        if (path != null) {
            register(path.getCompilationUnit());
        }
    }

    private void register(CompilationUnitTree unit) {
        reporter.know(SourceFile.of(unit).name(), unit);
    }

    private Optional<SourceFile> fileOf(String qualifiedName) {
        TypeElement type = environment.getElementUtils().getTypeElement(qualifiedName);
        if (type == null) {
            return Optional.empty();
        }
        TreePath path = trees.trees().getPath(type);
        if (path != null) {
            called.put(qualifiedName, path.getCompilationUnit());
        }
        return trees.sourceOf(type);
    }

    /** The annotated methods of a class, in source order. */
    static List<ExecutableElement> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(AnnotatedMethods::isAnnotated)
                .toList();
    }

    /** Whether a header mentions a type that is not there yet. */
    private boolean waits(TypeElement type) {
        return !isLast && methods(type).stream().anyMatch(m -> Unresolved.in(m).isPresent());
    }

    /** Whether a body mentions, or that of a method which it calls, what another processor may make. */
    private boolean waits(TypeElement type, SourceProgram sources) {
        return !isLast
                && methods(type).stream()
                        .map(m -> headers.read(m).callee())
                        .flatMap(m -> sources.problems(m).keySet().stream())
                        .anyMatch(Problem::mayBeGenerated);
    }

    private Optional<CompanionLayout> layoutOfCompanion(String companion) {
        int dot = companion.lastIndexOf('.');
        String packageName = dot < 0 ? "" : companion.substring(0, dot + 1);
        String flat = companion.substring(dot + 1, companion.length() - "Grad".length());
        for (String name : List.of(flat, flat.replace('_', '.'))) {
            TypeElement type = environment.getElementUtils().getTypeElement(packageName + name);
            if (type != null && !methods(type).isEmpty()) {
                return Optional.of(headers.layout(type));
            }
        }
        return Optional.empty();
    }
}
