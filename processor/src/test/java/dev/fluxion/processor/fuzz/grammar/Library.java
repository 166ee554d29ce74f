package dev.fluxion.processor.fuzz.grammar;

import java.util.List;
import java.util.regex.Pattern;

/** Methods and classes that programs use; each has those that it mentions. */
final class Library {

    private static final String SOFT = """
            static double soft(double x) {
            return x * Math.tanh(x);
            }
            @DerivativeOf(value = $CLASS.class, method = "soft")
            static double softRule(double x, double xDot) {
            double t = Math.tanh(x);
            return (t + x * (1 - t * t)) * xDot;
            }
            """;

    private static final String BEND = """
            static double bend(double x, double y) {
            return Math.sin(x) * y + x;
            }
            @DerivativeOf(value = $CLASS.class, method = "bend")
            static double[] bendRule(double x, double y, double bar) {
            return new double[] {(Math.cos(x) * y + 1) * bar, Math.sin(x) * bar};
            }
            """;

    private static final String ROOT = """
            static double root(double x) {
            if (x < -0.5) {
            throw new IllegalArgumentException("negative: " + x);
            }
            return Math.sqrt(x + 1) * x;
            }
            """;

    private static final String DOOR = """
            record Door(int number) implements AutoCloseable {
            Door {
            calls += number;
            if (number == 3) {
            throw new IllegalStateException("locked");
            }
            }
            @Override
            public void close() {
            total += number;
            if (number == 5) {
            throw new IllegalStateException("stuck");
            }
            }
            }
            """;

    private static final String HIGHER = """
            static double twice(DoubleUnaryOperator f, double x) {
            return f.applyAsDouble(0.5 * f.applyAsDouble(x));
            }
            """;

    private static final String SUMMED = """
            static double summed(int n, java.util.function.IntToDoubleFunction f) {
            double s = 0.5;
            for (int i = 0; i < n; i++) {
            s = s * 0.5 + f.applyAsDouble(i);
            }
            return s;
            }
            """;

    private static final String BENT = """
            static double bent(double x) {
            return x * Math.cos(x);
            }
            """;

    private static final String POINT = """
            record Point(double x, double y) {
            Point plus(Point other) {
            return new Point(x + other.x, y + other.y());
            }
            Point scaled(double by) {
            return new Point(x * by, by * y);
            }
            double dot(Point other) {
            return x * other.x() + y * other.y;
            }
            }
            """;

    private static final String METER = """
            static final class Meter {
            double sum;
            double last = 0.5;
            int count;
            Meter(double start) {
            this.sum = start;
            }
            void add(double value) {
            sum = 0.5 * sum + value * last;
            last = Math.sin(value);
            count++;
            }
            void swap(double value) {
            double before = last;
            last = sum * value;
            sum = before;
            }
            double mean() {
            return count == 0 ? last : sum / count;
            }
            }
            """;

    private static final String CURVES = """
            interface Curve {
            double at(double t);
            }
            record Line(double slope) implements Curve {
            @Override
            public double at(double t) {
            return slope * t;
            }
            }
            record Bow(double width) implements Curve {
            @Override
            public double at(double t) {
            return Math.sin(width * t) * t;
            }
            }
            static final Curve[] CURVES = {new Line(1.5), new Bow(0.5)};
            """;

    private static final String MOST = """
            static double most(double... all) {
            double most = 0.25;
            for (double each : all) {
            most = Math.max(most, each) + 0.125 * each;
            }
            return most;
            }
            """;

    private static final String FIGURE = """
            sealed interface Figure permits Disc, Box {}
            record Disc(int radius) implements Figure {}
            record Box(int width, int height) implements Figure {}
            static Figure figure(int n) {
            return (n & 1) == 0 ? new Disc(n & 7) : new Box(n & 3, n & 7);
            }
            """;

    private static final String LEVEL = """
            enum Level {
            LOW,
            MIDDLE,
            HIGH
            }
            static Level level(int n) {
            return Level.values()[Math.floorMod(n, 3)];
            }
            """;

    /** What is mentioned, and what it takes. */
    private record Part(Pattern mention, String text) {

        static Part of(String mention, String text) {
            return new Part(Pattern.compile(mention), text);
        }
    }

    private static final List<Part> PARTS = List.of(
            Part.of("\\bsoft\\(", SOFT),
            Part.of("\\bbend\\(", BEND),
            Part.of("\\broot\\(", ROOT),
            Part.of("\\bDoor\\b", DOOR),
            Part.of("\\btwice\\(", HIGHER),
            Part.of("\\bsummed\\(", SUMMED),
            Part.of("::bent\\b", BENT),
            Part.of("\\bPoint\\b", POINT),
            Part.of("\\bMeter\\b", METER),
            Part.of("\\bCURVES\\b", CURVES),
            Part.of("\\bmost\\(", MOST),
            Part.of("\\bfigure\\(", FIGURE),
            Part.of("\\blevel\\(", LEVEL));

    private Library() {}

    /** What some methods need. */
    static List<Node> neededBy(List<Node> methods) {
        String text = methods.toString();
        return PARTS.stream()
                .filter(p -> p.mention.matcher(text).find())
                .map(p -> Node.of(Sort.MEMBER, p.text))
                .toList();
    }
}
