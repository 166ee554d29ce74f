package corpus;

import dev.fluxion.Differentiable;
import java.util.Objects;

/** Records in records that the method makes of those that it is handed, and ones that may be null by what the method does. */
final class Wholes {

    private Wholes() {}

    record Vec(double x, double y) {
        static final Vec ZERO = new Vec(0, 0);

        int size() {
            return 2;
        }
    }

    record Pair(Vec a, Vec b) {}

    record Scaled(Vec a, double k) {}

    @Differentiable
    static double pairOfGiven(Vec v, Vec w, double s) {
        Pair p = new Pair(v, w);
        return p.a().x() * p.b().y() * s;
    }

    @Differentiable
    static double scaledGiven(Vec v, double s) {
        Scaled p = new Scaled(v, s);
        return p.a().x() * p.k();
    }

    @Differentiable
    static double besideConstant(Vec v, double s) {
        Pair p = new Pair(v, Vec.ZERO);
        return p.a().x() * s + p.b().y();
    }

    @Differentiable
    static double chosen(Vec v, Vec w, double s) {
        Vec t = s > 1 ? v : w;
        return t.x() * s + (s > 1 ? v : w).size() * t.y();
    }

    @Differentiable
    static double nullWhereItThrows(Vec v, double s) {
        Vec w = s > 1 ? null : v;
        try {
            return w.x() * s;
        } catch (NullPointerException e) {
            return v.x() * v.y();
        }
    }

    @Differentiable
    static double caught(Vec v, double s) {
        Vec w = v;
        if (s > 1) {
            w = null;
        }
        try {
            return w.x() * s;
        } catch (NullPointerException e) {
            return v.y() * s * s;
        }
    }

    private static Vec orNull(Vec v, double s) {
        return s > 1 ? null : v;
    }

    @Differentiable
    static double nullOfAHelper(Vec v, double s) {
        Vec w = orNull(v, s);
        try {
            return w.x() * s;
        } catch (NullPointerException e) {
            return v.x() - v.y() * s;
        }
    }

    @Differentiable
    static double asked(Vec v, Vec w, double s) {
        Vec u = Objects.requireNonNull(v, "v");
        return s * Objects.requireNonNull(w).x() * u.y() + Objects.requireNonNull(s > 1 ? v : w).x();
    }

    @Differentiable
    static double askedAndNotUsed(Vec v, double s) {
        Vec w = s > 1 ? null : v;
        v.y();
        try {
            w.x();
        } catch (NullPointerException e) {
            s *= v.y();
        }
        return s * v.x();
    }

    @Differentiable
    static double narrowed(Vec v, double s) {
        Object o = v;
        if (o instanceof Vec w && w.x() > 1) {
            return w.x() * w.y() * s;
        }
        return v.x() * s + ((Vec) o).y();
    }

    @Differentiable
    static double narrowedUnlessNull(Vec v, double s) {
        Object o = s > 1 ? v : null;
        return o instanceof Vec w ? w.x() * s : v.y() * s;
    }

    interface Shape {
        double area();
    }

    record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }
    }

    @Differentiable
    static double shape(Square a, double k) {
        Shape s = a;
        return s.area() * k + (s instanceof Square q ? q.side() : k * k);
    }
}
