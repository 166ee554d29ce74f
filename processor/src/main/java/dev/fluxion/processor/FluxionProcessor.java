package dev.fluxion.processor;

import com.google.auto.service.AutoService;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.frontend.mirror.TreesAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * The annotation processor: for each class with methods marked {@code @Differentiable} it generates a companion with their derivatives.
 *
 * <p>It never claims the user's annotations: javac asks no further processor once all are claimed, so that one which looks at every
 * class would not run. What it generates itself it claims, in the rounds after.
 */
@AutoService(Processor.class)
public final class FluxionProcessor extends AbstractProcessor {

    private static final String GENERATED = "dev.fluxion.FluxionGenerated";
    private static final String RULE = "dev.fluxion.DerivativeOf";

    private final Progress progress = new Progress();
    private boolean toldOfTrees;
    private boolean isLaterRound;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(AnnotatedMethods.DIFFERENTIABLE, RULE, GENERATED);
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
        progress.addRoots(round.getRootElements());
        for (TypeElement annotation : annotations) {
            Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
            if (annotation.getQualifiedName().contentEquals(AnnotatedMethods.DIFFERENTIABLE)) {
                ElementFilter.methodsIn(annotated).forEach(progress::addMethod);
            } else if (annotation.getQualifiedName().contentEquals(RULE)) {
                annotated.forEach(progress::addRule);
            }
        }
        if (progress.hasWork()) {
            DeepStack.run(() -> generate(round.processingOver()));
        }
        boolean claimed = isLaterRound && isAllGenerated(annotations);
        isLaterRound = true;
        return claimed;
    }

    private static boolean isAllGenerated(Set<? extends TypeElement> annotations) {
        return !annotations.isEmpty()
                && annotations.stream().allMatch(a -> a.getQualifiedName().contentEquals(GENERATED));
    }

    private void generate(boolean isLast) {
        Optional<TreesAccess> trees = TreesAccess.of(processingEnv);
        if (trees.isEmpty()) {
            tellOfTrees();
            return;
        }
        try {
            new Round(processingEnv, trees.get(), progress, isLast).generate();
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError e) {
            List<TypeElement> classes = new ArrayList<>(progress.classes(processingEnv.getElementUtils()));
            progress.finishAll();
            Element at = classes.isEmpty() ? null : classes.get(0);
            String name = at == null ? "a rule" : at.toString();
            String message = Code.INTERNAL.message(List.of(name, Failures.describe(e), Failures.details(e)));
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, at);
        }
    }

    private void tellOfTrees() {
        if (!toldOfTrees) {
            toldOfTrees = true;
            String compiler = processingEnv.getClass().getName();
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, Code.NO_TREES.message(List.of(compiler)));
        }
    }
}
