package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions as values that are not seen through: active values in them are refused. */
class FunctionsThatStayTest {

    private static final String HELPERS = """
                static DoubleUnaryOperator kept = y -> y;
                static DoubleSupplier last;
                interface Both { double of(double y); default double twice(double y) { return 2 * y; } }
                private static double hidden(double x) { return x; }
                static double cut(@NoDiff DoubleUnaryOperator f, double x) { return f.applyAsDouble(x); }
                static double once(DoubleUnaryOperator f, double x) { return f.applyAsDouble(x); }
                static double repeat(DoubleUnaryOperator f, double x, int n) {
                    return n == 0 ? x : f.applyAsDouble(repeat(f, x, n - 1));
                }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            return given.applyAsDouble(x); | FLX0204
            return kept.applyAsDouble(x); | FLX0204
            return once(kept, x); | FLX0204
            return cut(handed, x); | FLX0204
            return once(kept, 2) * x + once(given, x); | FLX0204
            ToDoubleFunction<double[]> f = of; return f.applyAsDouble(new double[] {x}); | FLX0204
            DoubleUnaryOperator f = x > 0 ? handed : given; return f.applyAsDouble(x); | FLX0204
            return handed.andThen(given).applyAsDouble(x); | FLX0204
            return repeat(y -> y * x, x, 3); | FLX0210
            DoubleUnaryOperator f = x > 0 ? y -> y : y -> y * x; return f.applyAsDouble(x); | FLX0210
            DoubleUnaryOperator f = y -> y * x; return f.andThen(y -> y + 1).applyAsDouble(x); | FLX0210
            DoubleUnaryOperator f = y -> hidden(y); return f.hashCode() * x; | FLX0228
            DoubleUnaryOperator[] f = {y -> y * x}; return f[0].applyAsDouble(x); | FLX0210
            DoubleSupplier g = new DoubleSupplier() { double n = 1; public double getAsDouble() { n *= x; return n; } }; last = g; return g.getAsDouble(); | FLX0210
            DoubleSupplier g = new DoubleSupplier() { double n = x; public double getAsDouble() { return n; } }; return g.getAsDouble(); | FLX0210
            DoubleSupplier g = new DoubleSupplier() { double n = 1; public double getAsDouble() { return this.n * x; } }; return g.getAsDouble(); | FLX0210
            Both b = new Both() { public double of(double y) { return twice(y) * x; } }; return b.of(x); | FLX0210
            return java.util.List.of(1, 2).stream().mapToDouble(k -> k * x).sum(); | FLX0210
            """)
    void functionThatIsNotSeenThrough_isAnError(String body, String code) {
        String text = """
                package p;
                import dev.fluxion.*;
                import java.util.function.*;
                class Example {
                %s
                    @Differentiable
                    static double f(
                        double x, @NoDiff DoubleUnaryOperator given, DoubleUnaryOperator handed, @NoDiff ToDoubleFunction<double[]> of) {
                    %s
                }
                }
                """.formatted(HELPERS, body);
        assertThat(InMemory.derive(Map.of("p.Example", text)).errors()).as(body).anyMatch(e -> e.contains(code));
    }
}
