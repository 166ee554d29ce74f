package dev.fluxion.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.examples.tour.sections.Check;
import dev.fluxion.examples.tour.sections.Page;
import dev.fluxion.examples.tour.sections.Section;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class TourTest {

    /** Each number of the tour is a test. */
    @TestFactory
    Stream<DynamicContainer> numbers_asExpected() {
        return Section.ALL.stream().map(TourTest::container);
    }

    private static DynamicContainer container(Section section) {
        List<DynamicTest> tests = new ArrayList<>();
        section.write(new Page() {
            @Override
            public void say(String text) {}

            @Override
            public void written(Class<?> type, String method) {
                tests.add(hasSource(type, method));
            }

            @Override
            public void generated(Class<?> companion, String method) {
                tests.add(hasSource(companion, method));
            }

            @Override
            public void check(Check check) {
                tests.add(DynamicTest.dynamicTest(check.what(), check::verify));
            }
        });
        return DynamicContainer.dynamicContainer(section.title(), tests);
    }

    private static DynamicTest hasSource(Class<?> type, String method) {
        return DynamicTest.dynamicTest(
                type.getSimpleName() + "." + method,
                () -> assertThat(Sources.method(type, method))
                        .hasSizeGreaterThan(2)
                        .last()
                        .isEqualTo("}"));
    }

    @Test
    void wrongNumber_fails() {
        assertThat(new Check("half", 0.5, 0.5 + 1e-11, 1e-12).holds()).isFalse();
        assertThat(new Check("nothing", Double.NaN, 0.5, 1e-12).holds()).isFalse();
        assertThat(new Check("half", 0.5, 0.5 + 1e-13, 1e-12).holds()).isTrue();
    }

    @Test
    void printedTour_showsSourcesAndNumbers() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintedPage page = new PrintedPage(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        Section.ALL.forEach(s -> s.write(page));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("return u * v + u * u;", "generated in PolynomialsGrad", "rootDerivative(9.0)");
        assertThat(page.checks()).isGreaterThan(50);
    }
}
