package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Lambdas and method references that are called, or handed to helpers that call them. */
final class FunctionsAsValues {

    private FunctionsAsValues() {}

    static double integral(DoubleUnaryOperator f, double a, double b, int n) {
        double h = (b - a) / n;
        double sum = 0.5 * (f.applyAsDouble(a) + f.applyAsDouble(b));
        for (int i = 1; i < n; i++) {
            sum += f.applyAsDouble(a + i * h);
        }
        return sum * h;
    }

    @Differentiable(order = 2)
    static double quadrature(double a, double k) {
        return integral(x -> Math.sin(k * x) * x, 0, a, 4);
    }

    private static double square(double x) {
        return x * x;
    }

    @Differentiable
    static double references(double a) {
        return integral(Math::exp, a, 1, 2) + integral(FunctionsAsValues::square, 0, a, 3);
    }

    /** Newton's method on a function that it is handed. */
    static double root(DoubleUnaryOperator f, DoubleUnaryOperator slope, double start) {
        double x = start;
        for (int i = 0; i < 6; i++) {
            double y = f.applyAsDouble(x);
            if (Math.abs(y) < 1e-3) {
                return x;
            }
            x -= y / slope.applyAsDouble(x);
        }
        return x;
    }

    @Differentiable
    static double newton(double a) {
        double c = 2 + a * a;
        return root(x -> x * x * x - c, x -> 3 * x * x, 1.5);
    }

    @Differentiable
    static double locals(double a, double b) {
        DoubleBinaryOperator f = (x, y) -> x * y + a;
        DoubleUnaryOperator g = x -> {
            if (x > 0) {
                return f.applyAsDouble(x, b);
            }
            double twice = 2 * x;
            return twice - b;
        };
        DoubleSupplier s = () -> g.applyAsDouble(a) * b;
        return s.getAsDouble() + g.applyAsDouble(b);
    }

    private static DoubleUnaryOperator scaled(double k) {
        double twice = 2 * k;
        return x -> x * twice;
    }

    @Differentiable
    static double madeByAHelper(double a) {
        DoubleUnaryOperator f = scaled(a * a);
        return f.applyAsDouble(a) + scaled(3).applyAsDouble(f.applyAsDouble(1));
    }

    private static double twice(Function<Double, Double> f, double x) {
        return f.apply(f.apply(x));
    }

    @Differentiable
    static double boxed(double a) {
        BinaryOperator<Double> add = (x, y) -> x + y * a;
        return twice(x -> Math.sin(x) * a, a) * add.apply(a, 2.0);
    }

    record Point(double x, double y) {
        double norm() {
            return Math.sqrt(x * x + y * y);
        }

        double measured(ToDoubleFunction<Point> by) {
            return by.applyAsDouble(this);
        }

        Point mapped(DoubleUnaryOperator f) {
            return new Point(f.applyAsDouble(x), f.applyAsDouble(y));
        }
    }

    @Differentiable
    static double overRecords(double a, double b) {
        Point p = new Point(a, b).mapped(v -> v * v + a);
        return p.x() * p.y();
    }

    @Differentiable
    static double recordsInLambdas(double a, double b) {
        Point offset = new Point(a * b, 1);
        return integral(x -> new Point(x, a).mapped(v -> v * offset.x()).y() + x, 0, b, 2);
    }

