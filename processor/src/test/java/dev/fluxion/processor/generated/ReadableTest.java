package dev.fluxion.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No person writes a variable that is never read, nor a factor of one. */
class ReadableTest {

    @ParameterizedTest
    @EnumSource
    void generatedCode_holdsNothingIdle(SourceSet set) throws IOException {
        List<String> idle = new ArrayList<>();
        for (Map.Entry<String, String> companion : set.generated().entrySet()) {
            Idle found = new Idle(companion.getKey());
            found.scan(parse(companion.getValue()), null);
            idle.addAll(found.all);
        }
        assertThat(idle).isEmpty();
    }

    private static Iterable<? extends Tree> parse(String text) throws IOException {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("memory:///Companion.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, List.of(file));
        return task.parse();
    }

    private static final class Idle extends TreeScanner<Void, Void> {

        private final String companion;
        private final List<String> all = new ArrayList<>();
        private final Map<String, String> received = new HashMap<>();
        private final Set<String> read = new HashSet<>();

        Idle(String companion) {
            this.companion = companion;
        }

        @Override
        public Void visitMethod(MethodTree m, Void unused) {
            received.clear();
            read.clear();
            super.visitMethod(m, unused);
            received.forEach((name, call) -> {
                if (!read.contains(name)) {
                    all.add(companion + "." + m.getName() + ": " + call);
                }
            });
            return null;
        }

        @Override
        public Void visitVariable(VariableTree v, Void unused) {
            if (v.getInitializer() instanceof MethodInvocationTree call && !isPop(call)) {
                received.put(v.getName().toString(), v.toString());
            }
            return super.visitVariable(v, unused);
        }

        /** What was recorded has to come off the tape, wanted or not. */
        private static boolean isPop(MethodInvocationTree call) {
            return call.getMethodSelect().toString().matches(".*\\.pop\\w*");
        }

        @Override
        public Void visitIdentifier(IdentifierTree i, Void unused) {
            read.add(i.getName().toString());
            return super.visitIdentifier(i, unused);
        }

        @Override
        public Void visitBinary(BinaryTree b, Void unused) {
            if (b.getKind() == Tree.Kind.MULTIPLY && (isOne(b.getLeftOperand()) || isOne(b.getRightOperand()))) {
                all.add(companion + ": " + b);
            }
            return super.visitBinary(b, unused);
        }

        private static boolean isOne(ExpressionTree e) {
            return e instanceof LiteralTree l && l.getValue() instanceof Double d && d == 1;
        }
    }
}
