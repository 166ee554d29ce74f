package dev.fluxion.examples.lesson.chapters;

import java.util.List;

/** A chapter of the lesson. */
public interface Chapter {

    /** All chapters, in order. */
    List<Chapter> ALL = List.of(
            new Derivatives(),
            new Attributes(),
            new PartialDerivatives(),
            new Curves(),
            new OwnFunctions(),
            new CompiledMethods());

    String title();

    void write(Notebook notebook);
}
