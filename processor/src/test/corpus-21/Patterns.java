package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

/** Switches over patterns, and records taken apart, as Java has them since 21. */
final class Patterns {

    private Patterns() {}

    sealed interface Shape permits Circle, Rectangle, Unit {}

    record Circle(int radius) implements Shape {}

    record Rectangle(int width, int height) implements Shape {}

    enum Unit implements Shape {
        POINT,
        LINE
    }

    private static Shape shape(int n) {
        return switch (n) {
            case 0, 1 -> new Circle(n + 2);
            case 2, 3, 4 -> new Rectangle(n, 2 * n - 3);
            case 5 -> Unit.POINT;
            default -> Unit.LINE;
        };
    }

    static Object of(int n) {
        return switch (n) {
            case 0 -> null;
            case 1 -> "text";
            case 2 -> 2.5;
            case 3 -> new Rectangle(3, 4);
            case 4 -> new Pair("a", new Pair(5, null));
            case 5 -> new Pair(new Circle(2), "bb");
            default -> n;
        };
    }

    record Pair(Object first, Object second) {}

    @Differentiable
    static double types(double x, @Domain(from = 1, to = 9) int n) {
        return switch (of(n)) {
            case Integer i when i > 7 -> x * i;
            case Integer i -> x - i;
            case String s -> {
                double y = x * s.length();
                yield y * y;
            }
            case Double d when d > x -> x * d;
            default -> x * x;
        };
    }

    static double typesExact(double x, int n) {
        return n > 7 ? n : n > 5 ? 1 : n == 1 ? 32 * x : n == 2 && 2.5 > x ? 2.5 : 2 * x;
    }

    @Differentiable
    static double shapes(double x, @Domain(from = 0, to = 7) int n) {
        return switch (shape(n)) {
            case Circle(int radius) -> x * radius;
            case Rectangle(var width, int height) when width > height && x > 0 -> x * width * height;
            case Rectangle r -> Math.sin(x) * r.height();
            case Unit.POINT -> x * x;
            case Unit unit -> x * unit.ordinal();
        };
    }

    static double shapesExact(double x, int n) {
        return n < 2
                ? n + 2
                : n == 2 && x > 0 ? 2 : n < 5 ? Math.cos(x) * (2 * n - 3) : n == 5 ? 2 * x : 1;
    }

    /** Without {@code case null} null is an exception, with it a value. */
    @Differentiable
    static double nulls(double x, @Domain(from = 0, to = 7) int n) {
        double y =
                switch (of(n)) {
                    case String s when s.isEmpty() -> x;
                    case null -> 3 * x;
                    case Integer i -> i * x;
                    case Object o -> x * x;
                };
        Unit unit = n == 7 ? null : Unit.LINE;
        return y
                + switch (unit) {
                    case LINE -> x;
                    case POINT -> -x;
                };
    }

    @Differentiable
    static double nullOrDefault(double x, @Domain(from = 0, to = 5) int n) {
        Integer boxed = n == 2 ? null : n;
        return switch (boxed) {
            case 1 -> x * x;
            case 3 -> {
                if (x > 1) {
                    yield x * 3;
                }
                yield x * 4;
            }
            case Integer i when i > 4 -> x * i;
            case null, default -> x;
        };
    }

    static double nullOrDefaultExact(double x, int n) {
        return n == 1 ? 2 * x : n == 3 ? (x > 1 ? 3 : 4) : n > 4 ? n : 1;
    }

    @Differentiable
    static double texts(double x, @Choices({"a", "bb", "xyz", "ccc", "other"}) String text) {
        String t = text.equals("a") ? null : text;
        return switch (t) {
            case null -> x * 3;
            case "bb" -> x * x;
            case String q when q.startsWith("x") -> -x;
            case "ccc" -> 5 * x;
            case String q -> x * q.length();
        };
    }

    static double textsExact(double x, String text) {
        return switch (text) {
            case "a" -> 3;
            case "bb" -> 2 * x;
            case "xyz" -> -1;
            default -> 5;
        };
    }

    /** The old form, whose groups fall through to what binds nothing. */
    @Differentiable
    static double fallsThrough(double x, @Domain(from = 1, to = 9) int n) {
        double y = x;
        switch (of(n)) {
            case String s when s.length() > 5:
                y *= 2;
                break;
            case Integer i:
                y += i;
                break;
            case Double d:
                y *= 3;
            default:
                y = y * y;
        }
        return y;
    }

    static double fallsThroughExact(double x, int n) {
        return n > 5 ? 1 : n == 2 ? 18 * x : 2 * x;
    }

