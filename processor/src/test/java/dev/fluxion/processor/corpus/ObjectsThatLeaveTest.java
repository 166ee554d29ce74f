package dev.fluxion.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fluxion.processor.InMemory;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects with active values that leave the method, or can be more than one: they stay objects, and that is told. */
class ObjectsThatLeaveTest {

    private static final String TYPES = """
            record Vec(double x, double y) {
                Vec plus(Vec o) { return new Vec(x + o.x, y + o.y); }
                double first() { return x; }
                static Vec halved(Vec v, int n) { return n == 0 ? v : halved(new Vec(v.x / 2, v.y), n - 1); }
            }
            static class Sum {
                double sum;
                void add(double v) { sum += v; }
            }
            static class Overlaid extends Sum {
                final double sum;
                Overlaid(double sum) { this.sum = sum; }
                double sum() { return sum; }
            }
            interface Shape { double area(); }
            record Square(double side) implements Shape { public double area() { return side * side; } }
            record Round(double r) implements Shape { public double area() { return 3 * r * r; } }
            static Vec kept;
            static class Box<T extends Comparable<T>> {
                private final java.util.TreeMap<T, Integer> all = new java.util.TreeMap<>();
                void add(T t) { all.put(t, 1); }
                T first() { return all.firstKey(); }
            }
            static double boxed(double x) { Box<Double> b = new Box<>(); b.add(Double.valueOf(x)); double d = b.first(); return d * x; }
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new Vec(x, 1).hashCode() * x | FLX0210 | new Vec
            new Vec(x, 1).equals(null) ? x : 1 | FLX0210 | new Vec
            (kept = new Vec(x, 1)).x() | FLX0210 | new Vec
            new Vec[] {new Vec(x, 1)}[0].x() | FLX0210 | new Vec
            java.util.List.of(new Vec(x, 1)).get(0).x() | FLX0210 | new Vec
            Vec.halved(new Vec(x, 1), 3).x() | FLX0210 | new Vec
            boxed(x) | FLX0210 | Box.add
            new Overlaid(x).sum() | FLX0210 | new Overlaid
            (x > 0 ? (Shape) new Square(x) : new Round(x)).area() | FLX0210 | new Square
            """)
    void objectThatLeaves_isAnErrorWhereItIsMade(String expression, String code, String what) {
        assertThat(InMemory.derive(Map.of("p.Example", example("return " + expression + ";")))
                        .errors())
                .as(expression)
                .anyMatch(e -> e.contains(code) && e.contains(what));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sum s = x > 0 ? new Sum() : new Sum(); s.add(x); return s.sum;
            Sum s = new Sum(); Sum t = new Sum(); for (int i = 0; i < 2; i++) { Sum u = s; s = t; t = u; s.add(x); } return s.sum;
            Sum s = null; if (x > 0) { s = new Sum(); } s.add(x); return s.sum;
            """)
    void changingObjectWithSeveralNames_isAnErrorWhereItChanges(String body) {
        assertThat(InMemory.derive(Map.of("p.Example", example(body))).errors())
                .as(body)
                .anyMatch(e -> e.contains("FLX0207") && e.contains("sum"));
    }

    private static String example(String body) {
        return """
                package p;
                import dev.fluxion.*;
                class Example {
                %s
                    @Differentiable
                    static double f(double x) { %s }
                }
                """.formatted(TYPES, body);
    }
}
