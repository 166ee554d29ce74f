package dev.fluxion.tensor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Values, gradients, shapes and errors as the real PyTorch has them, to 10⁻¹² in double and 10⁻⁵ in float. */
class ConformanceTest {

    private static final Path FIXTURE = Path.of("src", "test", "resources", "conformance", "pytorch.tsv");

    private static final Map<String, Operations.Operation> OPERATIONS = Operations.all();
    private static final Map<String, List<Case>> CASES = cases();
    private static final Map<String, Integer> COUNTS = new LinkedHashMap<>();

    private static Map<String, List<Case>> cases() {
        Map<String, List<Case>> cases = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(FIXTURE)) {
            lines.filter(line -> !line.startsWith("#"))
                    .map(Case::of)
                    .forEach(c -> cases.computeIfAbsent(c.operation(), o -> new ArrayList<>())
                            .add(c));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> everyOperation_isAsInPyTorch() {
        return CASES.keySet().stream().map(o -> DynamicTest.dynamicTest(o, () -> check(o)));
    }

    private static void check(String operation) {
        List<String> differences = new ArrayList<>();
        for (Case c : CASES.get(operation)) {
            String difference = c.difference(OPERATIONS.get(operation));
            if (difference != null) {
                differences.add(c.name() + ": " + difference);
            }
        }
        assertThat(differences).isEmpty();
        COUNTS.put(operation, CASES.get(operation).size());
    }

    @Test
    void everyOperation_isInTheFixture() {
        assertThat(OPERATIONS.keySet()).isEqualTo(CASES.keySet());
    }

    /** For shapes, views and numbers of every kind; of operations that join tensors of given ranks there are several lines. */
    @Test
    void everyOperation_hasCasesOfEveryKind() {
        Map<String, Set<Kind>> missing = new LinkedHashMap<>();
        CASES.forEach((operation, cases) -> {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            for (Kind kind : Kind.values()) {
                if (cases.stream().noneMatch(kind::isOf) && kind.concerns(operation, cases)) {
                    kinds.add(kind);
                }
            }
            if (!kinds.isEmpty()) {
                missing.put(operation, kinds);
            }
        });
        assertThat(missing).isEmpty();
    }

    @AfterAll
    static void report() {
        int cases = COUNTS.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(COUNTS.size() + " operations in " + cases + " cases as in PyTorch: " + COUNTS);
    }
}
