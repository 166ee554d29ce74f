package dev.fluxion.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.transform.simplify.Simplify;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated gradients are right and cost at most 1.1 times as much as hand-written ones, but for the {@link KnownMisses}. */
class CostTest {

    private static final double BOUND = 1.1;

    /** What two compilers' bytecodes for one source differ by. */
    private static final double SLACK = 0.01;

    private static final List<Comparison> ALL = Stream.of(Variation.values())
            .flatMap(v -> Comparison.all(v).stream())
            .toList();

    static Stream<Comparison> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void generatedGradient_agreesWithTheOneWrittenByHand(Comparison c) {
        assertThat(c.differences()).isEmpty();
    }

    static List<String> passes() {
        return Simplify.names();
    }

    @ParameterizedTest
    @MethodSource("passes")
    void generatedGradient_agreesWithoutThePass(String pass) {
        List<String> differences = Comparison.all(Variation.PLAIN, "-Afluxion.disable=" + pass).stream()
                .flatMap(c -> c.differences().stream())
                .toList();
        assertThat(differences).isEmpty();
    }

    @Test
    void generatedGradient_costsHardlyMoreThanTheOneWrittenByHand() throws IOException {
        List<Comparison> misses = ALL.stream().filter(c -> c.ratio() > BOUND).toList();
        if ("write".equals(System.getProperty("fluxion.goldens"))) {
            KnownMisses.write(misses);
        }
        Map<String, Double> known = KnownMisses.read();
        List<String> worse = new ArrayList<>();
        for (Comparison c : misses) {
            if (c.ratio() > known.getOrDefault(c.name(), BOUND) + SLACK) {
                worse.add(c.row());
            }
        }
        assertThat(worse).as("worse than the bound, or than the table says").isEmpty();
        List<String> mended = ALL.stream()
                .filter(c -> c.ratio() <= BOUND - SLACK && known.containsKey(c.name()))
                .map(Comparison::row)
                .toList();
        assertThat(mended).as("within the bound: to be taken off the table").isEmpty();
    }
}
