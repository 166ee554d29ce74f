package dev.fluxion.processor.frontend.lowering;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trees that sources of Java 21 and later have, and that the interface of the compiler on 17 does not show: they are asked by name. */
final class NewerTrees {

    private NewerTrees() {}

    /** One label of a case. */
    record CaseLabel(Kind kind, TreePath path) {

        enum Kind {
            CONSTANT,
            NULL,
            PATTERN,
            DEFAULT
        }
    }

    /** The labels of a case of a switch that has patterns or {@code null} among them; constants are expressions, patterns are themselves. */
    static List<CaseLabel> labels(TreePath path) {
        List<CaseLabel> labels = new ArrayList<>();
        for (Object label : (List<?>) ask(CaseTree.class.getName(), "getLabels", path.getLeaf())) {
            labels.add(label(new TreePath(path, (Tree) label)));
        }
        return labels;
    }

    private static CaseLabel label(TreePath path) {
        Tree t = path.getLeaf();
        if (is(t, "PATTERN_CASE_LABEL")) {
            return new CaseLabel(CaseLabel.Kind.PATTERN, child(path, "PatternCaseLabelTree", "getPattern"));
        } else if (is(t, "CONSTANT_CASE_LABEL")) {
            TreePath constant = child(path, "ConstantCaseLabelTree", "getConstantExpression");
            boolean isNull = constant.getLeaf().getKind() == Tree.Kind.NULL_LITERAL;
            return new CaseLabel(isNull ? CaseLabel.Kind.NULL : CaseLabel.Kind.CONSTANT, constant);
        }
        return new CaseLabel(CaseLabel.Kind.DEFAULT, path);
    }

    /** Whether one of the labels is a pattern. */
    static boolean hasPattern(CaseTree c) {
        try {
            return ((List<?>) CaseTree.class.getMethod("getLabels").invoke(c))
                    .stream().anyMatch(l -> ((Tree) l).getKind().name().contains("PATTERN"));
        } catch (NoSuchMethodException e) {
            return false; // Before there were patterns.
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a case with patterns is one of Java 21, and not of a preview of it. */
    static boolean isFinal(CaseTree c) {
        return ((List<?>) ask(CaseTree.class.getName(), "getLabels", c))
                .stream().allMatch(l -> ((Tree) l).getKind().name().endsWith("_CASE_LABEL"));
    }

    /** What stands behind {@code when}. */
    static Optional<TreePath> guard(TreePath path) {
        Tree guard = (Tree) ask(CaseTree.class.getName(), "getGuard", path.getLeaf());
        return Optional.ofNullable(guard).map(g -> new TreePath(path, g));
    }

    /** Whether a pattern takes a record apart. */
    static boolean isOfRecord(Tree pattern) {
        return is(pattern, "DECONSTRUCTION_PATTERN");
    }

    /** Whether a pattern is {@code _}. */
    static boolean isAny(Tree pattern) {
        return is(pattern, "ANY_PATTERN");
    }

    /** The patterns of a record's components. */
    static List<TreePath> components(TreePath pattern) {
        List<?> nested =
                (List<?>) ask("com.sun.source.tree.DeconstructionPatternTree", "getNestedPatterns", pattern.getLeaf());
        return nested.stream().map(p -> new TreePath(pattern, (Tree) p)).toList();
    }

    private static boolean is(Tree t, String kind) {
        return t.getKind().name().equals(kind);
    }

    private static TreePath child(TreePath path, String type, String method) {
        return new TreePath(path, (Tree) ask("com.sun.source.tree." + type, method, path.getLeaf()));
    }

    private static Object ask(String type, String method, Tree t) {
        try {
            return Class.forName(type).getMethod(method).invoke(t);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
