package dev.fluxion.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.CompanionNames;
import dev.fluxion.processor.backend.Conflict;
import dev.fluxion.processor.backend.Conflicts;
import dev.fluxion.processor.backend.SourceText;
import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.CompanionPredictor;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import dev.fluxion.processor.ir.Type;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** One round of processing: from the annotated classes to their companions. */
final class Round {

    private final ProcessingEnvironment environment;
    private final TreesAccess trees;
    private final Map<String, TypeElement> classes = new TreeMap<>();
    private final Reporter reporter;
    private final Headers headers;
    private final Map<String, String[]> lines = new HashMap<>();

    Round(ProcessingEnvironment environment, TreesAccess trees, Set<TypeElement> classes, Set<Element> rules) {
        this.environment = environment;
        this.trees = trees;
        classes.forEach(c -> this.classes.put(c.getQualifiedName().toString(), c));
        this.reporter = new Reporter(trees.trees(), environment.getMessager());
        this.headers = new Headers(new TypeLowering(environment.getTypeUtils()), m -> true);
    }

    /** Generates what can be; returns the classes that must wait for a later round. */
    Set<String> generate() {
        Set<String> waiting = new TreeSet<>();
        classes.values()
                .removeIf(c -> waits(c) && waiting.add(c.getQualifiedName().toString()));
        if (classes.isEmpty()) {
            return waiting;
        }
        List<ExecutableElement> annotated = new ArrayList<>();
        classes.values().forEach(c -> annotated.addAll(methods(c)));
        Map<String, SourceFile> files = new LinkedHashMap<>();
        classes.values().forEach(c -> trees.sourceOf(c).ifPresent(f -> files.put(f.name(), f)));
        CompanionIndex companions = new CompanionIndex(this::layoutOfCompanion);
        SourceProgram sources = new SourceProgram(
                new MirrorCompilation(environment, trees),
                files.values(),
                new CompanionPredictor(environment.getElementUtils(), annotated),
                companions,
                this::fileOf,
                options());
        files.values().forEach(this::remember);
        sources.mirror().units().forEach(u -> remember(sources.mirror().fileOf(u)));
        registerUnits();
        for (TypeElement c : classes.values()) {
            write(c, new CompanionBuilder(c, sources, companions, headers, options(), reporter));
        }
        return waiting;
    }

    private Options options() {
        return new Options(
                environment.getOptions(),
                text -> environment.getMessager().printMessage(javax.tools.Diagnostic.Kind.NOTE, text));
    }

    private void remember(SourceFile file) {
        lines.computeIfAbsent(file.name(), n -> file.text().split("\\R", -1));
    }

    private void registerUnits() {
        for (Element e : classes.values()) {
            TreePath path = trees.trees().getPath(e);
            if (path != null) {
                register(path.getCompilationUnit());
            }
        }
        called.values().forEach(this::register);
    }

    private final Map<String, CompilationUnitTree> called = new LinkedHashMap<>();

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
        return methods(type).stream()
                .anyMatch(m -> m.getReturnType().getKind() == TypeKind.ERROR
                        || m.getParameters().stream().anyMatch(p -> p.asType().getKind() == TypeKind.ERROR));
    }

    private Optional<CompanionLayout> layoutOfCompanion(String companion) {
        int dot = companion.lastIndexOf('.');
        String packageName = dot < 0 ? "" : companion.substring(0, dot + 1);
        String flat = companion.substring(dot + 1, companion.length() - "Grad".length());
        for (String name : List.of(flat, flat.replace('_', '.'))) {
            TypeElement type = environment.getElementUtils().getTypeElement(packageName + name);
            if (type != null && !methods(type).isEmpty()) {
                return Optional.of(layout(type));
            }
        }
        return Optional.empty();
    }

    /** The layout of a class's companion: of the methods whose headers can have one. */
    private CompanionLayout layout(TypeElement type) {
        List<UserMethod> users = methods(type).stream()
                .filter(m -> headers.problems(m).isEmpty())
                .map(headers::read)
                .toList();
        return CompanionLayout.of(TypeLowering.name(type), isPublic(type), users);
    }

    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private void write(TypeElement type, CompanionBuilder builder) {
        for (ExecutableElement m : methods(type)) {
            headers.problems(m).forEach(p -> reporter.report(p.code(), p.arguments(), at(p, m)));
        }
        CompanionLayout layout = layout(type);
        Surroundings surroundings = new PackageView(environment.getElementUtils(), type);
        List<Conflict> conflicts = Conflicts.of(layout, surroundings::isVisible);
        if (!conflicts.isEmpty()) {
            conflicts.forEach(c -> report(c, type));
            return;
        }
        if (layout.signatures().isEmpty()) {
            return;
        }
        SourceText text = (file, line) -> {
            String[] all = lines.get(file);
            return all == null || line > all.length ? null : all[line - 1];
        };
        String source = builder.build(layout, text, surroundings);
        Type.Declared companion = CompanionNames.companionOf(layout.user());
        try (Writer out = environment
                .getFiler()
                .createSourceFile(companion.canonicalName(), type)
                .openWriter()) {
            out.write(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Element at(Headers.Problem p, ExecutableElement method) {
        return p.parameter() == null ? method : p.parameter();
    }

    private void report(Conflict conflict, TypeElement type) {
        ExecutableElement at = methods(type).stream()
                .filter(m -> headers.read(m).callee().equals(conflict.method().callee()))
                .findFirst()
                .orElseThrow();
        if (conflict instanceof Conflict.SameMember s) {
            String[] names = {text(s.method()), text(s.other()), s.member()};
            reporter.report(Code.COLLIDING_MEMBERS, List.of(names), at);
        } else if (conflict instanceof Conflict.SameComponent c) {
            String[] names = {c.first(), c.second(), text(c.method()), c.component()};
            reporter.report(Code.COLLIDING_COMPONENTS, List.of(names), at);
        } else if (conflict instanceof Conflict.HiddenType h) {
            reporter.report(
                    Code.PRIVATE_TYPE, List.of(text(h.method()), h.type().simpleName()), at);
        }
    }

    private static String text(UserMethod m) {
        return m.callee().name()
                + m.parameters().stream()
                        .map(p -> Headers.text(p.type()))
                        .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
    }
}
