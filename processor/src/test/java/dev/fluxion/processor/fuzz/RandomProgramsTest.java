package dev.fluxion.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.FluxionProcessor;
import dev.fluxion.processor.fuzz.check.Batch;
import dev.fluxion.processor.fuzz.check.Kind;
import dev.fluxion.processor.fuzz.check.Mismatch;
import dev.fluxion.processor.fuzz.check.Shrinker;
import dev.fluxion.processor.fuzz.check.Tally;
import dev.fluxion.processor.fuzz.grammar.Program;
import dev.fluxion.processor.fuzz.grammar.Programs;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A short run; long ones are described in {@code docs/random-programs.md}. */
class RandomProgramsTest {

    private static final int PROGRAMS = 50;

    private final Tally tally = new Tally();

    @Test
    void randomPrograms_haveTheirDerivatives() {
        List<Program> programs =
                LongStream.rangeClosed(1, PROGRAMS).mapToObj(Programs::of).toList();
        List<List<Mismatch>> found = Batch.check(programs, FluxionProcessor::new, tally);
        for (int i = 0; i < programs.size(); i++) {
            if (found.get(i).stream().anyMatch(m -> m.kind() != Kind.MALFORMED)) {
                throw new AssertionError(new Shrinker(FluxionProcessor::new).shrink(programs.get(i)));
            }
        }
        System.out.println(tally);
        assertThat(tally.of("functions")).isGreaterThanOrEqualTo(PROGRAMS);
        assertThat(tally.of("points with derivatives")).isGreaterThan(5 * PROGRAMS);
        assertThat(tally.of("partials against differences")).isGreaterThan(PROGRAMS);
    }

    @Test
    void sameSeed_makesTheSameProgram() {
        assertThat(Programs.of(7)).hasToString(Programs.of(7).toString());
        assertThat(Programs.of(7).toString()).isNotEqualTo(Programs.of(8).toString());
    }
}
