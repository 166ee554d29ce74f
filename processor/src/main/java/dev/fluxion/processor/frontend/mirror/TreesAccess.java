package dev.fluxion.processor.frontend.mirror;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The outer compilation's trees, for messages and for finding source files; never for attribution.
 *
 * <p>IntelliJ hands processors a wrapped environment, which javac does not accept and which must be opened first.
 * Eclipse's compiler has no trees at all: {@link #of} is then empty and the caller says so once.
 */
public final class TreesAccess {

    private static final String INTELLIJ_WRAPPERS = "org.jetbrains.jps.javac.APIWrappers";

    private final Trees trees;
    private final ProcessingEnvironment environment;

    private TreesAccess(Trees trees, ProcessingEnvironment environment) {
        this.trees = trees;
        this.environment = environment;
    }

    /** The trees behind a processing environment, if its compiler is javac. */
    public static Optional<TreesAccess> of(ProcessingEnvironment environment) {
        try {
            ProcessingEnvironment opened = unwrapped(environment);
            return Optional.of(new TreesAccess(Trees.instance(opened), opened));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return Optional.empty();
        }
    }

    public Trees trees() {
        return trees;
    }

    /** The file in which an outer element is declared, if it is a source file of this compilation. */
    public Optional<SourceFile> sourceOf(Element outer) {
        TreePath path = trees.getPath(outer);
        return path == null ? Optional.empty() : Optional.of(SourceFile.of(path.getCompilationUnit()));
    }

    /**
     * Runs an action when javac has found nothing wrong with a class and turns to writing its class file.
     *
     * @param topLevel the class's canonical name
     */
    public void onceAccepted(String topLevel, Runnable action) {
        JavacTask.instance(environment).addTaskListener(new TaskListener() {
            private boolean done;

            @Override
            public void started(TaskEvent event) {
                TypeElement type = event.getKind() == TaskEvent.Kind.GENERATE ? event.getTypeElement() : null;
                if (!done && type != null && type.getQualifiedName().contentEquals(topLevel)) {
                    done = true;
                    action.run();
                }
            }
        });
    }

    /** Without IntelliJ's wrapper, if there is one. */
    static ProcessingEnvironment unwrapped(ProcessingEnvironment environment) {
        ClassLoader loader = environment.getClass().getClassLoader();
        if (loader == null) {
            return environment;
        }
        try {
            Object opened = loader.loadClass(INTELLIJ_WRAPPERS)
                    .getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return opened instanceof ProcessingEnvironment inner ? inner : environment;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException notIntelliJ) {
            return environment;
        }
    }
}
