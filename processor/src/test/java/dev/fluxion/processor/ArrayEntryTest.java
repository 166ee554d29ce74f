package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What generated methods say of arrays that must be different ones and are not: before anything is written. */
class ArrayEntryTest {

    private static Class<?> companion;

    @BeforeAll
    static void compile() throws ClassNotFoundException {
        InMemory run = InMemory.derive(Map.of(
                "Example",
                "import dev.fluxion.*; public class Example {"
                        + " @Differentiable public static double dot(double[] x, double[] y, @NoDiff double[] w) {"
                        + "  double s = 0; for (int i = 0; i < x.length; i++) { s += x[i] * y[i] * w[i]; } return s; }"
                        + " @Differentiable public static double first(double[][] m, double[] x) { return m[0][0] * x[0]; }"
                        + " @Differentiable public static void add(double[] out, double[] x, double[] y) {"
                        + "  for (int i = 0; i < x.length; i++) { out[i] += x[i] * y[i]; } }"
                        + " @Differentiable public static void rows(double[][] m) { m[0][0] *= m[1][0]; }"
                        + " @Differentiable public static double alone(float[] x, @NoDiff double[] w) { return x[0] * w[0]; }"
                        + " }"));
        assertThat(run.errors()).isEmpty();
        companion = run.loadClass("ExampleGrad");
    }

    @Test
    void gradient_withOneArrayForTwoAdjoints() {
        double[] bar = {5};
        check(
                "xBar and yBar must be different arrays, as adjoints are added to one of them",
                "dotGradient",
                one(),
                one(),
                one(),
                bar,
                bar);
        assertThat(bar).containsExactly(5);
    }

    @Test
    void vjp_withAnotherParametersArrayForAdjoints() {
        double[] y = one();
        String message = "xBar and y must be different arrays, as adjoints are added to one of them";
        check(message, "dotVjp", one(), y, one(), 1.0, y, one());
    }

    @Test
    void gradient_withAnArrayThatIsNotActiveForAdjoints() {
        double[] w = one();
        String message = "yBar and w must be different arrays, as adjoints are added to one of them";
        check(message, "dotGradient", one(), one(), w, one(), w);
    }

    @Test
    void gradient_withARowForAdjoints() {
        double[] row = one();
        String message = "xBar and m[0] must be different arrays, as adjoints are added to one of them";
        check(message, "firstGradient", new double[][] {row}, one(), new double[][] {one()}, row);
    }

    @Test
    void gradient_withARowTwiceInAdjoints() {
        double[] row = one();
        double[][] bars = {row, row};
        String message = "mBar[0] and mBar[1] must be different arrays, as adjoints are added to one of them";
        check(message, "firstGradient", new double[][] {one(), one()}, one(), bars, one());
    }

    @Test
    void vjp_ofAMethodThatWritesToAnArrayItAlsoReads() {
        double[] x = one();
        String message = "out and y must be different arrays, as the method writes to one of them";
        check(message, "addVjp", x, one(), x, one(), one(), one());
        check(message, "addJvp", x, one(), x, one(), one(), one());
    }

    @Test
    void jvp_ofAMethodThatWritesToAnArrayWithItsTangentElsewhere() {
        double[] dot = one();
        String message = "outDot and x must be different arrays, as the method writes to one of them";
        check(message, "addJvp", one(), dot, one(), dot, one(), one());
    }

    @Test
    void vjp_ofAMethodThatWritesToARowThatIsThereTwice() {
        double[] row = one();
        String message = "m[0] and m[1] must be different arrays, as the method writes to one of them";
        check(message, "rowsVjp", new double[][] {row, row}, new double[][] {one(), one()});
    }

    @Test
    void arraysThatAreOnlyRead_mayBeOneArray() throws ReflectiveOperationException {
        double[] x = one();
        double[] xBar = {0};
        double[] yBar = {0};
        method("dotGradient", 5).invoke(null, x, x, x, xBar, yBar);
        assertThat(xBar).containsExactly(4);
        assertThat(yBar).containsExactly(4);

        double[] out = one();
        double[] outBar = {1};
        method("addVjp", 6).invoke(null, out, x, x, outBar, xBar, yBar);
        assertThat(out).containsExactly(6);
        assertThat(xBar).containsExactly(6);
    }

    @Test
    void arraysOfOtherNumbers_areNotCompared() throws ReflectiveOperationException {
        float[] bar = {0};
        method("aloneGradient", 3).invoke(null, new float[] {1}, one(), bar);
        assertThat(bar).containsExactly(2);
    }

    private static double[] one() {
        return new double[] {2};
    }

    private static void check(String message, String name, Object... arguments) {
        try {
            method(name, arguments.length).invoke(null, arguments);
            throw new AssertionError("nothing was thrown");
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Method method(String name, int parameters) {
        return PlainMethods.of(companion)
                .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow();
    }
}
