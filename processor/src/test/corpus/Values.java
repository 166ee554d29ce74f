package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Records and small classes that hold active values and do not leave the method. */
final class Values {

    private Values() {}

    /** A vector. */
    record Vec(double x, double y) {

        static final Vec UNIT = new Vec(0.5, 1);

        Vec plus(Vec o) {
            return new Vec(x + o.x, y + o.y());
        }

        Vec times(double k) {
            return new Vec(k * x, k * y);
        }

        double dot(Vec o) {
            return x * o.x + y * o.y;
        }

        double norm() {
            return Math.sqrt(1 + dot(this));
        }

        static Vec of(double x) {
            return new Vec(x, 1);
        }
    }

    @Differentiable(order = 2)
    static double vectors(double a, double b) {
        Vec v = new Vec(a, b);
        Vec w = v.plus(Vec.of(a * b)).times(2);
        return w.dot(v) + w.norm() + w.x();
    }

    @Differentiable
    static double constantsAmongThem(double a) {
        Vec sum = Vec.UNIT;
        for (int i = 0; i < 3; i++) {
            sum = sum.plus(Vec.UNIT.times(a)).times(0.5);
        }
        return Vec.UNIT.dot(sum) + sum.y * sum.x;
    }

    /** A constructor that checks and changes. */
    record Range(double low, double high) {
        Range {
            if (low > high) {
                throw new IllegalArgumentException("empty: " + low);
            }
            high = Math.min(high, 10) * 0.5;
        }

        Range(double width) {
            this(-width, width);
        }

        double width() {
            return high - low;
        }
    }

    @Differentiable
    static double compact(double a, double b) {
        return new Range(a, b).width() * a;
    }

    @Differentiable
    static double secondary(@Domain(from = 0.5, to = 12) double a) {
        Range r = new Range(a * a);
        return r.width() * r.low();
    }

    /** An accessor of one's own. */
    record Percent(double value) {
        public double value() {
            return value / 100;
        }

        double doubled() {
            return 2 * value + value();
        }
    }

    @Differentiable
    static double ownAccessor(double a) {
        Percent p = new Percent(a * a);
        return p.value() * p.doubled() + p.value;
    }

    record Segment(Vec a, Vec b, String name) {
        double length() {
            return b.plus(a.times(-1)).norm();
        }

        Segment turned() {
            return new Segment(b, a, name + "'");
        }
    }

    @Differentiable(order = 2)
    static double nested(double a, double b) {
        Segment s = new Segment(new Vec(a, b), new Vec(b * b, 1), "s");
        Segment t = s.turned().turned();
        return t.length() * s.a().x() + t.b.y() + t.name().length();
    }

    private static Vec larger(Vec a, Vec b) {
        if (a.norm() > b.norm()) {
            return a;
        }
        return b;
    }

    @Differentiable
    static double chosen(double a, double b) {
        Vec v = a > b ? new Vec(a, b) : Vec.of(a * a);
        Vec w = larger(v, new Vec(b, 1.5));
        return w.x() * w.y();
    }

    @Differentiable
    static double switched(double a, int kind) {
        Vec v = switch (kind) {
            case 0 -> new Vec(a, a);
            case 1 -> Vec.of(a);
            default -> {
                Vec u = new Vec(1, a);
                yield u.times(a);
            }
        };
        Vec w;
        if (kind > 0) {
            w = v.plus(v);
        } else {
            w = v.times(a);
        }
        return w.x * w.y;
    }

    /** A complex number, as libraries write it. */
    static final class Complex {

        private final double re;
        private final double im;

        Complex(double re, double im) {
            this.re = re;
            this.im = im;
        }

        Complex(double re) {
            this(re, 0);
        }

        double getRe() {
            return re;
        }

        Complex multiply(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        Complex add(Complex o) {
            return new Complex(re + o.re, im + o.im);
        }

        double abs() {
            return Math.hypot(re, im);
        }
    }

    @Differentiable
    static double complexIteration(@Domain(from = -1, to = 1) double a, @Domain(from = -1, to = 1) double b) {
        Complex z = new Complex(0.25);
        Complex c = new Complex(a, b);
        for (int i = 0; i < 6; i++) {
            if (z.abs() > 2) {
                break;
            }
            z = z.multiply(z).add(c);
        }
        return z.abs() * z.getRe() + z.im;
    }

    @Differentiable(order = 2)
    static double complexPower(double a, double b) {
        Complex z = new Complex(a, b);
        Complex p = z;
        int n = 0;
        while (n < 3) {
            p = p.multiply(z);
            n++;
        }
        return p.getRe();
    }

    /** A number with a derivative, as textbooks write it: nothing is final. */
    static class Number {

        double re, im;

        Number(double r, double i) {
            re = r;
            im = i;
        }

