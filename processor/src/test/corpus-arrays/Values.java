package corpus;

import dev.fluxion.Differentiable;

/** Objects that hold active arrays and do not leave the method. */
final class Values {

    private Values() {}

    /** A polynomial over an array that it is given. */
    static final class Polynomial {

        private final double[] coefficients;

        Polynomial(double[] coefficients) {
            this.coefficients = coefficients;
        }

        double at(double x) {
            double value = 0;
            for (int i = coefficients.length - 1; i >= 0; i--) {
                value = value * x + coefficients[i];
            }
            return value;
        }

        void scale(double k) {
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] *= k;
            }
        }
    }

    /** A buffer that grows. */
    static final class Buffer {

        private double[] data = new double[1];
        private int size;

        void add(double v) {
            if (size == data.length) {
                double[] larger = new double[2 * size];
                for (int i = 0; i < size; i++) {
                    larger[i] = data[i];
                }
                data = larger;
            }
            data[size++] = v;
        }

        double weighted() {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += data[i] * data[i] * (i + 1);
            }
            return sum;
        }
    }

    record Pair(double[] values, double weight) {
        double total() {
            double sum = 0;
            for (double v : values) {
                sum += v * weight;
            }
            return sum;
        }
    }

    @Differentiable
    static double polynomial(double[] x, double at) {
        Polynomial p = new Polynomial(x);
        return p.at(at) * p.at(at * at);
    }

    @Differentiable
    static void inPlace(double[] x) {
        Polynomial p = new Polynomial(x);
        p.scale(p.at(0.5));
    }

    @Differentiable
    static double grows(double[] x, double k) {
        Buffer b = new Buffer();
        for (double v : x) {
            b.add(v * k);
        }
        b.add(k);
        return b.weighted();
    }

    @Differentiable(order = 2)
    static double withAnArray(double[] x, double k) {
        Pair p = new Pair(new double[] {k, k * k}, k);
        Pair q = new Pair(x, p.total());
        return q.total() * p.weight();
    }
}
