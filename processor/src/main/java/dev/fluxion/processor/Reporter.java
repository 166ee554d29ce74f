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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Shows findings in the user's source: a span of the mirror is a tree of the outer compilation by its offsets. */
final class Reporter {

    private final Trees trees;
    private final Messager messager;
    private final Map<String, CompilationUnitTree> units = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    Reporter(Trees trees, Messager messager) {
        this.trees = trees;
        this.messager = messager;
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
        if (!shown.add(f.message() + f.span().file() + f.span().start())) {
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

    /** Shows a finding at an element. */
    void report(Code code, List<String> arguments, Element at) {
        String message = code.message(arguments);
        if (shown.add(message + at + at.getEnclosingElement())) {
            messager.printMessage(kind(code), message, at);
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
