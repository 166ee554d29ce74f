package dev.fluxion.examples.benchmarks.arrays;

/** Gradients of {@link Problems} as a careful person writes them; they return the value and add to the arrays given. */
final class ByHand {

    private ByHand() {}

    /** The derivatives of a price. */
    record Greeks(double value, double spot, double strike, double rate, double volatility) {}

    static double rosenbrock(double[] x, double[] xBar) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double steep = x[i + 1] - x[i] * x[i];
            double flat = 1 - x[i];
            sum += 100 * steep * steep + flat * flat;
            double steepBar = 200 * steep;
            xBar[i + 1] += steepBar;
            xBar[i] -= 2 * (steepBar * x[i] + flat);
        }
        return sum;
    }

    static double logistic(double[] w, double[][] features, double[] labels, double[] wBar) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            double[] row = features[i];
            double margin = 0;
            for (int j = 0; j < w.length; j++) {
                margin += w[j] * row[j];
            }
            double exp = Math.exp(-labels[i] * margin);
            sum += Math.log1p(exp);
            double marginBar = -labels[i] * exp / (1 + exp) / features.length;
            for (int j = 0; j < w.length; j++) {
                wBar[j] += marginBar * row[j];
            }
        }
        return sum / features.length;
    }

    /** The points are independent: one pass, which keeps the values of all components of a point. */
    static double mixture(
            double[] alphas,
            double[][] means,
            double[][] factors,
            double[][] points,
            double[] alphasBar,
            double[][] meansBar,
            double[][] factorsBar) {
        int d = points[0].length;
        int count = alphas.length;
        double[] weights = new double[count];
        double[][] centred = new double[count][d];
        double[][] scaled = new double[count][d];
        double[][] diagonals = new double[count][d];
        for (int k = 0; k < count; k++) {
            for (int j = 0; j < d; j++) {
                diagonals[k][j] = Math.exp(factors[k][j]);
            }
        }
        double sum = 0;
        for (double[] point : points) {
            for (int k = 0; k < count; k++) {
                double exponent = exponent(point, means[k], factors[k], diagonals[k], centred[k], scaled[k]);
                weights[k] = alphas[k] + exponent;
            }
            sum += softmax(weights);
            for (int k = 0; k < count; k++) {
                double bar = weights[k];
                alphasBar[k] += bar;
                component(bar, factors[k], diagonals[k], centred[k], scaled[k], meansBar[k], factorsBar[k]);
            }
        }
        System.arraycopy(alphas, 0, weights, 0, count);
        double prior = softmax(weights);
        for (int k = 0; k < count; k++) {
            alphasBar[k] -= points.length * weights[k];
        }
        return sum - points.length * prior;
    }

    private static double exponent(
            double[] point, double[] mean, double[] factor, double[] diagonal, double[] centred, double[] scaled) {
        int d = point.length;
        for (int j = 0; j < d; j++) {
            centred[j] = point[j] - mean[j];
        }
        double square = 0;
        double logarithm = 0;
        int at = d;
        for (int r = 0; r < d; r++) {
            double q = diagonal[r] * centred[r];
            for (int c = 0; c < r; c++) {
                q += factor[at + c] * centred[c];
            }
            at += r;
            scaled[r] = q;
            square += q * q;
            logarithm += factor[r];
        }
        return logarithm - 0.5 * square;
    }

    private static void component(
            double bar,
            double[] factor,
            double[] diagonal,
            double[] centred,
            double[] scaled,
            double[] meanBar,
            double[] factorBar) {
        int at = factor.length;
        for (int r = centred.length - 1; r >= 0; r--) {
            at -= r;
            double qBar = -bar * scaled[r];
            for (int c = 0; c < r; c++) {
                factorBar[at + c] += qBar * centred[c];
                meanBar[c] -= qBar * factor[at + c];
            }
            double scaledBar = qBar * diagonal[r];
            factorBar[r] += scaledBar * centred[r] + bar;
            meanBar[r] -= scaledBar;
        }
    }

    /** Replaces numbers by their softmax, and returns the logarithm of the sum of their exponentials. */
    private static double softmax(double[] values) {
        double max = values[0];
        for (double v : values) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(values[i] - max);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
        return max + Math.log(sum);
    }

    /** The paths are independent: one pass, which keeps the prices of a path. */
    static Greeks monteCarlo(
            double spot, double strike, double rate, double volatility, double maturity, double[][] normals) {
        double sum = 0;
        double spotBar = 0;
        double strikeBar = 0;
        double rateBar = 0;
        double volatilityBar = 0;
        double[] prices = new double[normals[0].length];
        for (double[] path : normals) {
            double step = maturity / path.length;
            double root = Math.sqrt(step);
            double diffusion = volatility * root;
            double price = spot;
            for (int i = 0; i < path.length; i++) {
                prices[i] = price;
                price += price * (rate * step + diffusion * path[i]);
            }
            double payoff = price - strike;
            if (payoff > 0) {
                sum += payoff;
                strikeBar -= 1;
                double bar = 1;
                double growths = 0;
                double shocks = 0;
                for (int i = path.length - 1; i >= 0; i--) {
                    double growthBar = bar * prices[i];
                    growths += growthBar;
                    shocks += growthBar * path[i];
                    bar += bar * (rate * step + diffusion * path[i]);
                }
                spotBar += bar;
                rateBar += growths * step;
                volatilityBar += shocks * root;
            }
        }
        double discount = Math.exp(-rate * maturity) / normals.length;
        double value = discount * sum;
        return new Greeks(
                value,
                discount * spotBar,
                discount * strikeBar,
                discount * rateBar - maturity * value,
                discount * volatilityBar);
    }

    /** The derivative is the transposed inverse: what the elimination left behind is all that it needs. */
    static double logDeterminant(double[][] matrix, double[][] matrixBar) {
        int n = matrix.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double[] pivot = a[k];
            sum += Math.log(Math.abs(pivot[k]));
            for (int i = k + 1; i < n; i++) {
                double[] row = a[i];
                double factor = row[k] / pivot[k];
                row[k] = factor;
                for (int j = k + 1; j < n; j++) {
                    row[j] -= factor * pivot[j];
                }
            }
        }
        eliminateBackwards(a, matrixBar);
        return sum;
    }

    /** The reverse sweep over the finished factors: no element changes any more once it is a pivot's or a factor. */
    private static void eliminateBackwards(double[][] a, double[][] matrixBar) {
        int n = a.length;
        double[][] bars = new double[n][n];
        for (int k = n - 1; k >= 0; k--) {
            double[] pivot = a[k];
            double[] pivotBar = bars[k];
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k];
                double[] bar = bars[i];
                double factorBar = bar[k];
                for (int j = k + 1; j < n; j++) {
                    factorBar -= bar[j] * pivot[j];
                    pivotBar[j] -= bar[j] * factor;
                }
                double quotientBar = factorBar / pivot[k];
                bar[k] = quotientBar;
                pivotBar[k] -= quotientBar * factor;
            }
            pivotBar[k] += 1 / pivot[k];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrixBar[i][j] += bars[i][j];
            }
        }
    }
}
