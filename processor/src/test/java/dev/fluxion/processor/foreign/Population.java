package dev.fluxion.processor.foreign;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Every method with a body, of a class that has a name, with a parameter of type {@code double} or {@code float}, boxed or not, or an array of such, and
 * such a result or none.
 */
final class Population extends TreeScanner<Void, String> {

    private static final Set<String> NUMBERS = Set.of("double", "float", "Double", "Float");

    private final String family;
    private final List<Candidate> found;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String file;

    private Population(String family, CompilationUnitTree unit, Trees trees, List<Candidate> found) {
        this.family = family;
        this.unit = unit;
        this.positions = trees.getSourcePositions();
        this.file = unit.getSourceFile().toUri().getPath().substring(1);
        this.found = found;
    }

    static List<Candidate> of(Family family, Set<String> without) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (Map.Entry<String, String> e : family.texts().entrySet()) {
            if (!without.contains(e.getKey())) {
                sources.add(new Javac.Text(e.getKey(), e.getValue()));
            }
        }
        List<Candidate> found = new ArrayList<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(Writer.nullWriter(), null, d -> {}, List.of("-proc:none"), null, sources);
        Trees trees = Trees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
            new Population(family.name(), unit, trees, found).scan(unit, "");
        }
        return found;
    }

    @Override
    public Void visitClass(ClassTree c, String outer) {
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        String name = outer.isEmpty() ? prefix + c.getSimpleName() : outer + "$" + c.getSimpleName();
        return super.visitClass(c, name);
    }

    /** Classes inside methods cannot be called from elsewhere. */
    @Override
    public Void visitNewClass(NewClassTree n, String outer) {
        return null;
    }

    @Override
    public Void visitBlock(BlockTree b, String outer) {
        return null;
    }

    @Override
    public Void visitMethod(MethodTree m, String type) {
        boolean counts = m.getBody() != null
                && m.getReturnType() != null
                && (m.getReturnType().toString().equals("void") || isNumber(m.getReturnType()))
                && m.getParameters().stream().anyMatch(p -> isNumber(p.getType()));
        if (counts) {
            int start = (int) positions.getStartPosition(unit, m);
            int end = (int) positions.getEndPosition(unit, m);
            long line = unit.getLineMap().getLineNumber(start);
            boolean handsOut = isNumber(m.getReturnType())
                    || m.getParameters().stream()
                            .anyMatch(p -> isNumber(p.getType())
                                    && !NUMBERS.contains(p.getType().toString()));
            found.add(new Candidate(family, file, type, m.getName().toString(), line, start, end, handsOut));
        }
        return null;
    }

    private static boolean isNumber(Tree type) {
        return NUMBERS.contains(type.toString().replaceAll("\\[\\]|\\.\\.\\.|final |\\s", ""));
    }
}
