package dev.fluxion.examples.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fluxion.examples.lesson.chapters.Chapter;
import dev.fluxion.examples.lesson.chapters.Notebook;
import dev.fluxion.examples.lesson.chapters.Plot;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LessonTest {

    @TempDir
    private Path pictures;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private String run() {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintedNotebook notebook = new PrintedNotebook(out, pictures);
        Chapter.ALL.forEach(c -> c.write(notebook));
        assertThat(notebook.checks()).isGreaterThan(150);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyNumber_asExpected_andAttributesAsTheLessonShowsThem() {
        assertThat(run().lines().map(String::strip).map(line -> line.replaceAll(" {2,}", "  ")))
                .contains(
                        "x  tensor(2., requires_grad=True)",
                        "y  tensor(4., grad_fn=<PowBackward0>)",
                        "attribute  x  y = x.pow(2)",
                        "data  tensor(2.)  tensor(4.)",
                        "grad  null  null",
                        "grad  tensor(4.)  tensor(1.)",
                        "gradFn  null  <PowBackward0>",
                        "isLeaf  true  false",
                        "requiresGrad  true  true",
                        "y = x.detach()  tensor(2.)",
                        "FormulasGrad.bend(u, v).gradFn()  <bendBackward at Formulas.java:11>");
    }

    @Test
    void graphs_showLeavesFunctionsAndSourceLines() throws IOException {
        run();
        assertThat(Files.readString(pictures.resolve("square.svg"))).contains(">x<", ">y<", "PowBackward0");
        assertThat(Files.readString(pictures.resolve("compiled.svg")))
                .contains("bendBackward", "Formulas.java:11", "LogBackward0");
        assertThat(Files.readString(pictures.resolve("custom.svg"))).contains("SquareBackward");
    }

    @Test
    void plots_showFunctionAndDerivative() throws IOException {
        assumeThat(Plot.canDraw()).isTrue();
        run();
        for (String file : new String[] {"square.png", "relu.png", "sigmoid.png"}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(pictures.resolve(file))));
            assertThat(image.getWidth()).isEqualTo(560);
            Plot.COLORS.forEach(
                    color -> assertThat(count(image, color.getRGB())).isGreaterThan(300));
        }
    }

    private static long count(BufferedImage image, int color) {
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == color ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void wrongNumber_fails() {
        assertThatThrownBy(() -> Notebook.verify("x", new double[] {1}, new double[] {1.1}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("x is [1.0], not [1.1]");
        assertThatThrownBy(() -> Notebook.verify("x", new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(AssertionError.class);
    }
}
