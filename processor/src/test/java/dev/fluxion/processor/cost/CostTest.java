package dev.fluxion.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated gradients cost at most 1.1 times as much as hand-written ones; those that do not are listed in {@link KnownMisses}. */
class CostTest {

    static final double BOUND = 1.1;

    @ParameterizedTest
    @EnumSource
    void generatedGradient_agreesWithTheOneWrittenByHand(Variation variation) {
        for (Comparison c : Comparison.all(variation)) {
            double[] generated = c.generated().results();
            double[] byHand = c.expected();
            for (int i = 0; i < byHand.length; i++) {
                assertThat(generated[i])
                        .as(c.name() + ", component " + i)
                        .isCloseTo(byHand[i], within(1e-12 * Math.max(1, Math.abs(byHand[i]))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedGradient_costsHardlyMoreThanTheOneWrittenByHand(Variation variation) {
        Map<String, Integer> known = KnownMisses.of(variation);
        Map<String, Integer> missed = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        for (Comparison c : Comparison.all(variation)) {
            if (c.ratio() > BOUND) {
                missed.put(c.sample().name(), (int) Math.round(100 * c.ratio()));
                rows.add(c.row());
            }
        }
        assertThat(missed).as("%s", String.join("\n", rows)).isEqualTo(new TreeMap<>(known));
    }
}
