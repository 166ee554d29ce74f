package dev.fluxion.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Asks for what a processor asks for, looks at nothing, and writes given classes in its first round. */
public final class Idle extends AbstractProcessor {

    private final Set<String> annotations;
    private final Map<String, String> written;
    private boolean done;

    /** One that asks for what Fluxion's does. */
    public Idle(Map<String, String> written) {
        this(new FluxionProcessor().getSupportedAnnotationTypes(), written);
    }

    Idle(Set<String> annotations, Map<String, String> written) {
        this.annotations = annotations;
        this.written = written;
    }

    /** Whether it was called at all. */
    boolean wasAsked() {
        return done;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return annotations;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotated, RoundEnvironment round) {
        if (!done) {
            done = true;
            written.forEach(this::write);
        }
        return false;
    }

    private void write(String name, String text) {
        try (Writer source = processingEnv.getFiler().createSourceFile(name).openWriter()) {
            source.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
