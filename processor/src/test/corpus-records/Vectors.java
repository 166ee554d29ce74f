package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** Records as parameters: geometric vectors, complex numbers, and what is done with them. */
final class Vectors {

    private Vectors() {}

    record Vec(double x, double y, double z) {

        static final Vec UP = new Vec(0, 0, 1);

        static Vec of(double all) {
            return new Vec(all, all, all);
        }

        Vec plus(Vec other) {
            return new Vec(x + other.x, y + other.y, z + other.z);
        }

        Vec times(double factor) {
            return new Vec(factor * x, factor * y, factor * z);
        }

        double dot(Vec other) {
            return x * other.x + y * other.y + z * other.z;
        }

        Vec cross(Vec o) {
            return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }

        @Differentiable(order = 2)
        double norm() {
            return Math.sqrt(dot(this));
        }

        @Differentiable
        double angle(Vec other) {
            return Math.acos(dot(other) / (norm() * other.norm()));
        }

        Vec withX(double newX) {
            return new Vec(newX, y, z);
        }
    }

    record Complex(double re, double im) {

        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        Complex plus(Complex o) {
            return new Complex(re + o.re, im + o.im);
        }

        double abs2() {
            return re * re + im * im;
        }
    }

    @Differentiable(order = 2)
    static double triple(Vec a, Vec b, Vec c) {
        return a.dot(b.cross(c));
    }

    @Differentiable
    static double sameTwice(Vec a) {
        return a.plus(a).dot(a);
    }

    /** A parameter that is overwritten, in a loop, by what is made of it. */
    @Differentiable
    static double walked(Vec at, Vec velocity, double dt) {
        for (int i = 0; i < 4; i++) {
            at = at.plus(velocity.times(dt * at.x()));
        }
        return at.norm() + at.dot(Vec.UP);
    }

    /** One of two, made here or given. */
    @Differentiable
    static double chosen(Vec a, Vec b, double s) {
        Vec c = s > 1 ? a : b.withX(s);
        Vec d = a.x() > b.x() ? c : Vec.of(s);
        return c.dot(d) * s;
    }

    @Differentiable(order = 2)
    static double mandelbrot(Complex c) {
        Complex z = new Complex(0, 0);
        for (int i = 0; i < 3; i++) {
            z = z.times(z).plus(c);
        }
        return z.abs2();
    }

    /** A record is printed, compared and asked for its class on the way. */
    @Differentiable
    static double looked(Vec a, Vec b) {
        String text = "a = " + a + ", b = " + b.toString();
        Object any = a;
        boolean same = a.equals(b) || any instanceof Complex;
        return (text.isEmpty() || same ? 0 : 1) * a.dot(b);
    }

    /** A helper in which the record is replaced again. */
    @Differentiable
    static double helped(Vec a, double s) {
        return energy(a, s) + energy(a.times(s), 2);
    }

    private static double energy(Vec v, double mass) {
        if (mass > 1.9) {
            return mass * v.dot(v) / 2;
        }
        return v.x() * mass;
    }

    /** An exception whose text is made of the record. */
    @Differentiable
    static double checked(Vec a, double s) {
        if (a.x() > 1.6) {
            throw new IllegalArgumentException("too far: " + a);
        }
        return a.x() * a.y() * s;
    }

    @Differentiable
    static double unused(Vec a, double s) {
        return a.z() * s;
    }

    /** Components that are boxed. */
    @Differentiable
    static double boxed(Box box, double s) {
        return box.low() * s + box.high() * box.low();
    }

    record Box(Double low, Double high) {}

    /** A method of another object, which takes records alone. */
    @Differentiable
    static double measured(@NoDiff Metric metric, Vec a, Vec b) {
        return metric.product(a, b) + metric.product(b, b.times(2));
    }

    record Metric(double scale, boolean squared) {

        double product(Vec a, Vec b) {
            double p = a.dot(b) * scale;
            return squared ? p * p : p;
        }
    }
}
