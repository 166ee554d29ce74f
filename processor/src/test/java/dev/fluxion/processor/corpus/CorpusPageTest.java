package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page about the corpus shows the tolerances that are used. */
class CorpusPageTest {

    @Test
    void tolerances_areThoseOfTheTable() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("docs", "corpus.md")).stream()
                .filter(l -> l.startsWith("| `"))
                .map(l -> l.substring(0, l.indexOf("|", l.indexOf("|", l.indexOf("|", 1) + 1) + 1) + 1))
                .toList();
        List<String> used = Arrays.stream(Tolerance.values())
                .map(t -> "| `" + t + "` | " + t.relative() + " | " + t.floatRelative() + " |")
                .toList();
        assertThat(shown).isEqualTo(used);
    }
}
