package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are null: a gradient throws what its method throws, after all that the method does before. */
class RecordNullsTest {

    private static final String SOURCE = """
            import dev.fluxion.*;
            public class Example {
                public static int calls;
                public record Vec(double x, double y) {
                    double norm() { return x * x + y * y; }
                }
                public record Pair(Vec a, Vec b) {}
                @Differentiable public static double atOnce(Vec v, double s) { return v.x() * s * v.y(); }
                @Differentiable public static double byItsMethod(Vec v, double s) { return v.norm() * s; }
                @Differentiable public static double nested(Pair p, double s) {
                    double t = s * s;
                    Vec v = p.a();
                    return v.x() * p.b().x() * t;
                }
                @Differentiable public static double afterAnEffect(Vec v, double s) {
                    calls++;
                    return v.x() * s;
                }
                @Differentiable public static double inABranch(Vec v, double s) {
                    if (s > 1) {
                        calls += 2;
                    }
                    return v.x() * s;
                }
                @Differentiable public static double wrapped(Vec v, double s) {
                    try {
                        return v.x() * s;
                    } catch (NullPointerException e) {
                        throw new IllegalStateException("no vector at " + s);
                    }
                }
                @Differentiable public static double afterAnother(Vec v, double s, int n) { return n / (n - n) * v.x() * s; }
                @Differentiable public static double notAsked(Vec v, double s) { return s > 1 ? s : v.x() * s; }
                @Differentiable public static double caught(Vec v, double s) {
                    try {
                        return v.x() * s;
                    } catch (NullPointerException e) {
                        return s;
                    }
                }
            }
            """;

    private static InMemory run;

    @BeforeAll
    static void compile() {
        run = InMemory.derive(Map.of("Example", SOURCE), "-g");
        assertThat(run.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atOnce", "byItsMethod", "nested", "afterAnEffect", "inABranch", "wrapped", "afterAnother"})
    void methodThatThrows_hasAGradientThatDoes(String name) throws ReflectiveOperationException {
        assertThat(outcome("ExampleGrad", name + "Gradient")).isEqualTo(outcome("Example", name));
    }

    @Test
    void recordInARecord_isMissedWhereTheMethodMissesIt() throws ReflectiveOperationException {
        Class<?> vec = run.loadClass("Example$Vec");
        Object pair = run.loadClass("Example$Pair")
                .getConstructors()[0]
                .newInstance(vec.getConstructors()[0].newInstance(1, 2), null);

        String primal = outcome("Example", "nested", pair);
        assertThat(primal).startsWith("java.lang.NullPointerException");
        assertThat(outcome("ExampleGrad", "nestedGradient", pair)).isEqualTo(primal);
    }

    /** Known limit: there is no derivative by a record that is not there, whatever the method makes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"notAsked", "caught"})
    void methodThatDoesWithout_hasAGradientThatThrows(String name) throws ReflectiveOperationException {
        assertThat(outcome("Example", name)).startsWith("2.0");
        assertThat(outcome("ExampleGrad", name + "Gradient")).startsWith("java.lang.NullPointerException");
    }

    private static String outcome(String type, String name) throws ReflectiveOperationException {
        return outcome(type, name, null);
    }

    private static String outcome(String type, String name, Object first) throws ReflectiveOperationException {
        Method method = Arrays.stream(run.loadClass(type).getMethods())
                .filter(m -> m.getName().equals(name))
                .min((m, n) -> m.getParameterCount() - n.getParameterCount())
                .orElseThrow();
        Object[] arguments = method.getParameterCount() == 3 ? new Object[] {first, 2.0, 3} : new Object[] {first, 2.0};
        run.loadClass("Example").getField("calls").setInt(null, 0);
        Object result;
        try {
            result = method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            // What the message of a null pointer names is another member where several are read.
            result = e.getCause() instanceof NullPointerException ? NullPointerException.class.getName() : e.getCause();
        }
        return result + " after " + run.loadClass("Example").getField("calls").getInt(null);
    }
}
