package dev.fluxion.examples.lesson;

import dev.fluxion.examples.lesson.chapters.Chapter;
import java.nio.file.Path;

/** Gives the whole lesson; fails when a number is wrong. The argument is the directory for pictures. */
public final class Lesson {

    private Lesson() {}

    public static void main(String[] args) {
        Path pictures = Path.of(args.length > 0 ? args[0] : "target/pictures");
        PrintedNotebook notebook = new PrintedNotebook(System.out, pictures);
        for (Chapter chapter : Chapter.ALL) {
            notebook.title(chapter.title());
            chapter.write(notebook);
        }
        System.out.printf("%n%d numbers, all as expected.%n", notebook.checks());
    }
}
