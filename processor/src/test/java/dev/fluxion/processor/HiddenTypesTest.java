package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that generated code cannot name: an error of ours where it would have to, never one of javac in what was generated. */
class HiddenTypesTest {

    private static final String AROUND =
            "import dev.fluxion.*; import java.util.*; import java.util.function.*; class Example {"
                    + " private enum Mode { A, B }"
                    + " private record Pair(int k) { }"
                    + " private static class Counter extends Number { int n = 3; int get() { return n; }"
                    + " public int intValue() { return 1; } public long longValue() { return 1; }"
                    + " public float floatValue() { return 1; } public double doubleValue() { return 1; }"
                    + " static double[] table = {1, 2}; static int count() { return 2; } }"
                    + " private interface Rule { int of(int n); }"
                    + " interface Shape { double at(double s); }"
                    + " static class Open implements Shape { public double at(double s) { return 2 * s; } }"
                    + " private static class Square implements Shape { public double at(double s) { return s * s; } }"
                    + " private static final Shape RULE = new Square();"
                    + " static Counter made = new Counter(); static int taken(Number n) { return n.intValue(); }"
                    + " private static Mode pick(int n) { return n > 2 ? Mode.A : Mode.B; }"
                    + " private static boolean isA(int n) { Mode m = pick(n); return m == Mode.A; }"
                    + " private static double by(Mode m, double x) { return m == Mode.A ? x : x * x; }"
                    + " private record Point(double u, double v) { double product() { return u * v; } }"
                    + " @Differentiable static double f(double x, int n, Object o) { %s } }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mode | return x * Mode.values().length;",
                "Mode | return x * pick(n).ordinal();",
                "Mode | return x * Mode.class.getName().length();",
                "Mode | switch (pick(n)) { case A: return x; default: return x * x; }",
                "Mode | EnumMap<Mode, String> m = null; return m == null ? x : x * x;",
                "Counter | return x * new Counter().get();",
                "Counter | Number c = made; return x * c.intValue();",
                "Counter | Counter c = made; Supplier<Object> s = () -> c; return x * s.get().hashCode();",
                "Counter | return x * taken(made);",
                "Counter | return x * ((Counter) o).n;",
                "Counter | Counter[] c = new Counter[2]; return x * c.length;",
                "Pair | return o instanceof Pair p ? x * p.k() : x;",
            })
    void classThatCannotBeNamed_isAnErrorWhereItIsNeeded(String type, String body) {
        InMemory run = InMemory.derive(Map.of("Example", AROUND.replace("%s", body)));

        assertThat(run.errors()).isNotEmpty().allMatch(e -> e.contains("[FLX0229] the class " + type + " is private"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return isA(n) ? x : x * x;",
                "Supplier<Object> c = () -> made; return x * c.get().hashCode();",
                "Mode m = n > 2 ? Mode.A : Mode.B; return m == Mode.A ? x : x * x;",
                "return pick(n) == Mode.A ? x : x * x;",
                "return x * by(Mode.A, x);",
                "Mode m = null; for (int i = 0; i < n; i++) { x *= x; m = m == Mode.B ? Mode.A : Mode.B; } return m == Mode.A ? x : x * x;",
                "Counter c = made; return x * c.n * c.get() + (c == null ? 1 : (\"\" + c).length());",
                "Counter c = null; try { c = made; x *= c.n; } catch (NullPointerException e) { x = 0; } return x * x;",
                "return x * Counter.table[1] * Counter.count();",
                "return x * made.n * made.get();",
                "Point p = new Point(x, x * n); return p.product() * p.u();",
                "Rule r = k -> k + 1; return x * r.of(2);",
                "return x * RULE.at(2);",
            })
    void memberThatAHandleReaches_isNone(String body) {
        assertThat(InMemory.derive(Map.of("Example", AROUND.replace("%s", body)))
                        .errors())
                .isEmpty();
    }

    @Test
    void classOfAnotherPackage_isKeptAsAnObject() {
        String helper = "package q; public class Helper { static class Scale { int n = 2; }"
                + " public static double scaled(double x) { Scale s = other(); return x * s.n; }"
                + " static Scale other() { return new Scale(); } }";
        String user = "package p; import dev.fluxion.*; class User {"
                + " @Differentiable static double f(double x) { return q.Helper.scaled(x); } }";

        assertThat(InMemory.derive(Map.of("q.Helper", helper, "p.User", user)).errors())
                .isEmpty();
    }

    @Test
    void classOfAnotherPackage_isAnErrorWhereAHelperNeedsIt() {
        String helper = "package q; public class Helper { static class Scale { int n = 2; }"
                + " public static double scaled(double x) { Scale s = new Scale(); return x * s.n; }"
                + " static Scale other() { return new Scale(); } }";
        String user = "package p; import dev.fluxion.*; class User {"
                + " @Differentiable static double f(double x) { return q.Helper.scaled(x); } }";
        InMemory run = InMemory.derive(Map.of("q.Helper", helper, "p.User", user));

        assertThat(run.errors()).hasSize(1);
        assertThat(run.errors().get(0)).contains("Helper", "[FLX0229] the class Scale");
    }
}
