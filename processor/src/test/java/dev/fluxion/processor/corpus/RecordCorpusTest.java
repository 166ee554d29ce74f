package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus of functions of records: every mode, with all optional passes and with none. */
class RecordCorpusTest {

    private static final int POINTS = 6;

    @TestFactory
    Stream<DynamicTest> everyFunction_agreesInEveryMode() {
        List<DynamicTest> tests = new ArrayList<>();
        for (RecordFunction f :
                CorpusCompiler.compileRecords("-Afluxion.verify=true").recordFunctions()) {
            tests.add(DynamicTest.dynamicTest(f.name(), () -> check(f, "optimised")));
        }
        for (RecordFunction f : CorpusCompiler.compileRecords("-Afluxion.verify=true", "-Afluxion.disable=all")
                .recordFunctions()) {
            tests.add(DynamicTest.dynamicTest(f.name() + " plain", () -> check(f, "plain")));
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    private static void check(RecordFunction function, String variant) {
        Random random = new Random(function.name().hashCode());
        int compared = 0;
        for (int i = 0; i < POINTS; i++) {
            RecordCheck check = new RecordCheck(function, RecordPoint.random(function, random), variant);
            check.run();
            compared += check.compared;
        }
        assertThat(compared).as("differences compared of " + function.name()).isPositive();
    }
}
