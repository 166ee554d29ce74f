package dev.fluxion.processor;

import dev.fluxion.processor.diagnostics.Finding;
import dev.fluxion.processor.frontend.lowering.Members;
import dev.fluxion.processor.frontend.lowering.TypeLowering;
import dev.fluxion.processor.frontend.mirror.CompanionSource;
import dev.fluxion.processor.frontend.mirror.MirrorCompilation;
import dev.fluxion.processor.frontend.mirror.SourceFile;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import dev.fluxion.processor.interpreter.NotInterpreted;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Verifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Lowers the methods of all classes of a compilation, static ones of nested classes apart, inside it, and does nothing else. */
public final class LoweringProcessor extends AbstractProcessor implements Program {

    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, RuntimeException> failures = new LinkedHashMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = ElementFilter.typesIn(round.getRootElements());
        if (!types.isEmpty()) {
            lower(types);
        }
        return false;
    }

    private void lower(Set<TypeElement> types) {
        TreesAccess trees = TreesAccess.of(processingEnv).orElseThrow();
        Set<SourceFile> files = new LinkedHashSet<>();
        types.forEach(t -> trees.sourceOf(t).ifPresent(files::add));
        Options options = new Options(Map.of(Options.DISABLE, "slice"), text -> {});
        Set<String> names =
                types.stream().map(t -> t.getQualifiedName().toString()).collect(Collectors.toCollection(TreeSet::new));
        CompiledClasses classes = new CompiledClasses(
                processingEnv.getElementUtils(), processingEnv.getTypeUtils(), names, m -> false, m -> false);
        SourceProgram program = new SourceProgram(
                new MirrorCompilation(processingEnv, trees),
                files,
                CompanionSource.NONE,
                new CompanionIndex(name -> Optional.empty()),
                name -> Optional.empty(),
                classes,
                options);
        Members members = new Members(new TypeLowering(processingEnv.getTypeUtils()));
        types.forEach(t -> lower(t, program, members, true));
    }

    private void lower(TypeElement type, SourceProgram program, Members members, boolean isRoot) {
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> lower(t, program, members, false));
        for (ExecutableElement m : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean isStatic = m.getModifiers().contains(Modifier.STATIC);
            if (!m.getModifiers().contains(Modifier.ABSTRACT) && (isRoot || !isStatic)) {
                Callee.Method method = members.method(m).exact();
                try {
                    lower(program, method);
                } catch (RuntimeException e) {
                    failures.put(method.key(), e);
                }
            }
        }
    }

    private void lower(SourceProgram program, Callee.Method method) {
        Function f = program.find(method).orElseThrow();
        for (Finding finding : program.findings(method).all()) {
            throw new IllegalStateException(finding.toString());
        }
        Verifier.check("lowering", f);
        functions.put(method.key(), f);
    }

    @Override
    public Optional<Function> find(Callee callee) {
        String key = ((Callee.Method) callee).key();
        if (failures.containsKey(key)) {
            throw new NotInterpreted(key + ": " + failures.get(key));
        }
        return Optional.ofNullable(functions.get(key));
    }

    /** All functions, in the order of their classes. */
    public List<Function> functions() {
        return List.copyOf(functions.values());
    }

    /** The function of a method that was loaded. */
    public Function function(java.lang.reflect.Method method) {
        String prefix = method.getDeclaringClass().getCanonicalName() + "." + method.getName() + "(";
        Map<String, RuntimeException> failed = new LinkedHashMap<>(failures);
        failed.keySet().removeIf(key -> !key.startsWith(prefix));
        List<Function> found = functions.values().stream()
                .filter(f -> ((Callee.Method) f.callee()).key().startsWith(prefix))
                .filter(f -> fits(((Callee.Method) f.callee()).parameters(), method.getParameterTypes()))
                .toList();
        if (found.size() != 1) {
            throw new NotInterpreted(method + ": " + failed);
        }
        return found.get(0);
    }

    private static boolean fits(List<Type> types, Class<?>[] classes) {
        boolean fits = types.size() == classes.length;
        for (int i = 0; fits && i < classes.length; i++) {
            fits = types.get(i).toString().endsWith(classes[i].getSimpleName());
        }
        return fits;
    }

    /** The function of a method, by the class's binary name and its own. */
    public Function named(String type, String method) {
        failures.forEach((key, e) -> {
            if (key.startsWith(type + "." + method + "(")) {
                throw e;
            }
        });
        return functions.values().stream()
                .filter(f -> f.callee() instanceof Callee.Method m
                        && m.owner().binaryName().equals(type)
                        && m.name().equals(method))
                .findFirst()
                .orElseThrow();
    }
}
