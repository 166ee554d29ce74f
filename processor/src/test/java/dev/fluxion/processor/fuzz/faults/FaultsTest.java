package dev.fluxion.processor.fuzz.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That faults can be planted; the campaign looks for programs that show them. */
class FaultsTest {

    private static final int WANTED = 40;

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
}
