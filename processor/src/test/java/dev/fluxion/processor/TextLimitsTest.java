package dev.fluxion.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are read back from an active value's text, and text that is only printed. */
class TextLimitsTest {

    private static final String AROUND = "import dev.fluxion.*; import java.io.*; import java.util.*; class Example {"
            + " static final StringBuilder LOG = new StringBuilder();"
            + " static final List<String> LINES = new ArrayList<>();"
            + " static int width;"
            + " static void note(double x) { LOG.append(x); }"
            + " static void into(StringBuilder b, double x) { b.append(x); }"
            + " static StringBuilder log() { return LOG; }"
            + " static String text() { return LOG.toString(); }"
            + " static double last() { return Double.parseDouble(text()); }"
            + " static int digits(double x) { return (\"\" + x).length(); }"
            + " static Object kept; static final List<?> ANY = new ArrayList<>(List.of(1));"
            + " static double parsed(List<?> any, String s) { return any.size() * Double.parseDouble(s); }"
            + " static void keep(Object o) { kept = o; }"
            + " static double unboxed(Object o) { return o instanceof Double d ? d : 0; }"
            + " static double first(int n, Object... o) { return (Double) o[0]; }"
            + " static double[] elements(Object o) { return (double[]) o; }"
            + " static String shown(String format, Object... o) { return String.format(format, o); }"
            + " static <T> T notNull(T t) { if (t == null) { throw new NullPointerException(); } return t; }"
            + " static final class Bad extends RuntimeException {"
            + " Bad(String format, Object... o) { super(String.format(format, o)); } }"
            + " static boolean near(double x, double y) {"
            + " return Math.abs(Double.doubleToLongBits(x) - Double.doubleToLongBits(y)) < 3; }"
            + " static double scaled(int n, double x) { return n * x; }"
            + " @Differentiable static double f(double x, int n, Random random) { double y = x; %s return x * y; } }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Double.parseDouble | LOG.append(x); y = Double.parseDouble(LOG.toString());",
                "Double.parseDouble | StringBuilder b = LOG; b.append(x); y = Double.parseDouble(LOG.toString());",
                "Double.parseDouble | LINES.add(\"\" + x); y = Double.parseDouble(LINES.get(0));",
                "Double.parseDouble | Collections.addAll(LINES, \"\" + x); y = Double.parseDouble(LINES.get(0));",
                "Double.parseDouble | note(x); y = Double.parseDouble(LOG.toString());",
                "Double.parseDouble | note(x); y = Double.parseDouble(text());",
                "Double.parseDouble | note(x); y = last();",
                "Double.parseDouble | log().append(x); y = Double.parseDouble(LOG.toString());",
                "Double.parseDouble | StringBuilder b = new StringBuilder(); into(b, x); y = Double.parseDouble(b.toString());",
                "Double.parseDouble | StringWriter w = new StringWriter(); new PrintWriter(w).print(x);"
                        + " y = Double.parseDouble(w.toString());",
                "String.length | y = String.valueOf(x).length();",
                "String.hashCode | y = (\"\" + x).hashCode();",
                "Integer.parseInt | y = Integer.parseInt(String.format(\"%.0f\", x));",
                "Integer.valueOf | Integer k = Integer.valueOf(String.format(\"%.0f\", x)); y = k;",
                "String.charAt | char c = (\"\" + x).charAt(0); y = c - '0';",
                "String.length | int k = (\"\" + x).length(); k = k * 2 + n; y = k;",
                "String.length | double[] t = {1, 2}; y = t[(\"\" + x).length() % 2];",
                "Objects.hash | y = Objects.hash(x);",
                "Example.digits | y = digits(x);",
                "Example.digits | width = digits(x); y = width;",
                "this expression | y = scaled((\"\" + x).length(), 2);",
                "this expression | y = unboxed(x);",
                "this expression | y = first(n, x);",
                "this expression | keep(x); y = (double) kept;",
                "this cast | double[] a = {x}; y = elements(a)[0];",
                "this call | String s = \"\" + x; y = parsed(new ArrayList<>(ANY), s);",
            })
    void numberFromText_isAnErrorWhereItIsRead(String method, String statement) {
        InMemory run = InMemory.derive(Map.of("Example", source(statement)));

        assertThat(run.errors()).hasSize(1);
        assertThat(run.errors().get(0)).contains("[FLX0206] " + method + " reads");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOG.append(x); LINES.add(\"\" + x); System.out.println(\"x = \" + x);",
                "note(x); into(LOG, x); y = random.nextDouble() * LINES.size();",
                "String t = \"\" + x; if (t.length() > 9) { System.out.println(\" \".repeat(20 - t.length()) + t); }",
                "if (x < 0) { throw new IllegalArgumentException(x + \" \" + (\"\" + x).length()); }",
                "double pad = (\"\" + x).length() * 0.5; System.out.println(pad);",
                "y = digits(3) + (\"n\" + n).length();",
                "y = String.valueOf(Fluxion.constant(x)).length();",
                "y = Fluxion.constant((\"\" + x).length());",
                "if (near(x, 2)) { y = 2 * x; }",
                "if (x < 0) { throw new Bad(\"%f in %d\", x, n); }",
                "if (x < 0) { throw new IllegalArgumentException(shown(\"%f in %d\", x, n)); }",
                "double[] a = {x}; notNull(a); y = a[0];",
            })
    void textThatIsOnlyPrinted_isAccepted(String statement) {
        assertThat(InMemory.derive(Map.of("Example", source(statement))).messages())
                .noneMatch(m -> m.contains("FLX02"));
    }

    private static String source(String statement) {
        return AROUND.replace("%s", statement);
    }
}
