package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Domain;

/** Networks and mechanics out of textbooks. */
final class Networks {

    private Networks() {}

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** A long short-term memory with one unit. */
    @Differentiable
    static double memory(double[][] w, @NoDiff double[] x) {
        double h = 0;
        double c = 0;
        for (int t = 0; t < x.length; t++) {
            double[] gates = new double[w.length];
            for (int g = 0; g < w.length; g++) {
                for (int i = 0; i < w[g].length; i++) {
                    gates[g] += w[g][i] * (i == 0 ? x[t] : i == 1 ? h : 1);
                }
            }
            double forget = sigmoid(gates[0]);
            double in = sigmoid(gates[gates.length / 3]);
            double out = sigmoid(gates[gates.length / 2]);
            double candidate = Math.tanh(gates[gates.length - 1]);
            c = forget * c + in * candidate;
            h = out * Math.tanh(c);
        }
        return h * h + c;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static void softmax(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double v : x) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(x[i] - max);
            sum += x[i];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= sum;
        }
    }

    private static void normalise(double[] x) {
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        double variance = 0.1;
        for (double v : x) {
            variance += (v - mean) * (v - mean) / x.length;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - mean) / Math.sqrt(variance);
        }
    }

    /** One block of a transformer with a single head. */
    @Differentiable
    static double transformer(double[][] x, double[][] query, double[][] key, double[][] value) {
        double[][] q = times(x, query);
        double[][] k = times(x, key);
        double[][] v = times(x, value);
        int n = x.length;
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double[] scores = new double[n];
            for (int j = 0; j < n; j++) {
                for (int d = 0; d < n; d++) {
                    scores[j] += q[i][d] * k[j][d] / Math.sqrt(n);
                }
            }
            softmax(scores);
            double[] out = x[i].clone();
            for (int j = 0; j < n; j++) {
                for (int d = 0; d < n; d++) {
                    out[d] += scores[j] * v[j][d];
                }
            }
            normalise(out);
            for (double o : out) {
                loss += o * Math.tanh(o);
            }
        }
        return loss;
    }

    /** Bodies that attract each other, by leapfrog steps on arrays in place. */
    @Differentiable
    static double bodies(double[][] position, double[][] velocity, @Domain(from = 0.5, to = 2) double[] mass) {
        double dt = 0.05;
        int n = mass.length;
        for (int step = 0; step < 3; step++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i == j) {
                        continue;
                    }
                    double distance = 0.5;
                    for (int d = 0; d < n; d++) {
                        double difference = position[j][d] - position[i][d];
                        distance += difference * difference;
                    }
                    double pull = mass[j] / (distance * Math.sqrt(distance));
                    for (int d = 0; d < n; d++) {
                        velocity[i][d] += dt * pull * (position[j][d] - position[i][d]);
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < n; d++) {
                    position[i][d] += dt * velocity[i][d];
                }
            }
        }
        double energy = 0;
        for (int i = 0; i < n; i++) {
            for (double v : velocity[i]) {
                energy += 0.5 * mass[i] * v * v;
            }
        }
        return energy;
    }

    /** A quaternion. */
    private static final class Quaternion {

        private double w;
        private double x;
        private double y;
        private double z;

        Quaternion(double w, double x, double y, double z) {
            this.w = w;
            this.x = x;
            this.y = y;
            this.z = z;
        }

        void rotate(double p, double q, double r, double dt) {
            double dw = -0.5 * (x * p + y * q + z * r);
            double dx = 0.5 * (w * p + y * r - z * q);
            double dy = 0.5 * (w * q + z * p - x * r);
            double dz = 0.5 * (w * r + x * q - y * p);
            w += dt * dw;
            x += dt * dx;
            y += dt * dy;
            z += dt * dz;
            double norm = Math.sqrt(w * w + x * x + y * y + z * z);
            w /= norm;
            x /= norm;
            y /= norm;
            z /= norm;
        }

        double heading() {
            return Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
        }
    }

    /** The attitude of a body that turns. */
    @Differentiable
    static double attitude(
            @Domain(from = -1, to = 1) double p,
            @Domain(from = -1, to = 1) double q,
            @Domain(from = -1, to = 1) double[] rates) {
        Quaternion attitude = new Quaternion(1, 0, 0, 0);
        for (double r : rates) {
            attitude.rotate(p, q, r, 0.1);
        }
        return attitude.heading() + p * q;
    }
}
