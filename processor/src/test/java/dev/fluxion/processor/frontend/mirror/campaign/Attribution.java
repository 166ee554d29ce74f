package dev.fluxion.processor.frontend.mirror.campaign;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeMirror;

/**
 * What a compiler found out about one source file: for every tree, in order, its type, element and constant.
 *
 * @param facts one line per tree that has any of the three
 * @param expressions how many of the trees are expressions
 */
record Attribution(List<Fact> facts, int expressions) {

    /**
     * What is known of one tree.
     *
     * @param line where it begins
     * @param tree its kind and beginning, for the reader
     * @param meaning its type, element and constant
     */
    record Fact(long line, String tree, String meaning) {

        boolean isSame(Fact other) {
            return meaning.equals(other.meaning);
        }
    }

    /** javac numbers captured type variables by hash. */
    private static final Pattern CAPTURE = Pattern.compile("capture#\\d+");

    /** Class files and sources differ in which annotations they show on a type; they, and blanks around them, are not part of it. */
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^)]*\\))?[ ,]*");

    static Attribution of(CompilationUnitTree unit, Trees trees, Function<TreePath, Object> constant) {
        Collector collector = new Collector(unit, trees, constant);
        collector.scan(unit, null);
        return new Attribution(collector.facts, collector.expressions);
    }

    private static final class Collector extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Function<TreePath, Object> constant;
        private final List<Fact> facts = new ArrayList<>();
        private int expressions;

        Collector(CompilationUnitTree unit, Trees trees, Function<TreePath, Object> constant) {
            this.unit = unit;
            this.trees = trees;
            this.constant = constant;
        }

        @Override
        public Void scan(Tree tree, Void unused) {
            if (tree != null && tree != unit) {
                add(new TreePath(getCurrentPath() == null ? new TreePath(unit) : getCurrentPath(), tree));
            }
            return super.scan(tree, null);
        }

        private void add(TreePath path) {
            Tree tree = path.getLeaf();
            TypeMirror type = trees.getTypeMirror(path);
            Element element = trees.getElement(path);
            Object value = tree instanceof ExpressionTree ? constant.apply(path) : null;
            expressions += tree instanceof ExpressionTree ? 1 : 0;
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            String text =
                    tree.getKind() + " " + tree.toString().lines().findFirst().orElse("");
            facts.add(new Fact(
                    start < 0 ? -1 : unit.getLineMap().getLineNumber(start),
                    text.length() > 100 ? text.substring(0, 100) : text,
                    tree.getKind() + " " + (type == null ? "-" : type.getKind() + " " + plain(type.toString()))
                            + " | "
                            + (element == null ? "-" : name(element))
                            + " | "
                            + (value == null ? "-" : value.getClass().getSimpleName() + " " + value)));
        }

        private static String plain(String type) {
            return ANNOTATION
                    .matcher(CAPTURE.matcher(type).replaceAll("capture#"))
                    .replaceAll("")
                    .replace(" ", "");
        }

        /** From the innermost element to the package: distinguishes overloads, and locals of different methods. */
        private static String name(Element element) {
            StringBuilder name = new StringBuilder();
            for (Element e = element; e != null && !(e instanceof PackageElement); e = e.getEnclosingElement()) {
                name.append(e.getKind()).append(' ').append(plain(e.toString()));
                if (e.getKind() != ElementKind.CLASS) {
                    name.append(" : ").append(plain(String.valueOf(e.asType())));
                }
                name.append(" in ");
            }
            return name.toString();
        }
    }
}
