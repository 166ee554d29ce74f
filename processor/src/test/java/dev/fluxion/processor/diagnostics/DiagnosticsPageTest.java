package dev.fluxion.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fluxion.processor.InMemory;
import dev.fluxion.processor.diagnostics.Page.Block;
import dev.fluxion.processor.diagnostics.Page.Section;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reference page is executed: the message of each section is the catalogue's, each example gives the output below it, and each way out
 * gives none. Run with {@code -Dfluxion.goldens=write} to have the outputs written anew.
 */
class DiagnosticsPageTest {

    private static final Path PAGE = Path.of("docs", "diagnostics.md");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:\\w+ )*?(?:class|interface|record) (\\w+)");

    /**
     * What no program brings about: it takes another compiler, or a mistake in this one, which {@code EnvironmentsTest} provides, or a method whose
     * header is refused anyway.
     */
    private static final Set<String> WITHOUT_EXAMPLE = Set.of(Code.NO_TREES.tag(), Code.INTERNAL.tag());

    @TempDir
    Path library;

    static List<Section> sections() {
        return Page.sections(lines());
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void page_hasASectionForEveryCode_inTheOrderOfTheTags() {
        List<String> tags = Arrays.stream(Code.values()).map(Code::tag).sorted().toList();
        assertThat(tags).doesNotHaveDuplicates();
        assertThat(sections()).extracting(Section::tag).isEqualTo(tags);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void section_quotesTheMessage(Section section) {
        Code code = Arrays.stream(Code.values())
                .filter(c -> c.tag().equals(section.tag()))
                .findFirst()
                .orElseThrow();
        String severity = code.severity().name().toLowerCase(Locale.ROOT);
        assertThat(section.message()).isEqualTo(severity + ": " + code.template());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void example_givesTheOutputThatIsShown(Section section) throws IOException {
        List<Block> example = section.blocks("java", false);
        assertThat(example.isEmpty()).isEqualTo(WITHOUT_EXAMPLE.contains(section.tag()));
        if (example.isEmpty()) {
            return;
        }
        assumeThisJavaHasIt(example);
        Block output = section.blocks("text", false).get(0);
        List<String> shown = output.text().lines().toList();
        List<String> given = compile(example);
        assertThat(given).as("the output of this section").anyMatch(l -> l.contains("[" + section.tag() + "]"));
        if ("write".equals(System.getProperty("fluxion.goldens"))) {
            write(section.tag(), given);
        } else {
            assertThat(shown).isEqualTo(given);
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void wayOut_givesNoMessage(Section section) {
        List<Block> instead = section.blocks("java", true);
        if (!instead.isEmpty()) {
            assumeThisJavaHasIt(instead);
            assertThat(compile(instead)).isEmpty();
        }
    }

    private static void assumeThisJavaHasIt(List<Block> blocks) {
        blocks.forEach(b -> b.words().stream()
                .filter(w -> w.matches("\\d+"))
                .forEach(w -> assumeTrue(Runtime.version().feature() >= Integer.parseInt(w))));
    }

    private List<String> compile(List<Block> blocks) {
        List<String> options = new ArrayList<>();
        for (Block b : blocks) {
            Matcher type = TYPE.matcher(b.text());
            assertThat(type.find()).isTrue();
            Map<String, String> source = Map.of(type.group(1), b.text());
            InMemory run = InMemory.derive(source, options.toArray(String[]::new));
            if (!b.is("library")) {
                return run.messages().stream().flatMap(String::lines).toList();
            }
            assertThat(run.messages()).isEmpty();
            run.writeTo(library);
            options = List.of("-classpath", library + File.pathSeparator + System.getProperty("java.class.path"));
        }
        throw new AssertionError("a library alone");
    }

    private static void write(String tag, List<String> output) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        Section section = Page.sections(lines).stream()
                .filter(s -> s.tag().equals(tag))
                .findFirst()
                .orElseThrow();
        Block block = section.blocks("text", false).get(0);
        int size = block.text().lines().toList().size();
        lines.subList(block.first(), block.first() + size).clear();
        lines.addAll(block.first(), output);
        Files.write(PAGE, lines);
    }
}
