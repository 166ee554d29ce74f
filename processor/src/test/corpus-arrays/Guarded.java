package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** What stands around the numerics of libraries: checks of arguments, with messages made of them, and classes that are generic in something else. */
final class Guarded {

    private Guarded() {}

    static final class OutOfRange extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        OutOfRange(String format, Object... parts) {
            super(String.format(format, parts));
        }
    }

    static <T> T notNull(T object, String name) {
        if (object == null) {
            throw new NullPointerException(name);
        }
        return object;
    }

    static void check(Object object, String format, Object... parts) {
        if (object == null) {
            throw new IllegalArgumentException(String.format(format, parts));
        }
    }

    static boolean isNear(double x, double y, int ulps) {
        return Math.abs(Double.doubleToRawLongBits(x) - Double.doubleToRawLongBits(y)) <= ulps;
    }

    static final class Named<T extends Comparable<T>> {

        private final T name;
        private final double width;

        Named(T name, double width) {
            this.name = name;
            this.width = width;
        }

        T name() {
            return name;
        }

        double scaled(double x) {
            return x * width + x * x;
        }

        void scale(double[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = scaled(x[i]);
            }
        }
    }

    /** Helpers take the array and the number as objects, and look whether they are there. */
    @Differentiable
    static double checkedAsObjects(double[] x, double y) {
        check(x, "no array beside %f", y);
        check(y, "no number");
        notNull(x, "x");
        double sum = 0;
        for (double v : x) {
            sum += v * y * v;
        }
        return sum;
    }

    /** What is thrown takes numbers along, in an array of objects. */
    @Differentiable
    static double thrownWithParts(double[] x, @Domain(from = -0.5, to = 2) double y) {
        if (y < 0) {
            throw new OutOfRange("%f of %d", y * x[0], x.length);
        }
        return x[0] * Math.exp(y);
    }

    /** Bits only say which way to go. */
    @Differentiable
    static double chosenByBits(double[] x, double y) {
        double z = isNear(x[0], y, 3) ? y : x[0] * y;
        long sign = Double.doubleToLongBits(y) >>> 63;
        return sign == 0 ? z * z : z;
    }

    /** A class may be generic in what the method does not touch. */
    @Differentiable
    static double ofAGenericClass(double[] x) {
        Named<String> named = new Named<>("a", 3);
        double[] copy = x.clone();
        named.scale(copy);
        double sum = 0;
        for (double v : copy) {
            sum += named.scaled(v);
        }
        return sum;
    }
}
