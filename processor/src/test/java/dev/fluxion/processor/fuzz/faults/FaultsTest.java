package dev.fluxion.processor.fuzz.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That faults can be planted, and that some which show soon are found; the campaign finds the others. */
class FaultsTest {

    private static final int WANTED = 40;
    private static final int PROGRAMS = 24;

    /** A compiler that is rewritten may leave some of them behind, but not too many. */
    @Test
    void faults_canBePlanted() {
        List<Fault> planted = Faults.ALL.stream()
                .filter(f -> FaultyCompiler.plant(f).isPresent())
                .toList();
        assertThat(planted)
                .as(
                        "of %s",
                        Faults.ALL.stream().filter(f -> !planted.contains(f)).toList())
                .hasSizeGreaterThanOrEqualTo(WANTED);
    }

    static List<Fault> soonFound() {
        List<String> some = List.of("contributions are subtracted", "an overwritten value counts as still there");
        return Faults.ALL.stream().filter(f -> some.contains(f.description())).toList();
    }

    @ParameterizedTest
    @MethodSource("soonFound")
    void fault_isFound(Fault fault) {
        assertThat(FaultCampaign.search(fault, PROGRAMS)).as(fault.toString()).isPresent();
    }
}
