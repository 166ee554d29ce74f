package corpus;

import dev.fluxion.Differentiable;

/** Instance methods over arrays. */
final class Receivers {

    private Receivers() {}

    /** Works in place, by coefficients and with a scratch array of its own. */
    static final class Smoother {

        private final double[] weights;
        private final double[] scratch;
        private int runs;

        Smoother(int n, double... weights) {
            this.weights = weights;
            this.scratch = new double[n];
        }

        void smooth(double[] x) {
            runs++;
            double before = 0;
            for (int i = 0; i < x.length; i++) {
                double old = x[i];
                x[i] = weights[0] * old * old + weights[1] * before + runs;
                before = old;
            }
        }

        double weighted(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * weights[i % weights.length] * scratch.length;
            }
            return sum;
        }
    }

    /** What several classes implement. */
    interface Step {

        void apply(double[] x, double h);
    }

    static final class Euler implements Step {
        @Override
        public void apply(double[] x, double h) {
            for (int i = 0; i < x.length; i++) {
                x[i] += h * Math.sin(x[i]);
            }
        }
    }

    record Scaled(Step inner, double factor) implements Step {
        @Override
        public void apply(double[] x, double h) {
            inner.apply(x, h * factor);
            for (int i = x.length - 1; i > 0; i--) {
                x[i] *= x[i - 1];
            }
        }
    }

    @Differentiable
    static void inPlace(double[] x) {
        Smoother s = new Smoother(2, 0.5, 0.25);
        s.smooth(x);
        s.smooth(x);
    }

    @Differentiable(order = 2)
    static double copied(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] * k;
        }
        Smoother s = new Smoother(3, 1, 2, 0.5);
        s.smooth(y);
        return s.weighted(y) * s.weighted(x);
    }

    @Differentiable
    static void steps(double[] x, double h) {
        Step[] all = {new Euler(), new Scaled(new Euler(), 0.5), new Scaled(new Scaled(new Euler(), 2), 3)};
        for (Step s : all) {
            s.apply(x, h);
        }
    }
}
