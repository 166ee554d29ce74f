package dev.fluxion.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.frontend.lowering.CompanionCalls;
import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.MethodLowering;
import dev.fluxion.processor.frontend.lowering.Source;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.CompanionSource;
import dev.fluxion.processor.frontend.mirror.Mirror;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The methods of this compilation, lowered when they are asked for. The mirror grows until it holds the files of every method that an annotated one
 * calls, directly or through others.
 */
final class SourceProgram implements Program {

    /** Finds the source file of a class of this compilation by its qualified name. */
    interface Files {
        Optional<SourceFile> find(String qualifiedName);
    }

    /** A method's tree. */
    record Located(TreePath path, Source source, ExecutableElement element) {}

    private final Map<String, Located> methods = new HashMap<>();
    private final Map<String, Function> lowered = new HashMap<>();
    private final Map<String, Findings> findings = new HashMap<>();
    private final CompanionCalls companions;
    private final Options options;
    private Mirror mirror;

    SourceProgram(
            MirrorCompilation compiler,
            Collection<SourceFile> roots,
            CompanionSource predicted,
            CompanionCalls companions,
            Files files,
            Options options) {
        this.companions = companions;
        this.options = options;
        Set<SourceFile> all = new LinkedHashSet<>(roots);
        boolean grown = true;
        while (grown) {
            attribute(compiler.attribute(all, predicted));
            grown = all.addAll(calledFiles(files));
        }
    }

    private void attribute(Mirror attributed) {
        mirror = attributed;
        methods.clear();
        Members members = new Members(new TypeLowering(mirror.types()));
        for (CompilationUnitTree unit : mirror.units()) {
            Source source = new Source(mirror, unit, mirror.fileOf(unit).name());
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree t, Void unused) {
                    if (mirror.trees().getElement(getCurrentPath()) instanceof ExecutableElement e
                            && e.getEnclosingElement() instanceof TypeElement) {
                        methods.put(members.method(e).key(), new Located(getCurrentPath(), source, e));
                    }
                    return super.visitMethod(t, unused);
                }
            }.scan(unit, null);
        }
    }

    Mirror mirror() {
        return mirror;
    }

    Optional<Located> locate(Callee.Method method) {
        return Optional.ofNullable(methods.get(method.key()));
    }

    /** The files of the methods that are called from annotated ones, through any number of others. */
    private Set<SourceFile> calledFiles(Files files) {
        Set<SourceFile> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<Located> open = new ArrayDeque<>();
        methods.values().stream()
                .filter(m -> AnnotatedMethods.isAnnotated(m.element()))
                .forEach(open::add);
        Members members = new Members(new TypeLowering(mirror.types()));
        while (!open.isEmpty()) {
            Located next = open.remove();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree t, Void unused) {
                    Element e = mirror.trees().getElement(new TreePath(getCurrentPath(), t.getMethodSelect()));
                    if (e instanceof ExecutableElement method
                            && method.getEnclosingElement() instanceof TypeElement owner
                            && !AnnotatedMethods.isAnnotated(method)) {
                        String key = members.method(method).key();
                        if (seen.add(key)) {
                            Located callee = methods.get(key);
                            if (callee != null) {
                                open.add(callee);
                            } else {
                                files.find(owner.getQualifiedName().toString()).ifPresent(found::add);
                            }
                        }
                    }
                    return super.visitMethodInvocation(t, unused);
                }
            }.scan(next.path(), null);
        }
        return found;
    }

    @Override
    public Optional<Function> find(Callee callee) {
        if (!(callee instanceof Callee.Method method) || !methods.containsKey(method.key())) {
            return Optional.empty();
        }
        String key = method.key();
        if (!lowered.containsKey(key)) {
            Located m = methods.get(key);
            Findings found = new Findings();
            Function function = MethodLowering.lower(
                    m.path(), m.source(), companions, AnnotatedMethods.isStrongZero(m.element()), found);
            if (!found.hasErrors()) {
                options.after("lower", function);
            }
            lowered.put(key, function);
            findings.put(key, found);
        }
        return Optional.of(lowered.get(key));
    }

    /** What was found while a method was lowered. */
    Findings findings(Callee.Method method) {
        find(method);
        return findings.getOrDefault(method.key(), new Findings());
    }
}
