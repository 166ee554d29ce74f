package dev.fluxion.processor.frontend.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a root needs of types that are stubs, though it never says so. */
class StubsTest {

    @Test
    void override_that_settles_two_defaults_is_kept() {
        assertThat(problems(
                        "package p; class Root extends Steps { double f(double x) { return 2 * x; } }",
                        "package p; import java.util.*; import java.util.function.*;"
                                + " class Steps implements Iterator<Double>, Spliterator<Double> {"
                                + " public boolean hasNext() { return false; }"
                                + " public Double next() { return 1.0; }"
                                + " public boolean tryAdvance(Consumer<? super Double> action) { return false; }"
                                + " public Spliterator<Double> trySplit() { return null; }"
                                + " public long estimateSize() { return 0; }"
                                + " public int characteristics() { return 0; }"
                                + " public void forEachRemaining(Consumer<? super Double> action) {} }"))
                .isEmpty();
    }

    @Test
    void implementation_that_a_root_inherits_is_kept() {
        assertThat(problems(
                        "package p; class Root extends Scale { double f(double x) { return 2 * x; } }",
                        "package p; abstract class Shape implements java.util.Iterator<Double> {"
                                + " public boolean hasNext() { return false; } public Double next() { return 1.0; }"
                                + " abstract double slope(double x); }",
                        "package p; class Scale extends Shape { double slope(double x) { return 3; } }"))
                .isEmpty();
    }

    @Test
    void default_that_makes_an_interface_functional_is_kept() {
        assertThat(problems(
                        "package p; class Root { double f(double x) { Slope s = y -> 2 * y; return s.at(x); } }",
                        "package p; interface Both { double at(double x); double slope(double x); }",
                        "package p; interface Slope extends Both {"
                                + " default double slope(double x) { return at(x + 1) - at(x); } }"))
                .isEmpty();
    }

    /** The errors in a mirror whose only root is the first source. */
    private static List<Problem> problems(String root, String... others) {
        List<Problem> problems = new ArrayList<>();
        String[] all = new String[others.length + 1];
        all[0] = root;
        System.arraycopy(others, 0, all, 1, others.length);
        Compile.sources(all).with((environment, round) -> {
            if (!round.processingOver()) {
                TreesAccess trees = TreesAccess.of(environment).orElseThrow();
                SourceFile file = trees.sourceOf(environment.getElementUtils().getTypeElement("p.Root"))
                        .orElseThrow();
                Mirror mirror =
                        new MirrorCompilation(environment, trees).attribute(List.of(file), CompanionSource.NONE);
                assertThat(mirror.units()).hasSize(1);
                problems.addAll(mirror.problems());
            }
        });
        return problems;
    }
}
