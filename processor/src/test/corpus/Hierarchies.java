package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Objects of classes that extend others: their fields are those of all, constructors run from the top down. */
final class Hierarchies {

    private Hierarchies() {}

    /** Two numbers that approach each other, in a way that subclasses say. */
    abstract static class Mean {

        protected double x;
        protected double y;
        private final int limit;
        private int steps = 1;

        Mean(double x, double y, int limit) throws IllegalArgumentException {
            if (limit < 0) {
                throw new IllegalArgumentException("limit " + limit);
            }
            this.x = x;
            this.y = y;
            this.limit = limit;
        }

        protected abstract double next(double a, double b);

        protected double other(double a, double b) throws ArithmeticException {
            return (a + b) / 2;
        }

        double value() {
            while (steps < limit) {
                double n = next(x, y);
                y = other(x, y);
                x = n;
                steps++;
            }
            return x * y;
        }
    }

    static final class Geometric extends Mean {
        Geometric(double x, double y) {
            super(x, y, 3);
        }

        @Override
        protected double next(double a, double b) {
            return Math.sqrt(a * b);
        }
    }

    static class Weighted extends Mean {

        private final double weight;
        private double last = 2;

        Weighted(double x, double y, double weight) {
            super(x * weight, y, 4);
            this.weight = weight / this.x;
        }

        @Override
        protected double next(double a, double b) {
            last = last * a + b;
            return weight * last;
        }

        @Override
        protected double other(double a, double b) {
            return super.other(a, b) * weight;
        }
    }

    /** Without a constructor of its own. */
    static class Started extends Defaults {
        double both() {
            return first * second;
        }
    }

    static class Defaults {

        double first = 3;
        double second;

        {
            second = first * 2;
        }
    }

    @Differentiable(order = 2)
    static double arithmeticGeometric(@Domain(from = 0.5, to = 3) double x, @Domain(from = 0.5, to = 3) double y) {
        return new Geometric(x, y).value();
    }

    @Differentiable
    static double weighted(@Domain(from = 0.5, to = 3) double x, double y, @Domain(from = 0.5, to = 2) double weight) {
        Weighted mean = new Weighted(x, y, weight);
        return mean.value() + mean.last * mean.weight;
    }

    @Differentiable
    static double knownByAWiderType(@Domain(from = 0.5, to = 3) double x, @Domain(from = 0.5, to = 3) double y) {
        Mean mean = new Weighted(x, y, 1.5);
        mean.x *= y;
        return mean.value() * mean.x;
    }

    @Differentiable
    static double defaults(double x) {
        Started s = new Started();
        s.second += x;
        s.first *= x * x;
        return s.both();
    }

    static double defaultsExact(double x) {
        return 3 * (3 * x * x + 12 * x);
    }

    /** A number by two parts, which extends a class of the platform. */
    static final class Pair extends Number {

        private static final long serialVersionUID = 1;

        private final double high;
        private final double low;

        private Pair(double high, double low) {
            this.high = high;
            this.low = low;
        }

        static Pair of(double a, double b) {
            double sum = a + b;
            return new Pair(sum, b - (sum - a));
        }

        Pair times(Pair o) {
            return of(high * o.high, high * o.low + low * o.high);
        }

        @Override
        public double doubleValue() {
            return high + low;
        }

        @Override
        public float floatValue() {
            return (float) high;
        }

        @Override
        public int intValue() {
            return (int) high;
        }

        @Override
        public long longValue() {
            return (long) high;
        }
    }

    @Differentiable(order = 2)
    static double ofNumber(double x, double y) {
        Pair p = Pair.of(x, y);
        for (int i = 0; i < 2; i++) {
            p = p.times(Pair.of(y, x * 0.5));
        }
        return p.doubleValue();
    }

    static class Counted extends Defaults {

        private final double at;

        Counted(double at, Counter counter) {
            super();
            this.at = at * counter.next();
        }
    }

    static final class Twice extends Counted {
        Twice(double at, Counter counter) {
            super(at * counter.next(), counter);
            second = counter.next() * at;
        }
    }

    @Differentiable
    static double orderOfEffects(double x, Counter counter) {
        Twice t = new Twice(x, counter);
        return ((Counted) t).at * t.second + counter.next();
    }
}
