package dev.fluxion.processor.transform.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where partials are taken on the way, and what zero adjoints make of them. */
class PreaccumulationTest {

    private static final String SOURCE = """
            package p;

            import dev.fluxion.Differentiable;

            public final class C {

                @Differentiable
                public static double masked(double w, double x) {
                    return w * roots(x);
                }

                static double roots(double x) {
                    double root = x;
                    for (int i = 0; i < 2; i++) {
                        root = Math.sqrt(root);
                    }
                    return root;
                }

                @Differentiable
                public static double overflowing(double w, double x) {
                    return w * grown(x);
                }

                static double grown(double x) {
                    double sum = 0;
                    for (int i = 1; i < 3; i++) {
                        sum += Math.exp(i * x);
                    }
                    return sum;
                }

                @Differentiable
                public static double two(double w, double x) {
                    return mixed(w, x);
                }

                static double mixed(double w, double x) {
                    double y = w;
                    for (int i = 0; i < 3; i++) {
                        y = y * x + w;
                    }
                    return y;
                }
            }
            """;

    private static InMemory derive(String... options) {
        InMemory run = InMemory.derive(Map.of("p.C", SOURCE), options);
        assertThat(run.errors()).isEmpty();
        return run;
    }

    private static String sweeps(InMemory run, String method) {
        String text = run.generated().get("p.CGrad");
        int start = text.indexOf("Gradient " + method + "Gradient(");
        return text.substring(start, text.indexOf("\n    }\n", start));
    }

    private static double partial(InMemory run, String method, double w, double x) throws ReflectiveOperationException {
        Method gradient = run.loadClass("p.CGrad").getMethod(method + "Gradient", double.class, double.class);
        Object result = gradient.invoke(null, w, x);
        return (double) result.getClass().getMethod("dX").invoke(result);
    }

    @Test
    void callOfOneActiveNumber_takesItsPartialOnTheWay() {
        assertThat(sweeps(derive(), "masked")).contains("rootsTangent(x, 1)").doesNotContain("Tape");
    }

    @Test
    void callOfTwoActiveNumbers_isSplitIntoSweeps() {
        assertThat(sweeps(derive(), "two"))
                .contains("mixedForwardSweep(w, x, tape)", "mixedReverseSweep(w, x, 1, tape)");
    }

    @Test
    void pass_canBeSwitchedOff() {
        assertThat(sweeps(derive("-Afluxion.disable=preaccumulate"), "masked"))
                .contains("rootsForwardSweep(x, tape)")
                .doesNotContain("rootsTangent");
    }

    @Test
    void zeroAdjoint_winsOverTheInfinitePartialOfASingularPrimitive() throws ReflectiveOperationException {
        InMemory run = derive();
        assertThat(partial(run, "masked", 0, 0)).isZero();
        assertThat(partial(run, "masked", 1, 0)).isInfinite();
        assertThat(partial(run, "masked", 2, 1)).isEqualTo(0.5);
    }

    @Test
    void zeroAdjoint_leavesOverflowVisible() throws ReflectiveOperationException {
        InMemory run = derive();
        assertThat(partial(run, "overflowing", 0, 1000)).isNaN();
        assertThat(partial(run, "overflowing", 1, 0)).isEqualTo(3);
    }
}