        Number times(Number o) {
            return new Number(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        Number copy() {
            Number c = new Number(0, 0);
            c.re = re;
            c.im = im;
            return c;
        }
    }

    @Differentiable(order = 2)
    static double notFinal(double a, double b) {
        Number z = new Number(a, b);
        Number p = new Number(1, 0);
        for (int i = 0; i < 3; i++) {
            p = p.times(z);
        }
        return p.re + p.im;
    }

    @Differentiable
    static double copied(double a, double b) {
        Number z = new Number(a, b);
        Number c = z.copy();
        c.re *= 2;
        return c.times(z).re + z.im;
    }

    /** Compensated summation. */
    static final class Sum {

        private double sum;
        private double compensation = 0;
        int n;

        void add(double v) {
            if (v < -2.5) {
                return;
            }
            double y = v - compensation;
            double t = sum + y;
            compensation = (t - sum) - y;
            sum = t;
            n++;
        }

        double mean() {
            return sum / n;
        }
    }

    @Differentiable
    static double accumulator(double a, double b) {
        Sum sum = new Sum();
        sum.add(a * b);
        for (int i = 0; i < 4; i++) {
            sum.add(a * i);
            sum.add(b);
        }
        return sum.mean() * sum.n;
    }

    /** A class that initialises in its text's order, and is used by chaining. */
    static class Builder {

        private double scale = 2;
        private double offset = scale * 0.5;
        private final double start;
        private double total;

        {
            offset += 1;
            scale = scale + offset;
        }

        Builder(double start) {
            this.start = start;
            total = start * scale;
        }

        Builder add(double v) {
            total = total * 0.5 + v * offset;
            return this;
        }

        double get() {
            return total - start;
        }
    }

    @Differentiable(order = 2)
    static double chained(double a, double b) {
        return new Builder(a).add(b).add(a * b).get() * new Builder(b).get();
    }

    @Differentiable
    static double twoNames(double a) {
        Builder one = new Builder(a);
        Builder other = one;
        other.add(a * a);
        one.add(1);
        return other.get() * one.total;
    }

    @Differentiable
    static double oneForEachRound(double a) {
        double product = 1;
        for (int i = 1; i <= 3; i++) {
            Builder b = new Builder(a * i);
            b.add(product);
            product *= b.get();
        }
        return product;
    }

    private static void accumulate(Sum into, double a, int times) {
        for (int i = 0; i < times; i++) {
            into.add(a * i);
        }
    }

    @Differentiable
    static double handedToAHelper(double a) {
        Sum s = new Sum();
        accumulate(s, a, 3);
        accumulate(s, a * a, 2);
        return s.sum * s.mean();
    }

    /** Fields of other types. */
    record Mixed(float f, Double boxed, int n, boolean flag) {
        double value() {
            return flag ? f * n + boxed : boxed * boxed;
        }
    }

    @Differentiable
    static double mixed(double a, boolean flag) {
        return new Mixed((float) a, a * a, 3, flag).value() * new Mixed(2f, a, 1, !flag).value();
    }

    /** The order of what constructors do is kept. */
    record Marked(double x, Counter counter) {
        Marked {
            counter.mark(1);
            if (x > 2) {
                throw new IllegalStateException("large");
            }
        }

        double get() {
            counter.mark(2);
            return x;
        }
    }

    @Differentiable
    static double effects(double a, Counter counter) {
        Marked first = new Marked(a, counter);
        double sum = first.get() + new Marked(a * a, counter).get();
        counter.mark(3);
        return sum * first.x();
    }

    /** Known by a wider type. */
    interface Shape {
        double area();

        default double twice() {
            return 2 * area();
        }
    }

    record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }
    }

    static final class Disc implements Shape {

        private final Vec centre;
        private double radius;

        Disc(Vec centre, double radius) {
            this.centre = centre;
            this.radius = radius;
        }

        @Override
        public double area() {
            return 3 * radius * radius * centre.x();
        }
    }

    private static double both(Shape a, Shape b) {
        return a.area() * b.twice();
    }

    @Differentiable(order = 2)
    static double widerTypes(double a, double b) {
        Shape s = new Square(a * b);
        Disc d = new Disc(new Vec(b, a), a);
        d.radius += b;
        if (s == null || !(s instanceof Square) || d.centre == null) {
            return 0;
        }
        return both(s, d) + ((Shape) d).area();
    }

    private static Square made(double x) {
        if (x < 0) {
            return new Square(-x);
        }
        for (int i = 0; i < 3; i++) {
            if (x > i + 1) {
                return new Square(x * i);
            }
        }
        return new Square(x);
    }

    @Differentiable
    static double earlyReturns(double x) {
        return made(x).side() * made(2 * x).area();
    }

    @NoDiff
    private static Vec start(double x) {
        return new Vec(x, 1);
    }

    @Differentiable
    static double cutByRequest(double x) {
        Vec v = start(x).times(x);
        return v.x() + v.y();
    }

    static double cutByRequestExact(double x) {
        return x + 1;
    }

    private static Vec polar(double r, double angle) {
        return new Vec(r * Math.cos(angle), r * Math.sin(angle));
    }

    @Differentiable
    static double severalResults(double r, double angle) {
        Vec v = polar(r, angle);
        return v.x() * v.x() - v.y() * angle;
    }
}
