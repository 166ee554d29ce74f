package dev.fluxion.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Finding;
import dev.fluxion.processor.diagnostics.Severity;
import dev.fluxion.processor.ir.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Shows findings in the user's source: a span of the mirror is a tree of the outer compilation by its offsets. */
final class Reporter {

    private final Trees trees;
    private final Messager messager;
    private final Map<String, CompilationUnitTree> units = new HashMap<>();
    private final Predicate<String> isNews;

    Reporter(Trees trees, Messager messager, Predicate<String> isNews) {
        this.trees = trees;
        this.messager = messager;
        this.isNews = isNews;
    }

    /** Lets findings in a file be shown. */
    void know(String file, CompilationUnitTree unit) {
        units.put(file, unit);
    }

    /** Shows findings in the order of their places, each once. */
    void report(List<Finding> findings, Element method) {
        boolean quiet = AnnotatedMethods.isSuppressed(method);
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(java.util.Comparator.comparing((Finding f) -> f.span().file())
                .thenComparingInt(f -> f.span().start()));
        for (Finding f : sorted) {
            if (f.code().severity() == Severity.ERROR || !quiet) {
                report(f, method);
            }
        }
    }

    private void report(Finding f, Element method) {
        if (!isNews.test(f.message() + f.span().file() + f.span().start())) {
            return;
        }
        CompilationUnitTree unit = units.get(f.span().file());
        Tree tree = unit == null ? null : find(unit, f.span());
        if (tree == null) {
            messager.printMessage(kind(f.code()), f.message(), method);
        } else {
            trees.printMessage(kind(f.code()), f.message(), tree, unit);
        }
    }

    /** Shows a finding at an element, unless it can be suppressed and is. */
    void report(Code code, List<String> arguments, Element at) {
        report(code, arguments, at, null);
    }

    /**
     * Shows a finding at an annotation of an element.
     *
     * @param at the element, or null where the finding has no place in this compilation
     * @param annotation the annotation, or null for the element itself
     */
    void report(Code code, List<String> arguments, Element at, AnnotationMirror annotation) {
        String message = code.message(arguments);
        boolean told = code.severity() == Severity.ERROR || at == null || !AnnotatedMethods.isSuppressed(at);
        if (told && isNews.test(message + at + (at == null ? "" : at.getEnclosingElement()))) {
            messager.printMessage(kind(code), message, at, annotation);
        }
    }

    private static Diagnostic.Kind kind(Code code) {
        return switch (code.severity()) {
            case ERROR -> Diagnostic.Kind.ERROR;
            case WARNING -> Diagnostic.Kind.WARNING;
            case NOTE -> Diagnostic.Kind.NOTE;
        };
    }

    /** The outermost tree with exactly these offsets. */
    private Tree find(CompilationUnitTree unit, Span span) {
        SourcePositions positions = trees.getSourcePositions();
        Tree[] found = new Tree[1];
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree t, Void unused) {
                if (t == null || found[0] != null) {
                    return null;
                }
                long start = positions.getStartPosition(unit, t);
                long end = positions.getEndPosition(unit, t);
                if (start == span.start() && end == span.end()) {
                    found[0] = t;
                    return null;
                }
                return start > span.start() || end < span.end() && end >= 0 && t != unit ? null : super.scan(t, unused);
            }
        }.scan(unit, null);
        return found[0];
    }
}
