package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on arrays claims nothing that the corpus does not show. */
class ArraysPageTest {

    private static final Path PAGE = Path.of("docs", "arrays.md");
    private static final Path CORPUS = Path.of("src", "test", "corpus-arrays");
    private static final Pattern FUNCTION = Pattern.compile("`([A-Z]\\w*)\\.(\\w+)`");

    @Test
    void everyRow_namesFunctionsOfTheCorpus() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<String> rows =
                lines.subList(lines.indexOf("<!-- begin arrays -->") + 3, lines.indexOf("<!-- end arrays -->"));
        assertThat(rows).hasSizeGreaterThan(5);
        for (String row : rows) {
            String shown = row.substring(row.lastIndexOf('|', row.length() - 2));
            Matcher named = FUNCTION.matcher(shown);
            int count = 0;
            while (named.find()) {
                count++;
                String source = Files.readString(CORPUS.resolve(named.group(1) + ".java"));
                assertThat(source).as(row).containsPattern("@Differentiable[^}]*\\s" + named.group(2) + "\\(");
            }
            assertThat(count).as(row).isPositive();
        }
    }
}
