package dev.fluxion.examples.network;

import dev.fluxion.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The iris data set, which comes inside a library: 50 flowers of each of three species. */
final class Iris {

    static final int SPECIES = 3;
    static final int MEASURES = 4;

    private Iris() {}

    static Flowers load() {
        List<double[]> rows = text().lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        double[][] measures = rows.stream().map(r -> Arrays.copyOf(r, MEASURES)).toArray(double[][]::new);
        int[] species = rows.stream().mapToInt(r -> (int) r[MEASURES]).toArray();
        return new Flowers(Tensor.of(measures), species);
    }

    private static String text() {
        try (InputStream in = Iris.class.getResourceAsStream("/iris.dat")) {
            if (in == null) {
                throw new IllegalStateException("iris.dat is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
