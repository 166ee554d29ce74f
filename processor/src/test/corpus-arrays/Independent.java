package corpus;

import dev.fluxion.Differentiable;
import java.util.Arrays;

/** Loops whose iterations use scratch arrays: some of them start each iteration anew, others do not. */
final class Independent {

    private Independent() {}

    private static double norm(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.exp(0.1 * values[i]) * values[i];
        }
        return Math.log(2 + sum * sum);
    }

    @Differentiable(order = 2)
    static double filledAnew(double[][] points, double[] mean) {
        double[] centred = new double[mean.length];
        double sum = 0;
        for (double[] point : points) {
            for (int j = 0; j < mean.length; j++) {
                centred[j] = point[j % point.length] - mean[j];
            }
            sum += norm(centred);
        }
        return sum - points.length * norm(mean);
    }

    @Differentiable
    static double filledInTwoLevels(double[][] points, double[][] means) {
        double[] exponents = new double[means.length];
        double[] centred = new double[3];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int k = 0; k < means.length; k++) {
                for (int j = 0; j < 3; j++) {
                    centred[j] = points[p][j % points[p].length] * means[k][j % means[k].length];
                }
                double square = 0;
                for (int r = 0; r < 3; r++) {
                    double q = Math.cos(centred[r]);
                    for (int c = 0; c < r; c++) {
                        q += centred[c] * centred[r];
                    }
                    square += q * q;
                }
                exponents[k] = -0.5 * square;
            }
            sum += norm(exponents);
        }
        return sum;
    }

    @Differentiable
    static double filledInPart(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length + 1];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < mean.length; j++) {
                scratch[j] = points[p][j % points[p].length] * mean[j];
            }
            sum += norm(scratch);
            scratch[mean.length] = sum;
        }
        return sum;
    }

    @Differentiable
    static double filledNowAndThen(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            if (points[p][0] > 0 || p == 0) {
                for (int j = 0; j < mean.length; j++) {
                    scratch[j] = points[p][j % points[p].length] * mean[j];
                }
            }
            sum += norm(scratch);
        }
        return sum;
    }

    @Differentiable
    static double readBeforeItIsFilled(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            sum += scratch[0] * scratch[0];
            for (int j = 0; j < mean.length; j++) {
                scratch[j] = points[p][j % points[p].length] * mean[j];
            }
            sum += norm(scratch);
        }
        return sum;
    }

    @Differentiable
    static double readBehindTheLoop(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < mean.length; j++) {
                scratch[j] = points[p][j % points[p].length] * mean[j];
            }
            sum += norm(scratch);
        }
        return sum + scratch[0] * scratch[0];
    }

    @Differentiable
    static double givenByTheCaller(double[][] points, double[] mean, double[] scratch) {
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < scratch.length; j++) {
                scratch[j] = points[p][j % points[p].length] * mean[j % mean.length];
            }
            sum += norm(scratch);
        }
        return sum;
    }

    @Differentiable
    static double madeAnew(double[][] points, double[] mean) {
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            double[] scratch = new double[mean.length];
            double[] other = scratch;
            for (int j = 0; j < mean.length; j += 2) {
                scratch[j] = points[p][j % points[p].length] * mean[j];
            }
            other[0] += sum * 0.1;
            sum += norm(scratch);
        }
        return sum;
    }

    @Differentiable
    static double scaledByWhatComesLater(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < scratch.length; j++) {
                scratch[j] = points[p][j % points[p].length] * mean[j];
            }
            sum += norm(scratch);
        }
        return Math.sin(sum) * mean[0];
    }

    @Differentiable
    static double twoLoopsOfOneLength(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < mean.length; j++) {
                scratch[j] = points[p][j % points[p].length] * mean[j];
            }
            sum += norm(scratch);
        }
        double[] other = new double[mean.length];
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < mean.length; j++) {
                other[j] = points[p][0] - mean[j];
            }
            sum += norm(other) * norm(mean);
        }
        return sum;
    }

    @Differentiable
    static double writtenLater(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double[] moving = mean.clone();
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            for (int j = 0; j < mean.length; j++) {
                scratch[j] = points[p][j % points[p].length] * moving[j];
            }
            sum += norm(scratch);
        }
        moving[0] = moving[0] * moving[0];
        return sum + norm(moving);
    }

    @Differentiable
    static double inRounds(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double scale = 1;
        for (int round = 0; round < 2; round++) {
            double sum = 0;
            for (int p = 0; p < points.length; p++) {
                for (int j = 0; j < mean.length; j++) {
                    scratch[j] = points[p][j % points[p].length] * mean[j] * scale;
                }
                sum += norm(scratch);
            }
            scale = scale * 0.5 + sum * 0.1;
        }
        return scale;
    }

    @Differentiable
    static double filledByAHelper(double[][] points, double[] mean) {
        double[] scratch = new double[mean.length];
        double largest = 0;
        for (int p = 0; p < points.length; p++) {
            Arrays.fill(scratch, points[p][0]);
            for (int j = 0; j < mean.length; j++) {
                scratch[j] *= mean[j];
            }
            largest = Math.max(largest, norm(scratch));
        }
        return largest;
    }

    @Differentiable
    static double incremented(double[] x, double[] y) {
        double[] a = x.clone();
        double sum = 0;
        for (int k = 0; k < y.length; k++) {
            for (int i = 0; i < a.length; i++) {
                a[i] = a[i] - y[k] * a[a.length - 1 - i] * 0.3;
                a[i] -= a[i] * y[k] * 0.1;
                sum += a[i] * y[k];
            }
        }
        return sum;
    }

    private static double[] scaled(double[] x, double k) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.sin(x[i] * k);
        }
        return y;
    }

    @Differentiable
    static double handedOn(double[] x, double k) {
        double[] y = x;
        double sum = 0;
        for (int n = 0; n < 3; n++) {
            double[] next = scaled(y, k);
            sum += next[0];
            y = next;
        }
        return sum + y[0];
    }

    @Differentiable
    static double madeByAHelper(double[][] points, double k) {
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            double[] made = scaled(points[p], k);
            for (int i = 0; i < made.length; i++) {
                sum += made[i] * made[0];
            }
        }
        return sum / (1 + points.length);
    }

    @Differentiable
    static double rowsHandedOn(double[][] points, double k) {
        double[][] rows = new double[points.length + 1][1];
        rows[0][0] = k;
        double sum = 0;
        for (int p = 0; p < points.length; p++) {
            rows[p + 1] = scaled(points[p], rows[p][0]);
            sum += rows[p + 1][0];
        }
        return sum * 2;
    }

    @Differentiable(order = 2)
    static double packedRows(double[] packed, double[] x) {
        double sum = 0;
        for (int round = 0; round < 2; round++) {
            int at = 0;
            for (int r = 0; r < 3; r++) {
                double q = Math.sin(x[r % x.length] + sum);
                for (int c = 0; c < r; c++) {
                    q += packed[(at + c) % packed.length] * x[c % x.length] * q;
                }
                at += r;
                sum += q * q * packed[at % packed.length];
            }
        }
        return sum;
    }

    @Differentiable
    static double strides(double[] x) {
        int stride = x.length % 3 + 1;
        int at = 100;
        long far = 5;
        double product = 1;
        for (int i = 0; i < 6; i++) {
            product = Math.sin(product * x[at % x.length] + x[(int) (far % x.length)]);
            at -= stride;
            far += i;
        }
        for (int i = 5; i > 0; i--) {
            product *= 1 + x[Math.abs(at) % x.length];
            at = at + i;
            if (product > 1) {
                at += 1;
            }
        }
        return product * x[Math.abs(at) % x.length];
    }

    @Differentiable
    static double nested(double[][] m, double k) {
        double sum = k;
        int rows = m.length;
        int columns = m[0].length;
        for (int i = 0; i < rows; i++) {
            for (int j = 1; j <= columns; j++) {
                for (int n = 3; n > 1; n--) {
                    sum = Math.cos(sum * m[i][(j * n) % m[i].length]) * Math.sin(sum + k);
                }
                sum += Math.sin(sum * sum) * 0.1;
            }
        }
        return sum;
    }

    @Differentiable
    static double nestedUnlessItThrows(double[][] m, double k) {
        double sum = k;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < 2000000000; j++) {
                if (j >= 3) {
                    throw new IllegalStateException("far enough");
                }
                sum = Math.cos(sum * m[i][0]);
            }
        }
        return sum;
    }
}
