package corpus;

import dev.fluxion.Differentiable;

/** Records as results. */
final class Results {

    private Results() {}

    record Complex(double re, double im) {

        @Differentiable
        Complex times(Complex o) {
            return new Complex(re * o.re - im * o.im, re * o.im + im * o.re);
        }

        static Complex polar(double r, double phi) {
            return new Complex(r * Math.cos(phi), r * Math.sin(phi));
        }
    }

    /** Checks and changes what it is given. */
    record Range(double low, double high, String name) {

        Range {
            if (low > high) {
                throw new IllegalArgumentException(low + " > " + high);
            }
            low = Math.min(low, high - 0.5);
        }

        Range(double at) {
            this(at, at + 1, "unit");
        }

        Range withHigh(double newHigh) {
            return new Range(low, newHigh, name);
        }
    }

    record Sample(double[] values, double mean) {}

    @Differentiable
    static Complex polar(double r, double phi) {
        return Complex.polar(r, phi);
    }

    @Differentiable
    static Complex power(Complex z, int n) {
        Complex w = new Complex(1, 0);
        for (int i = 0; i <= n; i++) {
            w = w.times(z);
        }
        return w;
    }

    @Differentiable
    static Range range(double low, double width) {
        return new Range(low, low + width, "some").withHigh(low + 2 * width * width);
    }

    @Differentiable
    static Range unit(double low, double s) {
        Range r = new Range(low, low + 2 * s, "given");
        if (s > 1.5) {
            return r;
        }
        return s > 1 ? new Range(r.high() * s) : r.withHigh(r.high() + s);
    }

    @Differentiable
    static Sample sample(double[] x, double s) {
        double[] y = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            y[i] = s * x[i] * x[i];
            sum += y[i];
        }
        return new Sample(y, sum / x.length);
    }

    @Differentiable
    static Sample centred(Sample p) {
        double[] y = new double[p.values().length];
        for (int i = 0; i < y.length; i++) {
            y[i] = p.values()[i] - p.mean();
        }
        return new Sample(y, 0);
    }

    @Differentiable
    static Complex orNull(Complex z, double s) {
        Complex w = null;
        if (s > 1) {
            w = new Complex(z.re() * s, z.im());
        }
        return w == null ? z : w;
    }
}
