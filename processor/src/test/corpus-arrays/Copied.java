package corpus;

import dev.fluxion.Differentiable;

/** Arrays that loops in loops read again and again before something writes to them. */
final class Copied {

    private Copied() {}

    @Differentiable(order = 2)
    static double powers(double[] x, double k) {
        double[] y = x.clone();
        double total = 0;
        for (int round = 0; round < 3; round++) {
            double[] next = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < y.length; j++) {
                    next[i] += y[i] * y[j] * k;
                }
            }
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.sin(next[i]);
                total += y[i] * next[i];
            }
        }
        return total;
    }

    private static void step(double[][] weights, double[] input, double[] state) {
        int n = state.length;
        double[] gates = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < input.length; j++) {
                sum += weights[i % weights.length][j % weights[0].length] * input[j];
            }
            for (int j = 0; j < n; j++) {
                sum += Math.cos(state[j]) * input[j];
            }
            gates[i] = sum;
        }
        for (int i = 0; i < n; i++) {
            state[i] = Math.tanh(gates[i]) * state[i];
        }
    }

    @Differentiable(order = 2)
    static double recurrent(double[][] weights, double[] x) {
        double[] state = x.clone();
        double[] other = x.clone();
        double sum = 0;
        for (int t = 0; t < 3; t++) {
            step(weights, x, state);
            step(weights, state, other);
            sum += other[0] * state[state.length - 1];
        }
        return sum;
    }

    @Differentiable
    static double intoItself(double[][] weights, double[] x) {
        double[] state = x.clone();
        step(weights, state, state);
        step(weights, state, x);
        return state[0] * x[0];
    }

    @Differentiable
    static void inPlace(double[] a) {
        for (int k = 0; k < 2; k++) {
            double norm = 0;
            for (int i = 0; i < a.length; i++) {
                for (int j = i; j < a.length; j++) {
                    norm += a[i] * a[j] / (1 + j);
                }
            }
            for (int i = 0; i < a.length; i++) {
                a[i] *= Math.exp(-norm * norm);
            }
        }
    }

    @Differentiable
    static double throughAnAlias(double[] x, double[] y) {
        double[] a = x.clone();
        double[] b = y.length > 2 ? a : y.clone();
        double sum = 0;
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < 2; j++) {
                    sum += a[i] * a[j % a.length] * b[i % b.length];
                }
            }
            b[k % b.length] = sum;
        }
        return sum;
    }

    @Differentiable
    static double replacedInTheLoop(double[] x, double[] y) {
        double[] a = x;
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    sum += a[j] * a[k] * (1 + i);
                }
            }
            a = i % 2 == 0 ? y.clone() : a;
            a[0] = sum * 0.01;
        }
        return sum;
    }

    @Differentiable
    static double whereThereIsNone(double[] x, double k) {
        double[] a = k > 0 ? null : x.clone();
        double sum = k;
        int n = a == null ? 0 : a.length;
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < a.length; j++) {
                    sum += a[i] * a[j] * k;
                }
            }
            if (a != null) {
                a[0] *= sum;
            }
        }
        return sum;
    }

    @Differentiable
    static double untilABreak(double[] x) {
        double[] a = x.clone();
        double sum = 1;
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    sum += a[i] * a[j] * 0.1;
                    if (sum > 3) {
                        break;
                    }
                }
            }
            for (int i = 0; i < a.length; i++) {
                a[i] = a[i] * Math.sin(sum);
            }
        }
        return sum;
    }

    @Differentiable
    static float narrow(float[] x, double k) {
        float[] a = x.clone();
        float sum = 0;
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    sum += a[i] * a[j] * (float) k;
                }
            }
            a[t % a.length] = sum * 0.5f;
        }
        return sum;
    }

    @Differentiable
    static double neighbours(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double d = x[i + 1] - x[i] * x[i];
            sum += d * d;
        }
        for (int i = 1; i + 2 <= x.length; i++) {
            sum += Math.sin(x[i + 1] * x[i - 1]) * sum;
        }
        return sum;
    }

    @Differentiable
    static double pathByPath(double[][] paths, double volatility, double strike) {
        double sum = 0;
        for (double[] path : paths) {
            double price = 1;
            double scale = volatility * Math.sqrt(1.0 / (1 + path.length));
            for (double normal : path) {
                price += price * (0.1 + scale * normal);
            }
            sum += Math.max(price - strike, 0);
        }
        return Math.exp(-volatility) * sum / (1 + paths.length);
    }
}
