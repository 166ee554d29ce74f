package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Domain;
import java.util.Arrays;
import java.util.Random;

/** Filters, mixtures and prices out of textbooks. */
final class Statistics {

    private Statistics() {}

    /** A Kalman filter of a position and its speed; the logarithm of the likelihood. */
    @Differentiable
    static double kalman(
            double[] z, @Domain(from = 0.1, to = 1) double noise, @Domain(from = 0.2, to = 1) double measured) {
        double[] x = {0, 0};
        double[][] p = {{1, 0}, {0, 1}};
        double log = 0;
        for (double observed : z) {
            x[0] += x[1];
            double p00 = p[0][0] + p[0][1] + p[1][0] + p[1][1] + noise;
            double p01 = p[0][1] + p[1][1];
            double p10 = p[1][0] + p[1][1];
            double p11 = p[1][1] + noise;
            double residual = observed - x[0];
            double s = p00 + measured;
            double[] gain = {p00 / s, p10 / s};
            x[0] += gain[0] * residual;
            x[1] += gain[1] * residual;
            p[0][0] = (1 - gain[0]) * p00;
            p[0][1] = (1 - gain[0]) * p01;
            p[1][0] = p10 - gain[1] * p00;
            p[1][1] = p11 - gain[1] * p01;
            log -= 0.5 * (Math.log(2 * Math.PI * s) + residual * residual / s);
        }
        return log;
    }

    /** The forward algorithm of a hidden Markov model, scaled. */
    @Differentiable
    static double forward(
            @Domain(from = 0.1, to = 1) double[][] transition,
            @Domain(from = 0.1, to = 1) double[][] emission,
            int[] observed) {
        int n = transition.length;
        double[] alpha = new double[n];
        Arrays.fill(alpha, 1.0 / n);
        double log = 0;
        for (int t = 0; t < observed.length; t++) {
            double[] next = new double[n];
            double total = 0;
            for (int j = 0; j < n; j++) {
                for (int i = 0; i < n; i++) {
                    next[j] += alpha[i] * transition[i][j];
                }
                next[j] *= emission[j][observed[t]];
                total += next[j];
            }
            for (int j = 0; j < n; j++) {
                alpha[j] = next[j] / total;
            }
            log += Math.log(total);
        }
        return log;
    }

    /** The logarithm of the likelihood of a mixture of Gaussians in one dimension. */
    @Differentiable
    static double mixture(
            double[] means, @Domain(from = -1, to = 1) double[] logScales, double[] weights, @NoDiff double[] x) {
        double total = 0;
        for (double v : x) {
            double[] terms = new double[means.length];
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < means.length; k++) {
                double z = (v - means[k]) * Math.exp(-logScales[k]);
                terms[k] = weights[k] - logScales[k] - 0.5 * z * z;
                max = Math.max(max, terms[k]);
            }
            double sum = 0;
            for (double term : terms) {
                sum += Math.exp(term - max);
            }
            total += max + Math.log(sum);
        }
        return total;
    }

    /** Three steps of k-means in one dimension; the sum of squared distances. */
    @Differentiable
    static double kMeans(double[] points, double first, double second) {
        double[] centres = {first, second};
        for (int step = 0; step < 3; step++) {
            double[] sums = new double[2];
            int[] counts = new int[2];
            for (double p : points) {
                int nearest = Math.abs(p - centres[0]) <= Math.abs(p - centres[1]) ? 0 : 1;
                sums[nearest] += p;
                counts[nearest]++;
            }
            for (int k = 0; k < 2; k++) {
                if (counts[k] > 0) {
                    centres[k] = sums[k] / counts[k];
                }
            }
        }
        double cost = 0;
        for (double p : points) {
            cost += Math.min((p - centres[0]) * (p - centres[0]), (p - centres[1]) * (p - centres[1]));
        }
        return cost;
    }

    /** An average over paths whose random numbers are made on the way. */
    @Differentiable
    static double monteCarlo(
            @Domain(from = 80, to = 120) double spot,
            @Domain(from = 80, to = 120) double strike,
            @Domain(from = 0.1, to = 0.4) double volatility) {
        Random random = new Random(42);
        int paths = 20;
        int steps = 4;
        double dt = 0.25;
        double sum = 0;
        for (int path = 0; path < paths; path++) {
            double s = spot;
            double average = 0;
            for (int step = 0; step < steps; step++) {
                s *= Math.exp(-0.5 * volatility * volatility * dt + volatility * Math.sqrt(dt) * random.nextGaussian());
                average += s / steps;
            }
            sum += Math.max(average - strike, 0);
        }
        return sum / paths;
    }

    /** An American put on a binomial tree, rolled back in one array. */
    @Differentiable
    static double binomial(
            @Domain(from = 80, to = 120) double spot,
            @Domain(from = 80, to = 120) double strike,
            @Domain(from = 0.1, to = 0.4) double volatility,
            @Domain(from = 0.01, to = 0.05) double rate) {
        int steps = 8;
        double dt = 1.0 / steps;
        double up = Math.exp(volatility * Math.sqrt(dt));
        double p = (Math.exp(rate * dt) - 1 / up) / (up - 1 / up);
        double discount = Math.exp(-rate * dt);
        double[] values = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            values[i] = Math.max(strike - spot * Math.pow(up, 2 * i - steps), 0);
        }
        for (int n = steps - 1; n >= 0; n--) {
            for (int i = 0; i <= n; i++) {
                double held = discount * (p * values[i + 1] + (1 - p) * values[i]);
                values[i] = Math.max(held, strike - spot * Math.pow(up, 2 * i - n));
            }
        }
        return values[0];
    }

    /** The heat equation by Crank and Nicolson's method. */
    @Differentiable
    static double[] crankNicolson(double[] u, @Domain(from = 0.1, to = 2) double ratio) {
        int n = u.length;
        double[] now = Arrays.copyOf(u, n);
        double[] right = new double[n];
        double[] upper = new double[n];
        for (int step = 0; step < 3; step++) {
            for (int i = 0; i < n; i++) {
                double left = i > 0 ? now[i - 1] : 0;
                double next = i < n - 1 ? now[i + 1] : 0;
                right[i] = now[i] + ratio / 2 * (left - 2 * now[i] + next);
            }
            for (int i = 0; i < n; i++) {
                double below = i > 0 ? -ratio / 2 : 0;
                double pivot = 1 + ratio - (i > 0 ? below * upper[i - 1] : 0);
                upper[i] = -ratio / 2 / pivot;
                right[i] = (right[i] - (i > 0 ? below * right[i - 1] : 0)) / pivot;
            }
            for (int i = n - 1; i >= 0; i--) {
                now[i] = right[i] - (i < n - 1 ? upper[i] * now[i + 1] : 0);
            }
        }
        return now;
    }

    /** Dynamic time warping of two sequences, by rows. */
    @Differentiable
    static double warping(double[] a, double[] b) {
        double[] above = new double[b.length + 1];
        Arrays.fill(above, 1, above.length, 1e6);
        for (double x : a) {
            double[] row = new double[b.length + 1];
            row[0] = 1e6;
            for (int j = 1; j <= b.length; j++) {
                double cost = (x - b[j - 1]) * (x - b[j - 1]);
                row[j] = cost + Math.min(above[j - 1], Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length];
    }
}
