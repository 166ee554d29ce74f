package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.tape.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus of functions over arrays: every mode, with all optional passes and with none. */
class ArrayCorpusTest {

    private static final int[] LENGTHS = {4, 1, 6, 0, 3};

    @TestFactory
    Stream<DynamicTest> everyFunction_agreesInEveryMode() {
        CompiledCorpus optimised = CorpusCompiler.compileArrays("-Afluxion.verify=true");
        CompiledCorpus plain = CorpusCompiler.compileArrays("-Afluxion.verify=true", "-Afluxion.disable=all");
        List<DynamicTest> tests = new ArrayList<>();
        for (ArrayFunction f : optimised.arrayFunctions()) {
            tests.add(DynamicTest.dynamicTest(f.name(), () -> check(f, "optimised")));
        }
        Workspace workspace = new Workspace();
        for (ArrayFunction f : optimised.arrayFunctions()) {
            tests.add(DynamicTest.dynamicTest(
                    f.name() + " with a workspace", () -> new WorkspaceCheck(f, workspace).run()));
        }
        for (ArrayFunction f : plain.arrayFunctions()) {
            tests.add(DynamicTest.dynamicTest(f.name() + " plain", () -> check(f, "plain")));
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    private static void check(ArrayFunction function, String variant) {
        int compared = 0;
        int skipped = 0;
        Random random = new Random(function.name().hashCode());
        for (int length : LENGTHS) {
            for (int i = 0; i < 3; i++) {
                ArrayCheck check = new ArrayCheck(function, ArrayPoint.random(function, length, random), variant);
                check.run();
                compared += check.compared;
                skipped += check.skipped;
            }
        }
        assertThat(compared).as("differences compared of " + function.name()).isPositive();
        assertThat(skipped)
                .as("differences of " + function.name() + " that do not converge")
                .isLessThan(compared / 3 + 1);
    }
}
