package dev.fluxion.processor.fuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random programs contain everything everywhere; the page shows the table of a longer run. */
class CoverageTest {

    private static final int PROGRAMS = 600;

    @Test
    void programs_haveEveryNodeInEveryContext() {
        assertThat(CoverageCampaign.of(1, PROGRAMS).empty()).isEmpty();
    }

    @Test
    void page_showsEveryNodeAndContext() throws IOException {
        List<String> shown = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs", "random-programs.md"))) {
            if (line.startsWith("| node ")) {
                shown.add(line);
            } else if (!shown.isEmpty() && line.startsWith("| `")) {
                assertThat(line).doesNotContain("| 0 |");
                shown.add(line.substring(3, line.indexOf('`', 3)));
            } else if (!shown.isEmpty() && line.isBlank()) {
                break;
            }
        }
        assertThat(shown).isEqualTo(new Coverage().frame());
    }
}
