package dev.fluxion.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The companion of two small methods, as text. Run with {@code -Dfluxion.goldens=write} to have it written anew. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "cost", "ExamplesGrad.java");

    @Test
    void companion_readsAsAPersonWouldWriteIt() throws IOException {
        String generated =
                Metered.compile(Map.of("Examples", Comparison.text("Examples"))).generated("ExamplesGrad");
        if ("write".equals(System.getProperty("fluxion.goldens"))) {
            Files.writeString(GOLDEN, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(GOLDEN));
    }
}
