package cost;

import dev.fluxion.Derivatives;
import dev.fluxion.StrongZero;

/** The gradients of {@link Arrays}, written by hand: they add to the arrays of adjoints that they are given. */
final class ArraysByHand {

    private ArraysByHand() {}

    static double loss(double[] w, double[][] x, int[] y, double[] wBar) {
        double totalBar = 1.0 / x.length;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double z = 0;
            for (int j = 0; j < w.length; j++) {
                z += w[j] * x[i][j];
            }
            double e = Math.exp(-y[i] * z);
            total += Math.log1p(e);
            double zBar = -y[i] * e * StrongZero.times(totalBar, Derivatives.log1pPartial(e));
            for (int j = w.length - 1; j >= 0; j--) {
                wBar[j] += zBar * x[i][j];
            }
        }
        return total / x.length;
    }

    static Gradients.Two rnn(double w, double u, double[] x, double[] xBar) {
        int n = x.length;
        double[] hTape = new double[n];
        double h = 0;
        for (int t = 0; t < n; t++) {
            hTape[t] = h;
            h = Math.tanh(w * h + u * x[t]);
        }
        double value = h * h;
        double hBar = 2 * h;
        double wBar = 0;
        double uBar = 0;
        for (int t = n - 1; t >= 0; t--) {
            double aBar = hBar * (1 - h * h);
            h = hTape[t];
            wBar += aBar * h;
            uBar += aBar * x[t];
            xBar[t] += aBar * u;
            hBar = aBar * w;
        }
        return new Gradients.Two(value, wBar, uBar);
    }

    static void scan(double[] a, double[] aBar) {
        int n = a.length;
        double[] aTape = new double[Math.max(0, n - 1)];
        for (int i = 1; i < n; i++) {
            aTape[i - 1] = a[i];
            a[i] = a[i - 1] * a[i];
        }
        for (int i = n - 1; i >= 1; i--) {
            double bar = aBar[i];
            aBar[i - 1] += bar * aTape[i - 1];
            aBar[i] = bar * a[i - 1];
        }
    }

    static double valley(double[] x, double[] xBar) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double xi = x[i];
            double rise = x[i + 1] - xi * xi;
            double rest = 1 - xi;
            double scaled = 100 * rise;
            sum += scaled * rise + rest * rest;
            double riseBar = 2 * scaled;
            xBar[i + 1] += riseBar;
            xBar[i] -= 2 * (riseBar * xi + rest);
        }
        return sum;
    }

    static double logSumExp(double[] x, double[] xBar) {
        double[] tape = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double e = Math.exp(x[i]);
            tape[i] = e;
            sum += e;
        }
        double sumBar = Derivatives.logPartial(sum);
        for (int i = x.length - 1; i >= 0; i--) {
            xBar[i] += sumBar * tape[i];
        }
        return Math.log(sum);
    }

    static Gradients.One horner(double[] c, double x, double[] cBar) {
        double[] tape = new double[c.length];
        double p = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            tape[i] = p;
            p = p * x + c[i];
        }
        double pBar = 1;
        double xBar = 0;
        for (int i = 0; i < c.length; i++) {
            cBar[i] += pBar;
            xBar += pBar * tape[i];
            pBar *= x;
        }
        return new Gradients.One(p, xBar);
    }

    static double smooth(double[] y, double a, double[] yBar) {
        for (int i = 1; i < y.length; i++) {
            y[i] = y[i] + a * y[i - 1];
        }
        double aBar = 0;
        for (int i = y.length - 1; i >= 1; i--) {
            double bar = yBar[i];
            aBar += bar * y[i - 1];
            yBar[i - 1] += bar * a;
        }
        return aBar;
    }

    static double cosine(double[] u, double[] v, double[] uBar, double[] vBar) {
        double uv = 0;
        double uu = 0;
        double vv = 0;
        for (int i = 0; i < u.length; i++) {
            double ui = u[i];
            double vi = v[i];
            uv += ui * vi;
            uu += ui * ui;
            vv += vi * vi;
        }
        double root = Math.sqrt(uu * vv);
        double value = uv / root;
        double uvBar = StrongZero.divide(1, root);
        double squareBar = -StrongZero.divide(StrongZero.times(1, value / root), 2 * root);
        double uuBar = 2 * squareBar * vv;
        double vvBar = 2 * squareBar * uu;
        for (int i = u.length - 1; i >= 0; i--) {
            double ui = u[i];
            double vi = v[i];
            uBar[i] += uvBar * vi + uuBar * ui;
            vBar[i] += uvBar * ui + vvBar * vi;
        }
        return value;
    }

    static double variance(double[] x, double[] xBar) {
        double sum = 0;
        for (double e : x) {
            sum += e;
        }
        double n = x.length;
        double mean = sum / n;
        double squares = 0;
        double squaresBar = 1 / n;
        double meanBar = 0;
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - mean;
            squares += d * d;
            double dBar = 2 * squaresBar * d;
            xBar[i] += dBar;
            meanBar -= dBar;
        }
        double sumBar = meanBar / n;
        for (int i = x.length - 1; i >= 0; i--) {
            xBar[i] += sumBar;
        }
        return squares / n;
    }

    static double energy(double[] x, double[] xBar) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                double d = x[i] - x[j];
                double r = d * d + 0.01;
                double inverse = 1 / r;
                sum += inverse;
                double dBar = -2 * StrongZero.times(1, inverse / r) * d;
                xBar[i] += dBar;
                xBar[j] -= dBar;
            }
        }
        return sum;
    }

    static Gradients.Three path(double start, double drift, double volatility, double[] z) {
        double[] sTape = new double[z.length];
        double s = start;
        double rate = 1 + drift;
        for (int i = 0; i < z.length; i++) {
            sTape[i] = s;
            s = s * (rate + volatility * z[i]);
        }
        double sBar = 1;
        double driftBar = 0;
        double volatilityBar = 0;
        for (int i = z.length - 1; i >= 0; i--) {
            double growth = rate + volatility * z[i];
            double growthBar = sBar * sTape[i];
            driftBar += growthBar;
            volatilityBar += growthBar * z[i];
            sBar *= growth;
        }
        return new Gradients.Three(s, sBar, driftBar, volatilityBar);
    }

    static double layer(double[][] w, double[] x, double[][] wBar, double[] xBar) {
        double total = 0;
        for (int i = 0; i < w.length; i++) {
            double z = 0;
            for (int j = 0; j < x.length; j++) {
                z += w[i][j] * x[j];
            }
            double tanh = Math.tanh(z);
            total += tanh;
            double zBar = 1 - tanh * tanh;
            for (int j = x.length - 1; j >= 0; j--) {
                wBar[i][j] += zBar * x[j];
                xBar[j] += zBar * w[i][j];
            }
        }
        return total;
    }

    static double productOfAll(double[] x, double[] xBar) {
        double[] tape = new double[x.length];
        double p = 1;
        for (int i = 0; i < x.length; i++) {
            tape[i] = p;
            p *= x[i];
        }
        double pBar = 1;
        for (int i = x.length - 1; i >= 0; i--) {
            xBar[i] += pBar * tape[i];
            pBar *= x[i];
        }
        return p;
    }
}
