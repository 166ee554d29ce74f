package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CorpusTest {

    private static final int FUNCTIONS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Statistics STATISTICS = new Statistics();

    private static List<CorpusFunction> functions;
    private static Map<String, CorpusFunction> plain;

    @BeforeAll
    static void compile() {
        functions = CorpusCompiler.compile().functions();
        plain = new HashMap<>();
        CorpusCompiler.compile("-Afluxion.disable=all").functions().forEach(f -> plain.put(f.name(), f));
    }

    @AfterAll
    static void report() {
        System.out.println("corpus of " + functions.size() + " functions");
        System.out.println(STATISTICS);
    }

    @Test
    void corpus_isLarge() {
        assertThat(functions).hasSizeGreaterThanOrEqualTo(FUNCTIONS);
    }

    @TestFactory
    Stream<DynamicTest> everyFunction_hasItsDerivatives() {
        return functions.stream().map(f -> DynamicTest.dynamicTest(f.name(), () -> check(f)));
    }

    private static void check(CorpusFunction f) {
        assertTimeoutPreemptively(LIMIT, () -> check(f, plain.get(f.name()), STATISTICS));
    }

    static void check(CorpusFunction f, CorpusFunction plain, Statistics statistics) {
        new FunctionCheck(f, plain, statistics).run();
    }
}
