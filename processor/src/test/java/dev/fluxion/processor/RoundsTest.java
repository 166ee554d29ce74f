package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Classes that other processors generate come in later rounds, annotated, called or named. */
class RoundsTest {

    private static final String ANNOTATED = """
            package p;
            import dev.fluxion.*;
            public class Made {
                @Differentiable
                public static double square(double x) {
                    return x * x;
                }

                public static double half(double x) {
                    return x / 2;
                }
            }
            """;

    @Test
    void aGeneratedClass_isDifferentiatedLikeAnyOther() throws ReflectiveOperationException {
        InMemory run = compile("class User { static double use(double x) { return MadeGrad.squareDerivative(x); } }");

        assertThat(run.errors()).isEmpty();
        assertThat(call(run, "p.User", "use", 3)).isEqualTo(6);
    }

    @Test
    void aMethodThatCallsAGeneratedOne_isDifferentiatedThroughItsSource() throws ReflectiveOperationException {
        InMemory run = compile("""
                class User {
                    @Differentiable static double f(double x) { return Made.half(x) * x; }
                    @Differentiable static double g(double x) { return Made.square(x) * x; }
                    @Differentiable static double own(double x) { return 5 * x; }
                    static double use(double x) { var own = UserGrad.ownDerivative(x); return own; }
                }
                """);

        assertThat(run.errors()).isEmpty();
        assertThat(call(run, "p.UserGrad", "fDerivative", 3)).isEqualTo(3);
        assertThat(call(run, "p.UserGrad", "gDerivative", 2)).isEqualTo(12);
        assertThat(call(run, "p.User", "use", 1)).isEqualTo(5);
    }

    @Test
    void aMethodWhoseHeaderNamesAGeneratedClass_waitsForIt() throws ReflectiveOperationException {
        InMemory run = compile("""
                class User {
                    @Differentiable static double f(double x, Made made) { return made == null ? 7 * x : x; }
                    static double use(double x) { return UserGrad.fDerivative(x, null); }
                }
                """);

        assertThat(run.errors()).isEmpty();
        assertThat(call(run, "p.User", "use", 1)).isEqualTo(7);
    }

    @Test
    void aClassThatNobodyGenerates_isAnErrorOnce() {
        Map<String, String> sources = Map.of("p.User", """
                package p;
                import dev.fluxion.*;
                class User {
                    @Differentiable static double f(double x, Missing missing) { return x; }
                }
                """);

        InMemory run = InMemory.compile(sources, List.of(), new Idle(Set.of("*"), Map.of()), new FluxionProcessor());

        assertThat(run.messages()).filteredOn(m -> m.contains("FLX")).hasSize(1);
        assertThat(run.messages())
                .filteredOn(m -> m.contains("cannot find symbol"))
                .hasSize(1);
        assertThat(run.messages()).hasSize(2);
    }

    @Test
    void theOrderOfProcessors_makesNoDifference() {
        String user =
                "class User { @Differentiable static double f(double x) { return Made.square(x) + Made.half(x); } }";
        Map<String, String> sources = Map.of("p.User", source(user));
        Idle generator = new Idle(Set.of("*"), Map.of("p.Made", ANNOTATED));

        InMemory before = InMemory.compile(sources, List.of(), new FluxionProcessor(), generator);

        assertThat(before.errors()).isEmpty();
        assertThat(before.generated()).isEqualTo(compile(user).generated());
    }

    private static InMemory compile(String user) {
        Idle generator = new Idle(Set.of("*"), Map.of("p.Made", ANNOTATED));
        return InMemory.compile(Map.of("p.User", source(user)), List.of(), generator, new FluxionProcessor());
    }

    private static String source(String user) {
        return "package p; import dev.fluxion.*; " + user;
    }

    private static double call(InMemory run, String type, String name, double x) throws ReflectiveOperationException {
        for (Method m : run.loadClass(type).getDeclaredMethods()) {
            if (m.getName().equals(name)) {
                m.setAccessible(true);
                return (double) (m.getParameterCount() == 1 ? m.invoke(null, x) : m.invoke(null, x, null));
            }
        }
        throw new AssertionError(name);
    }
}
