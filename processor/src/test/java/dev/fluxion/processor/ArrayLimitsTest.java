package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused over arrays: each entry fails once it is accepted. */
class ArrayLimitsTest {

    private static final String AROUND = "import dev.fluxion.*; import java.util.*; class Example {"
            + " static final double[] TABLE = {1, 2};"
            + " static double[] table(double x) { return x > 0 ? TABLE : null; }"
            + " static double[] through(double x) { return table(x * x); }"
            + " static void put(double[] a, double x) { a[0] = x; }"
            + " static double[][] rows = new double[2][2];"
            + " static double[] scratch = new double[2];"
            + " double[] own = new double[2];"
            + " static double twice(double[] a, double x) { a[0] = x; return a[0] * x; }"
            + " static double sum(double[] a, double x) { return a[0] + a[1] * x; }"
            + " static void deep(double[] a, double x) { put(a, x * 2); }"
            + " static double[] same(double[] a) { return a; }"
            + " @Differentiable static double again(double[] a, double x) { a[0] = a[0] * x; return a[0]; }"
            + " static int square(double[] a) { a[0] *= a[0]; return 1; }"
            + " @Differentiable static double f(double[] x) { %s return x[0]; } }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLX0205 | x[0] *= Arrays.hashCode(x);",
                "FLX0208 | double[] t = table(x[0]); t[0] = x[0]; x[0] = t[0];",
                "FLX0208 | double[] t = through(x[0]); put(t, x[0]); x[0] = t[0];",
                "FLX0207 | scratch[0] = x[0];",
                "FLX0207 | double[] t = scratch; t[0] = x[0];",
                "FLX0207 | double[] t = scratch; put(t, x[0]);",
                "FLX0207 | put(scratch, x[0]);",
                "FLX0207 | deep(scratch, x[0]);",
                "FLX0207 | put(same(scratch), x[0]);",
                "FLX0207 | put(rows[1], x[0]);",
                "FLX0207 | double y = twice(scratch, x[0]);",
                "FLX0207 | double y = again(scratch, x[0]);",
                "FLX0207 | double[] t = x[0] > 1 ? new double[2] : scratch; t[0] = x[0];",
                "FLX0207 | double[][] m = {new double[1], scratch}; m[1][0] = x[0];",
                "FLX0207 | for (double[] row : rows) { row[0] = x[0]; }",
                "FLX0207 | Example e = new Example(); put(e.own, x[0]); scratch = e.own;",
                "FLX0207 | Arrays.fill(scratch, x[0]);",
                "FLX0207 | System.arraycopy(x, 0, rows[0], 0, 1);",
                "FLX0209 | try { square(x); } catch (RuntimeException e) { x[0] = 1; }",
                "FLX0209 | try { int n = square(x); } finally { if (x.length > 1) return 1; }",
                "FLX0209 | try { try { x[0] = 1; } finally { square(x); } } catch (Error e) { x[1] = 1; }",
                "FLX0210 | x[0] = Arrays.stream(x).parallel().sum();",
                "FLX0210 | x[0] = Arrays.stream(x).boxed().mapToDouble(v -> v).sum();",
                "FLX0210 | x[0] = Arrays.stream(x).distinct().sum();",
                "FLX0210 | OptionalDouble most = Arrays.stream(x).max(); Optional.of(most);",
                "FLX0210 | Arrays.parallelPrefix(x, (a, b) -> a + b);",
            })
    void array_whereADerivativeWouldBeLost_isAnError(String code, String statement) {
        InMemory run = InMemory.derive(Map.of("Example", AROUND.formatted(statement)));

        assertThat(run.errors()).hasSize(1);
        assertThat(run.errors().get(0)).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "double[] t = through(x[0]); x[0] *= t[0];",
                "double[] t = scratch; x[0] *= t[0] + sum(scratch, x[0]) + sum(rows[0], x[0]);",
                "put(scratch, 3); x[0] *= scratch[0];",
                "double[] t = scratch.clone(); put(t, x[0]); x[0] *= t[0];",
                "double[][] m = {x, TABLE}; x[0] *= m[1][0];",
                "Arrays.setAll(x, i -> i);",
                "Arrays.setAll(x, i -> x[i] * x[0]);",
                "x[0] = Arrays.stream(x).max().getAsDouble();",
                "OptionalDouble most = Arrays.stream(x).max(); x[0] = most.isPresent() ? most.getAsDouble() : 0;",
                "x[0] *= new Random(1).doubles(3).parallel().sum();",
                "try { square(x); } finally { }",
                "try { int n = square(x); } finally { }",
                "try { Arrays.fill(x, x[0]); } finally { }",
                "try { double[] y = x.clone(); square(y); x[0] = y[0]; } catch (RuntimeException e) { x[0] = 1; }",
                "try { Arrays.fill(x, 1, 3, x[0]); } catch (RuntimeException e) { x[0] = 1; }",
                "try { System.out.println(Arrays.toString(x)); } finally { }",
                "try { Arrays.sort(new double[] {2, 1}); } finally { }",
            })
    void array_whereNoneIsLost_isAccepted(String statement) {
        assertThat(InMemory.derive(Map.of("Example", AROUND.formatted(statement)))
                        .errors())
                .isEmpty();
    }
}