    static double sum(int n, IntToDoubleFunction f) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum = sum * 0.5 + f.applyAsDouble(i);
        }
        return sum;
    }

    @Differentiable
    static double nested(double a) {
        return sum(3, i -> sum(2, j -> Math.cos(a * i + j)));
    }

    @Differentiable
    static double effects(double a, Counter counter) {
        DoubleUnaryOperator f = x -> {
            counter.mark(3);
            return x * counter.next();
        };
        double first = f.applyAsDouble(a);
        counter.mark(1);
        return first + f.applyAsDouble(first);
    }

    private static void twiceTo(double x, DoubleConsumer to) {
        to.accept(x);
        to.accept(2 * x);
    }

    /** An accumulator that a lambda writes to. */
    static final class Cell {
        double value;
    }

    @Differentiable
    static double consumers(double a) {
        Cell cell = new Cell();
        twiceTo(a * a, x -> cell.value = cell.value * 0.5 + x * a);
        return cell.value;
    }

    /** A method reference to the receiver. */
    static final class Model {

        private final double rate;

        Model(double rate) {
            this.rate = rate;
        }

        double value(double t) {
            return Math.exp(-rate * t);
        }

        double mean(double until) {
            return integral(this::value, 0, until, 3) + integral(t -> t * rate, 0, until, 1);
        }
    }

    @Differentiable
    static double ofVariables(double t) {
        Model m = new Model(0.25);
        ToDoubleFunction<Point> norm = Point::norm;
        return integral(m::value, 0, t, 2) * norm.applyAsDouble(new Point(t, 2));
    }

    @Differentiable
    static double privateInLambda(double t) {
        return integral(x -> square(x) + OFFSET * t, 0, t, 2);
    }

    private static final double OFFSET = 0.5;

    @Differentiable
    static double ofReceiver(double t) {
        return new Model(0.5).mean(t * t);
    }

    @Differentiable
    static double curried(double a) {
        DoubleFunction<DoubleUnaryOperator> outer = k -> x -> k * x * a;
        return outer.apply(a).applyAsDouble(2);
    }

    @Differentiable
    static double anonymousClass(double a, int n) {
        IntSupplier s = new IntSupplier() {
            private int calls = n;

            @Override
            public int getAsInt() {
                this.calls++;
                return calls;
            }
        };
        return a * s.getAsInt() * s.getAsInt();
    }

    @Differentiable
    static double checkedForNull(double a) {
        DoubleUnaryOperator f = x -> x * a;
        java.util.Objects.requireNonNull(f);
        return f.applyAsDouble(a);
    }

    /** A method that is inherited calls those that a class without a name implements. */
    abstract static class Fraction {

        protected abstract double a(int n, double x);

        protected double b(int n, double x) {
            return n;
        }

        double evaluate(double x, int limit) throws IllegalStateException {
            double p0 = 1;
            double p1 = a(0, x);
            double q0 = 0;
            double q1 = 1;
            for (int n = 1; n < limit; n++) {
                double p2 = a(n, x) * p1 + b(n, x) * p0;
                double q2 = a(n, x) * q1 + b(n, x) * q0;
                p0 = p1;
                p1 = p2;
                q0 = q1;
                q1 = q2;
            }
            return p1 / q1;
        }
    }

    @Differentiable
    static double continuedFraction(@Domain(from = 0.5, to = 2) double c, @Domain(from = 0.5, to = 2) double x) {
        Fraction fraction = new Fraction() {
            @Override
            protected double a(int n, double y) {
                return n + c * y;
            }

            @Override
            protected double b(int n, double y) {
                return n * c + 1;
            }
        };
        return Math.exp(0.1 * fraction.evaluate(x, 5));
    }

    @Differentiable
    static double inheritedBeside(@Domain(from = 0.5, to = 2) double x) {
        Fraction fraction = new Fraction() {
            @Override
            protected double a(int n, double y) {
                return 1 + x * y;
            }
        };
        return fraction.evaluate(2, 4) + fraction.b(3, x) * x;
    }

    private static double sum(DoubleSupplier s, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += s.getAsDouble();
        }
        return total;
    }

    /** Its fields are its own, from one call to the next. */
    @Differentiable
    static double series(@Domain(from = 0.5, to = 2) double a, double z) {
        double total = 0;
        for (int k = 1; k < 3; k++) {
            double power = k * z;
            DoubleSupplier terms = new DoubleSupplier() {
                private double result = 1;
                private int n;

                @Override
                public double getAsDouble() {
                    double r = result;
                    n++;
                    result *= power / (a + n);
                    return r;
                }
            };
            total += sum(terms, 4) * terms.getAsDouble();
        }
        return total;
    }
}
