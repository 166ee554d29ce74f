package dev.fluxion.examples.lesson;

import dev.fluxion.examples.lesson.chapters.Notebook;
import dev.fluxion.examples.lesson.chapters.Plot;
import dev.fluxion.tensor.GraphView;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A notebook on a terminal, with its pictures in files. The first number that is wrong ends it. */
final class PrintedNotebook implements Notebook {

    private final PrintStream out;
    private final Path pictures;
    private int checks;

    PrintedNotebook(PrintStream out, Path pictures) {
        this.out = out;
        this.pictures = pictures;
    }

    void title(String title) {
        out.printf("%n== %s%n", title);
    }

    /** How many numbers were compared. */
    int checks() {
        return checks;
    }

    @Override
    public void say(String text) {
        out.printf("%n%s%n", text);
    }

    @Override
    public void show(String code, Object value) {
        String text = String.valueOf(value).replace("\n", System.lineSeparator() + " ".repeat(55));
        out.printf("  %-52s %s%n", code, text);
    }

    @Override
    public void check(String code, double[] actual, double... expected) {
        show(code, actual.length == 1 ? actual[0] : text(actual));
        Notebook.verify(code, actual, expected);
        checks += expected.length;
    }

    private static String text(double[] numbers) {
        int ends = 3;
        if (numbers.length <= 2 * ends) {
            return Arrays.toString(numbers);
        }
        String first = text(numbers, 0, ends);
        return "[" + first + ", ..., " + text(numbers, numbers.length - ends, numbers.length) + "]";
    }

    private static String text(double[] numbers, int from, int to) {
        return Arrays.stream(numbers, from, to).mapToObj("%.4f"::formatted).collect(Collectors.joining(", "));
    }

    @Override
    public void table(List<List<String>> rows) {
        out.println();
        for (List<String> row : rows) {
            out.print(" ");
            row.forEach(cell -> out.printf(" %-26s", cell));
            out.println();
        }
    }

    @Override
    public void plot(Plot plot) {
        if (Plot.canDraw()) {
            write(plot.file(), plot.toPng());
        } else {
            out.println("  (no picture: this machine has no fonts)");
        }
    }

    @Override
    public void graph(String file, GraphView graph) {
        write(file, graph.toSvg().getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, byte[] content) {
        try {
            Files.createDirectories(pictures);
            Files.write(pictures.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.printf("  picture: %s%n", pictures.resolve(file));
    }
}
