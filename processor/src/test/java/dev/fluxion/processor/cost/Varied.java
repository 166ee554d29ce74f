package dev.fluxion.processor.cost;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The text of a class with one variation made of each annotated method. */
final class Varied {

    private final String text;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;

    /** Replacements by where they start; an insertion replaces nothing. */
    private final TreeMap<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int end, String text) {}

    private Varied(String text) {
        this.text = text;
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("memory:///Varied.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, List.of(source));
        try {
            unit = task.parse().iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        positions = Trees.instance(task).getSourcePositions();
    }

    static String of(String text, Variation variation) {
        Varied varied = new Varied(text);
        varied.eachMethod(m -> varied.apply(m, variation));
        return varied.result();
    }

    private void apply(MethodTree method, Variation variation) {
        switch (variation) {
            case PLAIN -> {}
            case RENAMED -> rename(method);
            case REORDERED -> reorder(method);
            case EXTENDED -> extend(method);
            case NESTED -> nest(method);
        }
    }

    private void eachMethod(java.util.function.Consumer<MethodTree> action) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                for (AnnotationTree a : method.getModifiers().getAnnotations()) {
                    if (a.getAnnotationType().toString().equals("Differentiable")) {
                        action.accept(method);
                    }
                }
                return null;
            }
        }.scan(unit, null);
    }

    private void rename(MethodTree method) {
        List<VariableTree> variables = new ArrayList<>();
        List<IdentifierTree> identifiers = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree v, Void unused) {
                variables.add(v);
                return super.visitVariable(v, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree i, Void unused) {
                identifiers.add(i);
                return null;
            }
        }.scan(method, null);
        Map<String, String> names = new HashMap<>();
        for (VariableTree v : variables) {
            String old = v.getName().toString();
            names.putIfAbsent(old, "q" + (char) ('z' - names.size()) + old.length());
            int name = text.indexOf(old, end(v.getType()));
            replace(name, name + old.length(), names.get(old));
        }
        for (IdentifierTree i : identifiers) {
            String renamed = names.get(i.getName().toString());
            if (renamed != null) {
                replace(start(i), end(i), renamed);
            }
        }
    }

    private void reorder(MethodTree method) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBlock(BlockTree block, Void unused) {
                List<? extends StatementTree> statements = block.getStatements();
                for (int i = 0; i < statements.size(); i++) {
                    if (i + 1 < statements.size() && areIndependent(statements.get(i), statements.get(i + 1))) {
                        swap(statements.get(i), statements.get(i + 1));
                        i++;
                    } else {
                        scan(statements.get(i), null);
                    }
                }
                return null;
            }

            @Override
            public Void visitBinary(BinaryTree b, Void unused) {
                if (b.getKind() == Tree.Kind.MULTIPLY || b.getKind() == Tree.Kind.PLUS) {
                    String sign = b.getKind() == Tree.Kind.PLUS ? " + " : " * ";
                    replace(
                            start(b),
                            end(b),
                            "(" + text(b.getRightOperand()) + sign + "(" + text(b.getLeftOperand()) + "))");
                    return null;
                }
                return super.visitBinary(b, null);
            }
        }.scan(method.getBody(), null);
    }

    private boolean areIndependent(StatementTree first, StatementTree second) {
        return first instanceof VariableTree a
                && second instanceof VariableTree b
                && b.getInitializer() != null
                && !names(b.getInitializer()).contains(a.getName().toString());
    }

    private static Set<String> names(ExpressionTree expression) {
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree i, Void unused) {
                return names.add(i.getName().toString()) ? null : null;
            }
        }.scan(expression, null);
        return names;
    }

    private void swap(Tree first, Tree second) {
        replace(start(first), end(first), text(second));
        replace(start(second), end(second), text(first));
    }

    private void extend(MethodTree method) {
        String parameter = firstActive(method);
        int body = start(method.getBody()) + 1;
        replace(body, body, " double extra = " + parameter + " * " + parameter + ";");
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree r, Void unused) {
                int start = start(r.getExpression());
                int end = end(r.getExpression());
                replace(start, end, "(" + text.substring(start, end) + ") + extra");
                return null;
            }
        }.scan(method.getBody(), null);
    }

    private void nest(MethodTree method) {
        int body = start(method.getBody()) + 1;
        replace(body, body, " if (" + firstActive(method) + " > -1e300) {");
        int end = end(method.getBody()) - 1;
        replace(end, end, method.getReturnType().toString().equals("void") ? "} " : "} return 0; ");
    }

    /** The first active parameter, or the first element of its array. */
    private static String firstActive(MethodTree method) {
        VariableTree first = method.getParameters().stream()
                .filter(p -> p.getModifiers().getAnnotations().isEmpty())
                .findFirst()
                .orElseThrow();
        return first.getName()
                + first.getType().toString().replaceAll("[^\\[\\]]", "").replace("[]", "[0]");
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    private void replace(int start, int end, String by) {
        edits.put(start, new Edit(end, by));
    }

    private String result() {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Map.Entry<Integer, Edit> e : edits.entrySet()) {
            result.append(text, done, e.getKey()).append(e.getValue().text());
            done = e.getValue().end();
        }
        return result.append(text.substring(done)).toString();
    }
}
