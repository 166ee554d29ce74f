package dev.fluxion.examples.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fluxion.GradientCheck;
import dev.fluxion.tensor.GraphFunction;
import dev.fluxion.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IrisNetworkTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void data_isFishers() {
        Flowers all = Iris.load();
        assertThat(all.measures().shape()).containsExactly(150, 4);
        assertThat(all.species()).containsOnly(0, 1, 2);
        // The means that R gives of its data set; this copy differs from it in two flowers' digits.
        assertThat(all.measures().mean(0).toDoubleArray())
                .containsExactly(new double[] {5.8433, 3.0573, 3.7580, 1.1993}, offset(0.01));
        List<Flowers> parts = all.split(5);
        assertThat(parts.get(0).count()).isEqualTo(120);
        assertThat(parts.get(1).species())
                .containsExactly(
                        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2);
    }

    private static org.assertj.core.data.Offset<Double> offset(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    @Test
    void trainedNetwork_knowsFlowersThatItHasNotSeen(@TempDir Path pictures) throws IOException {
        IrisNetwork network = new IrisNetwork();
        List<Training.Epoch> epochs = network.train(out);
        assertThat(network.accuracy()).isGreaterThanOrEqualTo(0.93);
        assertThat(epochs).hasSize(120);
        assertThat(epochs.get(119).trained()).isLessThan(0.1 * epochs.get(0).trained());
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("[########################################] 100%  loss 0.0")
                .contains("[####################....................]  50%");
        network.draw(epochs, pictures);
        assertThat(Files.readString(pictures.resolve("network.svg")))
                .contains("weight 1", "mishBackward", "Activations.java:12");
        assumeThat(LossCurve.canDraw()).isTrue();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(pictures.resolve("loss.png"))));
        assertThat(count(image, LossCurve.TRAINED.getRGB())).isGreaterThan(300);
        assertThat(count(image, LossCurve.HELD_OUT.getRGB())).isGreaterThan(300);
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
    void sameSeed_trainsTheSameNetwork() {
        IrisNetwork first = new IrisNetwork();
        IrisNetwork second = new IrisNetwork();
        assertThat(first.train(out)).isEqualTo(second.train(out));
    }

    @Test
    void loss_hasTheDerivativesOfBothOrdersThatDifferencesHave() {
        Flowers few = Iris.load().select(0, 60, 120);
        Tensor weight = Tensor.randn(3, 3, 4).mul(0.3);
        GraphFunction loss = GraphFunction.of(
                in -> ActivationsGrad.mish(few.measures().matmul(in[0].t())).crossEntropy(few.species()), weight);
        assertThatCode(() -> {
                    GradientCheck.standard().check(loss, loss.point());
                    GradientCheck.standard().checkSecond(loss, loss.point());
                })
                .doesNotThrowAnyException();
    }
}
