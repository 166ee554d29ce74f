package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fluxion.processor.LoweringProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class CorpusTest {

    private static final int FUNCTIONS = 472;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Functions that are wrong as yet; one that is right must leave this list. */
    private static final Set<String> KNOWN_LIMITS = Set.of();

    private static final Statistics STATISTICS = new Statistics();
    private static final ModeDifferences DIFFERENCES = ModeDifferences.read();

    private static List<CorpusFunction> functions;
    private static Map<String, CorpusFunction> plain;
    private static References references;

    @BeforeAll
    static void compile() {
        functions = CorpusCompiler.compile("-Afluxion.verify=true").functions();
        plain = new HashMap<>();
        CorpusCompiler.compile("-Afluxion.disable=all").functions().forEach(f -> plain.put(f.name(), f));
        LoweringProcessor lowered = new LoweringProcessor();
        CorpusCompiler.process(lowered);
        references = new References(lowered);
    }

    @AfterAll
    static void report() {
        if (ModeDifferences.isWritten()) {
            DIFFERENCES.write();
        }
        System.out.println("corpus of " + (functions == null ? 0 : functions.size()) + " functions");
        System.out.println(STATISTICS);
    }

    @Test
    void corpus_isLarge() {
        assertThat(functions).hasSizeGreaterThanOrEqualTo(FUNCTIONS);
    }

    @Test
    void differencesOfModes_areListedOfFunctionsThatExist() {
        List<String> listed = new ArrayList<>(DIFFERENCES.functions());
        listed.removeIf(f -> f.matches("(Clamps|Patterns)\\..*") && !CorpusCompiler.isNew());
        assertThat(functions).extracting(CorpusFunction::name).containsAll(listed);
    }

    @TestFactory
    Stream<DynamicTest> everyFunction_hasItsDerivatives() {
        return functions.stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f)));
    }

    private static void check(CorpusFunction f) {
        Executable check = () -> new FunctionCheck(f, plain.get(f.name()), references, DIFFERENCES, STATISTICS).run();
        if (KNOWN_LIMITS.contains(f.name())) {
            assertThrows(AssertionError.class, check, "no longer a limit");
        } else {
            assertTimeoutPreemptively(LIMIT, check, f.name());
        }
    }
}
