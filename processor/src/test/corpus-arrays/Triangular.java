package corpus;

import dev.fluxion.Differentiable;

/** Loops that leave behind what later iterations only read: eliminations and substitutions. */
final class Triangular {

    private Triangular() {}

    private static double safe(double pivot) {
        return 2 + pivot * pivot;
    }

    @Differentiable(order = 2)
    static double eliminatesACopy(double[][] m) {
        int n = Math.min(m.length, m[0].length);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = m[i][j % m[i].length];
            }
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double[] pivot = a[k];
            sum += Math.log(safe(pivot[k]));
            for (int i = k + 1; i < n; i++) {
                double[] row = a[i];
                double factor = row[k] / safe(pivot[k]);
                row[k] = factor;
                for (int j = k + 1; j < n; j++) {
                    row[j] -= factor * pivot[j];
                }
            }
        }
        return sum;
    }

    @Differentiable
    static void eliminatesInPlace(double[][] a) {
        for (int k = 0; k < a.length; k++) {
            for (int i = k + 1; i < a.length; i++) {
                double factor = a[i][0] / safe(a[k][0]);
                for (int j = 0; j < a[i].length && j < a[k].length; j++) {
                    a[i][j] -= factor * a[k][j] * a[k][0];
                }
            }
        }
    }

    @Differentiable
    static double eliminatesClones(double[][] m, double x) {
        double[][] a = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            double[] row = m[i].clone();
            a[i] = row;
        }
        double sum = x;
        for (int k = 0; k < a.length; k++) {
            double[] pivot = a[k];
            for (int i = k + 1; i < a.length; i++) {
                double[] row = a[i];
                for (int j = 0; j < row.length && j < pivot.length; j++) {
                    row[j] = row[j] * pivot[j] * x;
                }
                sum += row[0];
            }
        }
        return sum;
    }

    @Differentiable
    static double rowsThatAreShared(double[][] m, double x) {
        double[][] a = new double[3][];
        double[] row = m[0].clone();
        for (int i = 0; i < a.length; i++) {
            a[i] = row;
        }
        double sum = x;
        for (int k = 0; k < a.length; k++) {
            double[] pivot = a[k];
            for (int i = k + 1; i < a.length; i++) {
                double[] other = a[i];
                for (int j = 0; j < other.length; j++) {
                    other[j] = Math.sin(other[j] * pivot[j] * x);
                }
                sum += other[0] * pivot[0];
            }
        }
        return sum;
    }

    @Differentiable
    static double rowsThatAreSwapped(double[][] m, double x) {
        double[][] a = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            a[i] = m[i].clone();
        }
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double[] swapped = a[k];
            a[k] = a[a.length - 1];
            a[a.length - 1] = swapped;
            double[] pivot = a[k];
            for (int i = k + 1; i < a.length; i++) {
                double[] row = a[i];
                row[0] = row[0] * pivot[0] * x + pivot[0] * pivot[0];
                sum += row[0];
            }
        }
        return sum;
    }

    @Differentiable
    static double rowsBefore(double[][] m, double x) {
        double[][] a = new double[3][2];
        for (int i = 0; i < 3; i++) {
            a[i][0] = m[i % m.length][0] + i;
            a[i][1] = x;
        }
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            double[] pivot = a[k];
            sum += pivot[0] * pivot[1];
            for (int i = 0; i < k; i++) {
                double[] row = a[i];
                row[0] = Math.cos(row[0] * pivot[0]) * x;
                pivot[1] = row[0] * pivot[1] * pivot[1];
            }
        }
        for (int k = a.length - 1; k >= 0; k--) {
            for (int i = k - 1; i >= 0; i--) {
                a[i][0] -= a[k][0] * a[k][1] * a[k][0];
                sum += a[i][0];
            }
        }
        return sum;
    }

    @Differentiable(order = 2)
    static void substitutesForwards(double[] x, double[] l) {
        for (int k = 0; k < x.length; k++) {
            for (int i = k + 1; i < x.length; i++) {
                x[i] -= x[k] * l[(i + k) % l.length] * x[k];
            }
        }
    }

    @Differentiable
    static void substitutesBackwards(double[] x, double[] u) {
        for (int k = x.length - 1; k >= 0; k--) {
            x[k] = x[k] / safe(u[k % u.length]);
            for (int i = k - 1; i >= 0; i--) {
                x[i] -= x[k] * u[i % u.length] * x[k];
            }
        }
    }

    @Differentiable
    static void readsWhatIsNotDone(double[] x) {
        for (int k = 0; k < x.length; k++) {
            for (int i = k; i < x.length; i++) {
                x[i] += x[k] * x[k] * 0.1;
            }
        }
    }

    @Differentiable
    static double inRounds(double[] x) {
        double[] a = x.clone();
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < a.length; k++) {
                for (int i = k + 1; i < a.length; i++) {
                    a[i] -= a[k] * a[k] * 0.1;
                }
            }
        }
        return a[a.length - 1] * a[0];
    }

    @Differentiable
    static double throughTwoNames(double[][] m, double x) {
        double[][] a = new double[2][2];
        double[][] b = x > 0 ? a : new double[2][2];
        a[0][0] = m[0][0];
        a[1][0] = x;
        double sum = 0;
        for (int k = 0; k < 2; k++) {
            double[] pivot = a[k];
            for (int i = k + 1; i < 2; i++) {
                double[] row = b[i];
                row[0] = row[0] + pivot[0] * pivot[0] * x;
                a[0][0] = row[0] * pivot[0];
            }
            sum += pivot[0] * pivot[0];
        }
        return sum;
    }
}
