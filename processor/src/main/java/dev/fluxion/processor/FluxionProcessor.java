package dev.fluxion.processor;

import com.google.auto.service.AutoService;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** The annotation processor: for each class with methods marked {@code @Differentiable} it generates a companion with their derivatives. */
@AutoService(Processor.class)
public final class FluxionProcessor extends AbstractProcessor {

    /** Classes that wait for types that other processors have yet to make, by qualified name. */
    private final Set<String> waiting = new TreeSet<>();

    private boolean toldOfTrees;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.fluxion.Differentiable", "dev.fluxion.DerivativeOf");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Options.DISABLE, Options.PRINT, Options.VERIFY);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            return false;
        }
        Set<TypeElement> classes = new LinkedHashSet<>();
        Set<Element> rules = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
            if (annotation.getQualifiedName().contentEquals(AnnotatedMethods.DIFFERENTIABLE)) {
                ElementFilter.methodsIn(annotated).forEach(m -> classes.add(owner(m)));
            } else {
                rules.addAll(annotated);
            }
        }
        waiting.forEach(name -> classes.add(processingEnv.getElementUtils().getTypeElement(name)));
        waiting.clear();
        if (!classes.isEmpty() || !rules.isEmpty()) {
            generate(classes, rules);
        }
        return false;
    }

    private static TypeElement owner(Element method) {
        return (TypeElement) method.getEnclosingElement();
    }

    private void generate(Set<TypeElement> classes, Set<Element> rules) {
        Optional<TreesAccess> trees = TreesAccess.of(processingEnv);
        if (trees.isEmpty()) {
            if (!toldOfTrees) {
                toldOfTrees = true;
                String compiler = processingEnv.getClass().getName();
                processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.ERROR, Code.NO_TREES.message(List.of(compiler)));
            }
            return;
        }
        try {
            waiting.addAll(new Round(processingEnv, trees.get(), classes, rules).generate());
        } catch (RuntimeException | StackOverflowError e) {
            Element at = classes.stream().findFirst().orElse(null);
            String name = at == null ? "a rule" : at.toString();
            String what = e.getClass().getSimpleName() + ": " + e.getMessage() + where(e);
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, Code.INTERNAL.message(List.of(name, what)), at);
        }
    }

    /** The place in the compiler where an internal error arose: enough for a report, without a stack trace. */
    static String where(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.fluxion.")) {
                return " in " + frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber();
            }
        }
        return "";
    }
}
