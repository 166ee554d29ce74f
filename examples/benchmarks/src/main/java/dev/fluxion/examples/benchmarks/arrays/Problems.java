package dev.fluxion.examples.benchmarks.arrays;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;

/** The functions that are measured, as a person writes them who thinks of no derivative. */
public final class Problems {

    private Problems() {}

    /** Rosenbrock's valley in many dimensions. */
    @Differentiable
    public static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double steep = x[i + 1] - x[i] * x[i];
            double flat = 1 - x[i];
            sum += 100 * steep * steep + flat * flat;
        }
        return sum;
    }

    /** The loss of a logistic regression over rows of features with labels ±1. */
    @Differentiable
    public static double logistic(double[] w, @NoDiff double[][] features, @NoDiff double[] labels) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            double[] row = features[i];
            double margin = 0;
            for (int j = 0; j < w.length; j++) {
                margin += w[j] * row[j];
            }
            sum += Math.log1p(Math.exp(-labels[i] * margin));
        }
        return sum / features.length;
    }

    /**
     * The log likelihood of a Gaussian mixture, up to a constant (Srajer, Kukelova, Fitzgibbon, A benchmark of selected algorithmic
     * differentiation tools, 2018).
     *
     * @param factors for each component the logarithms of the diagonal of the inverse covariance's factor, then its rows below
     */
    @Differentiable
    public static double mixture(double[] alphas, double[][] means, double[][] factors, @NoDiff double[][] points) {
        int d = points[0].length;
        double[] exponents = new double[alphas.length];
        double[] centred = new double[d];
        double sum = 0;
        for (double[] point : points) {
            for (int k = 0; k < alphas.length; k++) {
                double[] mean = means[k];
                double[] factor = factors[k];
                for (int j = 0; j < d; j++) {
                    centred[j] = point[j] - mean[j];
                }
                double square = 0;
                double logarithm = 0;
                int at = d;
                for (int r = 0; r < d; r++) {
                    double q = Math.exp(factor[r]) * centred[r];
                    for (int c = 0; c < r; c++) {
                        q += factor[at + c] * centred[c];
                    }
                    at += r;
                    square += q * q;
                    logarithm += factor[r];
                }
                exponents[k] = alphas[k] + logarithm - 0.5 * square;
            }
            sum += logSumExp(exponents);
        }
        return sum - points.length * logSumExp(alphas);
    }

    private static double logSumExp(double[] values) {
        double max = values[0];
        for (int i = 1; i < values.length; i++) {
            max = Math.max(max, values[i]);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.exp(values[i] - max);
        }
        return max + Math.log(sum);
    }

    /**
     * The squared error of a network of two layers of long short-term memory over a sequence.
     *
     * @param first the weights of the first layer: for each gate and cell the bias, the weights of the inputs and those of the state
     */
    @Differentiable
    public static double recurrent(
            double[][] first, double[][] second, @NoDiff double[][] inputs, @NoDiff double[] targets) {
        int n = first.length / 4;
        double[] state1 = new double[n];
        double[] cell1 = new double[n];
        double[] state2 = new double[n];
        double[] cell2 = new double[n];
        double sum = 0;
        for (int t = 0; t < inputs.length; t++) {
            step(first, inputs[t], state1, cell1);
            step(second, state1, state2, cell2);
            double error = state2[0] - targets[t];
            sum += error * error;
        }
        return sum / inputs.length;
    }

    private static void step(double[][] weights, double[] input, double[] state, double[] cell) {
        int n = state.length;
        double[] gates = new double[4 * n];
        for (int i = 0; i < 4 * n; i++) {
            double[] row = weights[i];
            double sum = row[0];
            for (int j = 0; j < input.length; j++) {
                sum += row[1 + j] * input[j];
            }
            for (int j = 0; j < n; j++) {
                sum += row[1 + input.length + j] * state[j];
            }
            gates[i] = sum;
        }
        for (int i = 0; i < n; i++) {
            double kept = sigmoid(gates[n + i]) * cell[i];
            cell[i] = kept + sigmoid(gates[i]) * Math.tanh(gates[3 * n + i]);
            state[i] = sigmoid(gates[2 * n + i]) * Math.tanh(cell[i]);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The price of a call by Euler's method, over paths of normal numbers that are drawn before. */
    @Differentiable
    public static double monteCarlo(
            double spot,
            double strike,
            double rate,
            double volatility,
            @NoDiff double maturity,
            @NoDiff double[][] normals) {
        double sum = 0;
        for (double[] path : normals) {
            double step = maturity / path.length;
            double diffusion = volatility * Math.sqrt(step);
            double price = spot;
            for (double normal : path) {
                price += price * (rate * step + diffusion * normal);
            }
            sum += Math.max(price - strike, 0);
        }
        return Math.exp(-rate * maturity) * sum / normals.length;
    }

    /** The logarithm of the absolute determinant of a matrix that needs no pivoting, by elimination in a copy. */
    @Differentiable
    public static double logDeterminant(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = matrix[i][j];
            }
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
        return sum;
    }
}
