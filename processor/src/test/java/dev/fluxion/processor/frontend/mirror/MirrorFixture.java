package dev.fluxion.processor.frontend.mirror;

import dev.fluxion.Differentiable;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Mirrors as the processor makes them. */
final class MirrorFixture {

    private MirrorFixture() {}

    /** A mirror of every root of the round, with the companions of its annotated methods. */
    static Mirror attributeAll(ProcessingEnvironment environment, RoundEnvironment round) {
        TreesAccess trees = TreesAccess.of(environment).orElseThrow();
        List<SourceFile> files = round.getRootElements().stream()
                .flatMap(element -> trees.sourceOf(element).stream())
                .distinct()
                .toList();
        List<ExecutableElement> annotated =
                List.copyOf(ElementFilter.methodsIn(round.getElementsAnnotatedWith(Differentiable.class)));
        CompanionPredictor companions = new CompanionPredictor(
                environment.getElementUtils(),
                annotated,
                (record, user) -> beside(environment.getElementUtils(), record));
        return new MirrorCompilation(environment, trees).attribute(files, companions);
    }

    private static String beside(Elements elements, TypeElement record) {
        String name = elements.getPackageOf(record).getQualifiedName().toString();
        String flat = record.getQualifiedName().toString().substring(name.isEmpty() ? 0 : name.length() + 1);
        return (name.isEmpty() ? "" : name + ".") + flat.replace('.', '_') + "Tangent";
    }
}
