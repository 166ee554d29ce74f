package dev.fluxion.processor.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The companions of a few small methods, as text. Run with {@code -Dfluxion.goldens=write} to have them written anew. */
class GoldenTest {

    private static final Path GOLDENS = Path.of("src", "test", "resources", "cost");

    @ParameterizedTest
    @ValueSource(strings = {"Examples", "ArrayExamples"})
    void companion_readsAsAPersonWouldWriteIt(String name) throws IOException {
        String generated = Metered.compile(Map.of(name, Comparison.text(name))).generated(name + "Grad");
        Path golden = GOLDENS.resolve(name + "Grad.java");
        if ("write".equals(System.getProperty("fluxion.goldens"))) {
            Files.writeString(golden, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(golden));
    }
}
