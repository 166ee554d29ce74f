package corpus;

import dev.fluxion.Differentiable;

/** Records with arrays, read and written. */
final class Curves {

    private Curves() {}

    record Curve(double[] times, double[] rates) {

        @Differentiable(order = 2)
        double at(double t) {
            double sum = 0;
            for (int i = 0; i < rates.length; i++) {
                sum += rates[i] * Math.exp(-times[i] * t);
            }
            return sum;
        }
    }

    record Model(double scale, double[] weights, Curve curve, int degree) {}

    record Matrix(double[][] rows) {}

    @Differentiable(order = 2)
    static double model(Model m, double x) {
        double y = m.scale() * x;
        for (int i = 0; i < m.weights().length; i++) {
            y += m.weights()[i] * m.curve().rates()[i] * Math.pow(x, m.degree() + 1);
        }
        return y + m.curve().times()[0];
    }

    /** Arrays only: the accumulating form returns the value alone. */
    @Differentiable
    static double integral(Curve c) {
        double sum = 0;
        for (int i = 1; i < c.times().length; i++) {
            sum += (c.times()[i] - c.times()[i - 1]) * (c.rates()[i] + c.rates()[i - 1]) / 2;
        }
        return sum;
    }

    /** Works in place. */
    @Differentiable
    static void scale(Curve c, double by) {
        for (int i = 0; i < c.rates().length; i++) {
            c.rates()[i] *= by * c.times()[i];
        }
    }

    @Differentiable
    static void mixed(Model m, double by) {
        double[] w = m.weights();
        for (int i = 0; i < w.length; i++) {
            w[i] = w[i] * w[i] * m.scale() + by;
        }
    }

    /** Writes and returns. */
    @Differentiable
    static double normalised(Model m) {
        double sum = 0;
        for (double w : m.weights()) {
            sum += w;
        }
        for (int i = 0; i < m.weights().length; i++) {
            m.weights()[i] /= sum;
        }
        return sum * m.scale();
    }

    @Differentiable
    static double[] times(Matrix m, Curve c, double s) {
        double[] y = new double[m.rows().length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < c.rates().length; j++) {
                y[i] += m.rows()[i][j] * c.rates()[j] * s;
            }
        }
        return y;
    }

    /** A record that is made of another's arrays, one of them replaced. */
    @Differentiable
    static double shifted(Curve c, double by) {
        double[] moved = c.rates().clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += by * c.rates()[i];
        }
        Curve d = new Curve(c.times(), moved);
        return d.at(by) * c.rates()[0];
    }

    @Differentiable
    static double[] twice(Curve c) {
        double[] y = c.rates();
        double[] z = new double[y.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = 2 * y[i] * y[i];
        }
        return z;
    }
}
