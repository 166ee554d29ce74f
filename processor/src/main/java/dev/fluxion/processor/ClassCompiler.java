package dev.fluxion.processor;

import dev.fluxion.processor.backend.CompanionLayout;
import dev.fluxion.processor.backend.CompanionNames;
import dev.fluxion.processor.backend.Conflict;
import dev.fluxion.processor.backend.Conflicts;
import dev.fluxion.processor.backend.SourceText;
import dev.fluxion.processor.backend.Surroundings;
import dev.fluxion.processor.backend.TangentRecords;
import dev.fluxion.processor.backend.UserMethod;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.frontend.mirror.Accessors;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Composite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** From one annotated class to the file of its companion. A method that cannot have members in it does not stop the others. */
final class ClassCompiler {

    private final ProcessingEnvironment environment;
    private final TreesAccess trees;
    private final Progress progress;
    private final Headers headers;
    private final Reporter reporter;
    private final SourceText text;

    ClassCompiler(
            ProcessingEnvironment environment,
            TreesAccess trees,
            Progress progress,
            Headers headers,
            Reporter reporter,
            SourceText text) {
        this.environment = environment;
        this.trees = trees;
        this.progress = progress;
        this.headers = headers;
        this.reporter = reporter;
        this.text = text;
    }

    /** What goes wrong with one class does not stop the others. */
    void compile(TypeElement type, CompanionBuilder builder) {
        try {
            attempt(type, builder);
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            fail(type, e);
        }
    }

    private void fail(TypeElement type, Throwable e) {
        String name = type.getQualifiedName().toString();
        reporter.report(Code.INTERNAL, List.of(name, Failures.describe(e), Failures.details(e)), type);
    }

    private void attempt(TypeElement type, CompanionBuilder builder) {
        for (ExecutableElement m : Round.methods(type)) {
            headers.problems(m).forEach(p -> reporter.report(p.code(), p.arguments(), at(p, m)));
        }
        Accessors accessors = new Accessors(environment, trees);
        Surroundings surroundings = new PackageView(environment.getElementUtils(), type, accessors::isPlain);
        CompanionLayout layout = withoutConflicts(type, surroundings);
        builder.check();
        if (!layout.signatures().isEmpty() && isFree(type, layout)) {
            write(type, layout, source(type, builder, layout, surroundings));
            TangentRecords.of(layout.signaturesByMethod().keySet()).forEach(r -> tangents(r, type));
        }
        builder.unexplained().forEach((topLevel, why) -> trees.onceAccepted(topLevel, () -> tell(type, why)));
    }

    /** The members of all methods that can have some: of two that collide, the first. */
    private CompanionLayout withoutConflicts(TypeElement type, Surroundings surroundings) {
        CompanionLayout layout = headers.layout(type);
        Set<Callee.Method> dropped = new HashSet<>();
        for (Conflict c : Conflicts.of(layout, surroundings)) {
            report(c, type);
            dropped.add(c.method().callee());
        }
        return dropped.isEmpty() ? layout : headers.layout(type, m -> !dropped.contains(m));
    }

    private String source(
            TypeElement type, CompanionBuilder builder, CompanionLayout layout, Surroundings surroundings) {
        try {
            return builder.build(layout, text, surroundings);
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            fail(type, e);
            return builder.failed(layout, text, surroundings);
        }
    }

    /** The record of tangents of a record of this compilation, which several companions share. */
    private void tangents(Composite record, TypeElement user) {
        TypeElement type =
                environment.getElementUtils().getTypeElement(record.type().canonicalName());
        String name = record.tangent().canonicalName();
        if (!TangentRecords.isNested(record) && trees.trees().getPath(type) != null && progress.takeName(name)) {
            write(name, TangentRecords.write(record, Headers.isPublic(type)), type, user);
        }
    }

    private void write(TypeElement type, CompanionLayout layout, String source) {
        write(CompanionNames.companionOf(layout.user()).canonicalName(), source, type);
    }

    private void write(String name, String source, Element... of) {
        try (Writer out = environment.getFiler().createSourceFile(name, of).openWriter()) {
            out.write(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether no class of the companion's name is among the sources, the user's or generated ones. */
    private boolean isFree(TypeElement type, CompanionLayout layout) {
        String name = CompanionNames.companionOf(layout.user()).canonicalName();
        boolean free = progress.takeName(name);
        if (!free) {
            reporter.report(Code.COMPANION_EXISTS, List.of(type.getSimpleName().toString(), name), type);
        }
        return free;
    }

    /** javac accepts what our own reading of it did not: the class has methods that throw, of which nobody would know. */
    private void tell(TypeElement type, String why) {
        String message = Code.INTERNAL.message(List.of(type.getQualifiedName().toString(), why, ""));
        environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
    }

    private static Element at(Headers.Problem p, ExecutableElement method) {
        return p.parameter() == null ? method : p.parameter();
    }

    private void report(Conflict conflict, TypeElement type) {
        ExecutableElement at = Round.methods(type).stream()
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
                + m.parameters().stream().map(p -> Headers.text(p.type())).collect(Collectors.joining(", ", "(", ")"));
    }
}
