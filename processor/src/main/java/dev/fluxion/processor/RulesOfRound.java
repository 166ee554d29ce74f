package dev.fluxion.processor;

import dev.fluxion.processor.frontend.rules.KnownTwins;
import dev.fluxion.processor.frontend.rules.RuleIndex;
import dev.fluxion.processor.frontend.rules.RuleReader;
import dev.fluxion.processor.frontend.rules.RulesFound;
import dev.fluxion.processor.ir.UserRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The users' rules as a round sees them: checked, their mistakes told, and entered in the index for those who compile against them. */
final class RulesOfRound {

    private final ProcessingEnvironment environment;
    private final Progress progress;
    private final Reporter reporter;
    private final boolean isLast;

    RulesOfRound(ProcessingEnvironment environment, Progress progress, Reporter reporter, boolean isLast) {
        this.environment = environment;
        this.progress = progress;
        this.reporter = reporter;
        this.isLast = isLast;
    }

    UserRules read() {
        List<TypeElement> holders = progress.rules(environment.getElementUtils());
        List<Element> annotated =
                holders.stream().flatMap(RulesOfRound::annotated).toList();
        List<TypeElement> roots = new ArrayList<>(holders);
        roots.addAll(progress.classes(environment.getElementUtils()));
        RuleIndex index = new RuleIndex(environment.getElementUtils(), roots.get(0));
        RulesFound found =
                new RuleReader(environment.getElementUtils(), environment.getTypeUtils()).read(annotated, index);
        found.findings().forEach(f -> reporter.report(f.code(), f.arguments(), f.element(), f.annotation()));
        for (TypeElement holder : holders) {
            boolean resolved = annotated(holder).noneMatch(RuleReader::isUnresolved);
            if (progress.isNewRule(holder) && (resolved || isLast)) {
                progress.finishRule(holder);
                index.entries(annotated(holder).toList()).forEach(this::write);
            }
        }
        return KnownTwins.with(found.rules());
    }

    private static Stream<Element> annotated(TypeElement holder) {
        return Stream.concat(Stream.of(holder), ElementFilter.methodsIn(holder.getEnclosedElements()).stream())
                .filter(RuleReader::isRule)
                .map(e -> e);
    }

    private void write(RuleIndex.Entry entry) {
        TypeElement holder = environment.getElementUtils().getTypeElement(entry.holder());
        try (Writer out = environment
                .getFiler()
                .createSourceFile(entry.qualifiedName(), holder)
                .openWriter()) {
            out.write(entry.source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