    @Differentiable
    static double jumps(double x, @Domain(from = 1, to = 9) int n) {
        Object o = of(n);
        int r = 0;
        out:
        for (int i = 0; i < 12; i++) {
            int at = i;
            switch (o) {
                case Integer k when k == at:
                    break out;
                case Integer k:
                    r += k;
                    continue out;
                case String s:
                    r += s.length();
                    break;
                default:
                    r--;
            }
            r += 10;
        }
        return x * r;
    }

    static double jumpsExact(double x, int n) {
        return n > 5 ? n * n : n == 1 ? 12 * 14 : 12 * 9;
    }

    @Differentiable
    static double nested(double x, @Domain(from = 0, to = 6) int n) {
        Object o = of(n);
        if (o instanceof Pair(String a, Pair(Integer b, var c)) && c == null) {
            return x * a.length() * b;
        }
        if (!(o instanceof Pair(Circle(int radius), Object text))) {
            return o instanceof Rectangle(int w, int h) ? x * w + x * x * h : x;
        }
        return Math.sin(x) * radius * text.toString().length();
    }

    static double nestedExact(double x, int n) {
        return n == 4 ? 5 : n == 3 ? 3 + 8 * x : n == 5 ? 4 * Math.cos(x) : 1;
    }

    record Strict(int value, String text) {
        @Override
        public int value() {
            if (value == 3) {
                throw new IllegalStateException("three");
            }
            return value;
        }
    }

    /** What an accessor throws is the cause of a {@code MatchException}. */
    @Differentiable
    static double throwingAccessor(double x, @Domain(from = 0, to = 5) int n) {
        Object o = new Strict(n, "text");
        return switch (o) {
            case Strict(int value, var text) when value > 1 -> x * value * text.length();
            default -> x;
        };
    }

    private static boolean isOdd(int n, Counter counter) {
        counter.mark(n);
        return n % 2 != 0;
    }

    @Differentiable
    static double guardsWithEffects(double x, @Domain(from = 1, to = 9) int n, Counter counter) {
        double y =
                switch (of(counter.next() + n)) {
                    case Integer i when isOdd(i, counter) -> x * i;
                    case Integer i when isOdd(i / 2, counter) && i > 6 -> x + i;
                    case String s when isOdd(s.length(), counter) -> -x;
                    default -> x * x;
                };
        return y * counter.next();
    }

    @Differentiable
    static double capturedBindings(double x, @Domain(from = 1, to = 9) int n) {
        IntSupplier later =
                switch (of(n)) {
                    case Integer i when i > 7 -> () -> i + 1;
                    case String s -> s::length;
                    default -> () -> 7;
                };
        var all =
                switch (of(n)) {
                    case Integer i -> List.of(i);
                    case String s -> Set.of(s);
                    default -> List.of(2.5);
                };
        return x * later.getAsInt() * all.size();
    }

    static double capturedBindingsExact(double x, int n) {
        return n > 7 ? n + 1 : n == 1 ? 4 : 7;
    }

    sealed interface Term permits Constant, Variable, Sum, Product {}

    record Constant(int value) implements Term {}

    record Variable() implements Term {}

    record Sum(Term left, Term right) implements Term {}

    record Product(Term left, Term right) implements Term {}

    private static double value(Term term, double x) {
        return switch (term) {
            case Constant(int value) -> value;
            case Variable() -> x;
            case Sum(Term left, Term right) -> value(left, x) + value(right, x);
            case Product(Constant(int factor), Term right) -> factor * value(right, x);
            case Product(Term left, Term right) -> value(left, x) * value(right, x);
        };
    }

    /** A tree of terms, interpreted over an active value. */
    @Differentiable
    static double interpreted(double x, @Domain(from = -3, to = 3) int n) {
        Term square = new Product(new Variable(), new Variable());
        return value(new Sum(new Product(new Variable(), square), new Product(new Constant(n), square)), x);
    }

    static double interpretedExact(double x, int n) {
        return 3 * x * x + 2 * n * x;
    }

    record Point(double x, double y) {}

    /** A record of active values that the method makes itself. */
    @Differentiable
    static double activeRecord(double u, double v) {
        Point p = new Point(u, u * v);
        if (p instanceof Point(double a, double b) && a > 0) {
            return a * b * b;
        }
        return switch (p) {
            case Point(var a, var b) when a > b -> a * a;
            case Point q -> q.y();
        };
    }

    static double[] activeRecordExact(double u, double v) {
        return u > 0
                ? new double[] {3 * u * u * v * v, 2 * u * u * u * v}
                : u > u * v ? new double[] {2 * u, 0} : new double[] {v, u};
    }
}
