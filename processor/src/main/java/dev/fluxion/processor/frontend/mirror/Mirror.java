package dev.fluxion.processor.frontend.mirror;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The roots, fully attributed by a private compiler. Its elements, types and trees belong to that compiler: they may be
 * asked anything, but never be mixed with the outer compilation's. What leaves the mirror are names and offsets.
 */
public final class Mirror {

    private final JavacTask task;
    private final Trees trees;
    private final Map<CompilationUnitTree, SourceFile> units;
    private final List<Problem> problems;
    private final ConstantExpressions constants;

    Mirror(JavacTask task, Trees trees, Map<CompilationUnitTree, SourceFile> units, List<Problem> problems) {
        this.task = task;
        this.trees = trees;
        this.units = units;
        this.problems = List.copyOf(problems);
        this.constants = new ConstantExpressions(trees);
    }

    /** The roots' units, in the order in which the roots were given. */
    public List<CompilationUnitTree> units() {
        return List.copyOf(units.keySet());
    }

    /** The root that a unit of this mirror was parsed from. */
    public SourceFile fileOf(CompilationUnitTree unit) {
        return units.get(unit);
    }

    public Optional<CompilationUnitTree> unitOf(SourceFile file) {
        return units().stream().filter(unit -> file.equals(fileOf(unit))).findFirst();
    }

    public JavacTask task() {
        return task;
    }

    public Trees trees() {
        return trees;
    }

    public Elements elements() {
        return task.getElements();
    }

    public Types types() {
        return task.getTypes();
    }

    public SourcePositions positions() {
        return trees.getSourcePositions();
    }

    /** All errors in all roots. */
    public List<Problem> problems() {
        return problems;
    }

    public List<Problem> problems(SourceFile root) {
        return problems.stream().filter(problem -> problem.file().equals(root)).toList();
    }

    /** Whether anything in the root is wrong, so that not every tree of it has its type and element. */
    public boolean hasErrors(SourceFile root) {
        return problems.stream().anyMatch(problem -> problem.file().equals(root));
    }

    /**
     * The value that javac folds a constant expression (JLS 15.29) to: a box of the expression's primitive type, or a
     * string; nothing if the expression is not constant.
     */
    public Optional<Object> constantValue(TreePath expression) {
        return Optional.ofNullable(constants.valueOf(expression));
    }
}
