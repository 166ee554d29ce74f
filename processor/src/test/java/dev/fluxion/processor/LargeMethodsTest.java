package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Expressions, statements and nesting as programs write them that write programs: they compile in time linear in their size, and are right. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeMethodsTest {

    @Test
    void gradient_longSum() throws ReflectiveOperationException {
        String sum = joined(500, " + ", i -> i + " * u * v");
        check("return " + sum + ";", 1.25, 0.5, 124750 * 0.5, 124750 * 1.25);
    }

    @Test
    void gradient_longProduct() throws ReflectiveOperationException {
        String product = joined(200, " * ", i -> "(1 + u * v / " + (i + 1) * (i + 1) + ")");
        double[] slope = new double[1];
        double value = IntStream.range(0, 200)
                .mapToDouble(i -> {
                    double factor = 1 + 1.25 * 0.5 / ((i + 1.0) * (i + 1));
                    slope[0] += 1 / ((i + 1.0) * (i + 1)) / factor;
                    return factor;
                })
                .reduce(1, (a, b) -> a * b);
        check("return " + product + ";", 1.25, 0.5, value * slope[0] * 0.5, value * slope[0] * 1.25);
    }

    @Test
    void gradient_longProductOfVariables() throws ReflectiveOperationException {
        String product = joined(500, " * ", i -> i % 2 == 0 ? "u" : "v");
        double value = Math.pow(1.25 * 0.8, 250);
        check("return " + product + ";", 1.25, 0.8, 250 * value / 1.25, 250 * value / 0.8);
    }

    @Test
    void gradient_longChoice() throws ReflectiveOperationException {
        String choice = joined(200, " else ", i -> "if (u < " + i + ") { y = " + i + " * u * v; }");
        check("double y = v; " + choice + " return y * u;", 150.5, 2, 2 * 151 * 150.5 * 2, 151 * 150.5 * 150.5);
    }

    @Test
    void gradient_manyStatements() throws ReflectiveOperationException {
        String statements = joined(
                400,
                "\n",
                i -> "double a" + i + " = u * " + (i == 0 ? "v" : "a" + (i - 1)) + " + 1; s += a" + i + " / 400;");
        double u = 0.5;
        double v = 0.75;
        double a = v;
        double byU = 0;
        double byV = 1;
        double sumByU = 0;
        double sumByV = 0;
        for (int i = 0; i < 400; i++) {
            byU = a + u * byU;
            byV = u * byV;
            a = u * a + 1;
            sumByU += byU / 400;
            sumByV += byV / 400;
        }
        check("double s = 0; " + statements + " return s;", u, v, sumByU, sumByV);
    }

    @Test
    void gradient_deepNesting() throws ReflectiveOperationException {
        String open = joined(
                30,
                " ",
                i -> "for (int i" + i + " = 0; i" + i + " < 1; i" + i + "++) { if (u > " + i + ") { y = y * v;");
        String close = joined(30, " ", i -> "} else { y = y + " + i + "; } }");
        check(
                "double y = u; " + open + close + " return y;",
                40,
                0.75,
                Math.pow(0.75, 30),
                40 * 30 * Math.pow(0.75, 29));
    }

    /** What is declared where a part could end, and gets its value where none can begin. */
    @Test
    void gradient_variableDeclaredLongBefore() throws ReflectiveOperationException {
        String statements = joined(300, " ", i -> "s += " + i + " * u * v / 1000;");
        String body = "double s = 0; " + statements + " double r; found: { " + statements
                + " if (s > 1e9) { r = u; break found; } r = s * v; } return r;";
        check(body, 1.25, 0.5, 89.7 * 0.5 * 0.5, 2 * 89.7 * 1.25 * 0.5);
    }

    private static String joined(int count, String between, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
    }

    /** Compiles a body with javac on a stack that is deep enough for javac itself, and compares the gradient. */
    private static void check(String body, double u, double v, double byU, double byV)
            throws ReflectiveOperationException {
        String source =
                "import dev.fluxion.Differentiable;\nclass Large { @Differentiable static double f(double u, double v) {\n"
                        + body + "\n} }";
        InMemory[] run = new InMemory[1];
        DeepStack.run(() -> run[0] = InMemory.derive(Map.of("Large", source)));
        assertThat(run[0].errors()).isEmpty();
        Method gradient = run[0].loadClass("LargeGrad").getDeclaredMethod("fGradient", double.class, double.class);
        gradient.setAccessible(true);
        Object found = gradient.invoke(null, u, v);
        assertThat(partial(found, "dU")).isCloseTo(byU, within(1e-12 * Math.abs(byU)));
        assertThat(partial(found, "dV")).isCloseTo(byV, within(1e-12 * Math.abs(byV)));
    }

    private static double partial(Object gradient, String name) throws ReflectiveOperationException {
        Method component = gradient.getClass().getDeclaredMethod(name);
        component.setAccessible(true);
        return (double) component.invoke(gradient);
    }
}
