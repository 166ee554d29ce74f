package dev.fluxion.examples.network;

import dev.fluxion.tensor.GraphView;
import dev.fluxion.tensor.Tensor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains the network, draws its loss and its graph, and fails unless it knows the flowers that it has not seen. */
public final class IrisNetwork {

    private static final int EPOCHS = 120;
    private static final double NEEDED = 0.93;

    private final Flowers flowers;
    private final Flowers heldOut;
    private final Classifier classifier = new Classifier(Iris.MEASURES, 16, Iris.SPECIES, 1);

    IrisNetwork() {
        List<Flowers> parts = Iris.load().split(5);
        flowers = parts.get(0).scaledLike(parts.get(0));
        heldOut = parts.get(1).scaledLike(parts.get(0));
    }

    /** The argument is the directory for pictures. */
    public static void main(String[] args) throws IOException {
        IrisNetwork network = new IrisNetwork();
        List<Training.Epoch> epochs = network.train(System.out);
        network.draw(epochs, Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target/pictures")));
        double accuracy = network.accuracy();
        System.out.printf("  known of %d flowers held out: %.1f %%%n", network.heldOut.count(), 100 * accuracy);
        if (accuracy < NEEDED) {
            throw new AssertionError("accuracy " + accuracy + " is less than " + NEEDED);
        }
    }

    List<Training.Epoch> train(PrintStream out) {
        out.printf("%n== Iris: %d flowers, %d held out%n%n", flowers.count(), heldOut.count());
        ProgressBar bar = new ProgressBar(out, EPOCHS);
        Training training = new Training(classifier, flowers, heldOut, 0.01, 7);
        return training.run(EPOCHS, epoch -> bar.show(epoch.number(), "loss", epoch.trained()));
    }

    /** The part of the flowers held out that the network knows. */
    double accuracy() {
        return classifier.accuracy(heldOut);
    }

    void draw(List<Training.Epoch> epochs, Path pictures) throws IOException {
        Tensor loss = classifier.loss(heldOut);
        Files.writeString(
                pictures.resolve("network.svg"),
                GraphView.of(loss)
                        .label(loss, "loss")
                        .label(classifier.parameters().get(0), "weight 1")
                        .label(classifier.parameters().get(1), "bias 1")
                        .label(classifier.parameters().get(2), "weight 2")
                        .label(classifier.parameters().get(3), "bias 2")
                        .toSvg());
        if (LossCurve.canDraw()) {
            Files.write(pictures.resolve("loss.png"), LossCurve.toPng(epochs));
            System.out.printf("  pictures: %s%n", pictures);
        }
    }
}
