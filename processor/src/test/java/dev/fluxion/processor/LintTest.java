package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user who takes all warnings for errors. */
class LintTest {

    private static final Map<String, String> SOURCES = Map.of("p.Curves", """
            package p;

            import dev.fluxion.Differentiable;
            import dev.fluxion.NoDiff;

            public final class Curves {
                private Curves() {}

                @Differentiable(order = 2)
                public static double damped(double t, @NoDiff double k) {
                    double y = t;
                    for (int i = 0; i < 3; i++) {
                        y = Math.exp(-k * y) + t;
                    }
                    return y;
                }
            }
            """);

    @Test
    void all_warnings_as_errors_let_annotated_code_pass() {
        // Not ours: no processor claims annotations that others may want to see, nor what this class path holds.
        InMemory run = InMemory.derive(SOURCES, "-Xlint:all,-processing,-path,-classfile", "-Werror");

        assertThat(run.errors()).isEmpty();
        assertThat(run.isSuccessful()).isTrue();
    }
}
