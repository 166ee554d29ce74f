package dev.fluxion.examples.network;

import dev.fluxion.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Measured flowers.
 *
 * @param measures one row for each flower: length and width of sepal and petal in centimetres
 * @param species its class
 */
record Flowers(Tensor measures, int[] species) {

    int count() {
        return species.length;
    }

    /** Some of them. */
    Flowers select(int... which) {
        int[] chosen = Arrays.stream(which).map(i -> species[i]).toArray();
        return new Flowers(measures.indexSelect(0, which), chosen);
    }

    /** Measures less the mean of others, over their standard deviation. */
    Flowers scaledLike(Flowers others) {
        Tensor mean = others.measures.mean(0);
        Tensor deviation = others.measures.std(0);
        return new Flowers(measures.sub(mean).div(deviation), species);
    }

    /** Every {@code nth} one, and the rest. The flowers stand by species, so that each has its share. */
    List<Flowers> split(int nth) {
        int[] held = java.util.stream.IntStream.range(0, count())
                .filter(i -> i % nth == 0)
                .toArray();
        int[] rest = java.util.stream.IntStream.range(0, count())
                .filter(i -> i % nth != 0)
                .toArray();
        return List.of(select(rest), select(held));
    }
}
