package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * Initializers of constants in source files of the outer compilation, as text.
 *
 * <p>Asking such a field for its constant value attributes the initializer in place, and javac then gives each warning
 * about it twice. So the stub repeats the expression, and the mirror finds its value.
 */
final class Initializers {

    /** An expression, the names in it, and the imports under which they mean what they mean. */
    record Initializer(String text, RootNames names) {}

    private static final Set<Tree.Kind> NAMES_AND_TYPES =
            EnumSet.of(Tree.Kind.IDENTIFIER, Tree.Kind.MEMBER_SELECT, Tree.Kind.PRIMITIVE_TYPE);

    private static final Set<Tree.Kind> OTHER_OPERATIONS = EnumSet.of(
            Tree.Kind.PARENTHESIZED, Tree.Kind.CONDITIONAL_EXPRESSION, Tree.Kind.TYPE_CAST, Tree.Kind.ANNOTATED_TYPE);

    private final Trees trees;
    private final Map<CompilationUnitTree, SourceFile> files = new HashMap<>();

    /** Of the compilation behind the trees; null if it has none, and so no source. */
    Initializers(Trees trees) {
        this.trees = trees;
    }

    boolean isSource(Element outer) {
        return trees != null && trees.getPath(outer) != null;
    }

    /** The imports of the file in which the element is declared, as text. */
    String importsOf(Element outer) {
        TreePath path = trees == null ? null : trees.getPath(outer);
        return path == null
                ? ""
                : path.getCompilationUnit().getImports().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining());
    }

    /** The initializer, if it may be a constant expression. */
    Optional<Initializer> of(VariableElement field) {
        TreePath path = trees.getPath(field);
        if (path == null || !(path.getLeaf() instanceof VariableTree variable) || !mayBeConstant(variable)) {
            return Optional.empty();
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        ExpressionTree tree = variable.getInitializer();
        int start = (int) trees.getSourcePositions().getStartPosition(unit, tree);
        int end = (int) trees.getSourcePositions().getEndPosition(unit, tree);
        String text = files.computeIfAbsent(unit, SourceFile::of).text();
        return start < 0 || end > text.length()
                ? Optional.empty()
                : Optional.of(new Initializer(text.substring(start, end), RootNames.of(unit, tree)));
    }

    private static boolean mayBeConstant(VariableTree variable) {
        return variable.getInitializer() != null
                && Boolean.TRUE.equals(new MayBeConstant().scan(variable.getInitializer(), null));
    }

    /** True if there is nothing in the tree that no constant expression has. */
    private static final class MayBeConstant extends TreeScanner<Boolean, Void> {

        @Override
        public Boolean scan(Tree tree, Void unused) {
            if (tree == null) {
                return true;
            }
            Tree.Kind kind = tree.getKind();
            boolean allowed = NAMES_AND_TYPES.contains(kind) || OTHER_OPERATIONS.contains(kind) || isOperation(kind);
            return allowed && !Boolean.FALSE.equals(super.scan(tree, unused));
        }

        private static boolean isOperation(Tree.Kind kind) {
            Class<? extends Tree> type = kind.asInterface();
            return type == com.sun.source.tree.LiteralTree.class
                    || type == com.sun.source.tree.BinaryTree.class
                    || type == com.sun.source.tree.UnaryTree.class;
        }

        @Override
        public Boolean reduce(Boolean first, Boolean second) {
            return !Boolean.FALSE.equals(first) && !Boolean.FALSE.equals(second);
        }
    }
}
