package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.NoDiff;
import dev.fluxion.processor.corpus.Domain;

/** Linear algebra out of textbooks. */
final class Linear {

    private Linear() {}

    /** A matrix with a dominant diagonal made of any. */
    private static double[][] dominant(double[][] m) {
        double[][] a = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            a[i] = m[i].clone();
            a[i][i] += 4 * m.length;
        }
        return a;
    }

    private static double[][] symmetric(double[][] m) {
        int n = m.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i][j] += m[i][k] * m[j][k];
                }
            }
            a[i][i] += n;
        }
        return a;
    }

    /** Decomposes in place, with partial pivoting; the sign of the permutation. */
    private static int decompose(double[][] a, int[] pivots) {
        int n = a.length;
        int sign = 1;
        for (int k = 0; k < n; k++) {
            int p = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[p][k])) {
                    p = i;
                }
            }
            pivots[k] = p;
            if (p != k) {
                double[] row = a[p];
                a[p] = a[k];
                a[k] = row;
                sign = -sign;
            }
            for (int i = k + 1; i < n; i++) {
                a[i][k] /= a[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= a[i][k] * a[k][j];
                }
            }
        }
        return sign;
    }

    /** LU decomposition with row interchanges. */
    @Differentiable
    static double determinant(double[][] m) {
        double[][] a = new double[m.length][];
        for (int i = 0; i < m.length; i++) {
            a[i] = m[i].clone();
        }
        double determinant = decompose(a, new int[m.length]);
        for (int i = 0; i < a.length; i++) {
            determinant *= a[i][i];
        }
        return determinant;
    }

    /** Forward and back substitution with what LU decomposition leaves. */
    @Differentiable
    static double[] solve(double[][] m, double[] b) {
        int n = m.length;
        double[][] a = dominant(m);
        int[] pivots = new int[n];
        decompose(a, pivots);
        double[] x = b.clone();
        for (int k = 0; k < n; k++) {
            double t = x[pivots[k]];
            x[pivots[k]] = x[k];
            x[k] = t;
            for (int i = k + 1; i < n; i++) {
                x[i] -= a[i][k] * t;
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    /** Cholesky decomposition in place, the lower triangle. */
    private static void cholesky(double[][] a) {
        for (int j = 0; j < a.length; j++) {
            for (int k = 0; k < j; k++) {
                a[j][j] -= a[j][k] * a[j][k];
            }
            if (a[j][j] <= 0) {
                throw new ArithmeticException("not positive definite");
            }
            a[j][j] = Math.sqrt(a[j][j]);
            for (int i = j + 1; i < a.length; i++) {
                for (int k = 0; k < j; k++) {
                    a[i][j] -= a[i][k] * a[j][k];
                }
                a[i][j] /= a[j][j];
            }
        }
    }

    /** The logarithm of a Gaussian density by Cholesky decomposition of its covariance. */
    @Differentiable
    static double logDensity(double[][] m, double[] x) {
        double[][] l = symmetric(m);
        cholesky(l);
        double sum = 0;
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double s = x[i];
            for (int k = 0; k < i; k++) {
                s -= l[i][k] * z[k];
            }
            z[i] = s / l[i][i];
            sum -= 0.5 * z[i] * z[i] + Math.log(l[i][i]) + 0.5 * Math.log(2 * Math.PI);
        }
        return sum;
    }

    /** Least squares by Householder reflections, in place. */
    @Differentiable
    static double leastSquares(double[][] m, double[] y) {
        int n = m.length;
        double[][] a = dominant(m);
        double[] b = y.clone();
        for (int k = 0; k < n; k++) {
            double norm = 0;
            for (int i = k; i < n; i++) {
                norm = Math.hypot(norm, a[i][k]);
            }
            if (norm == 0) {
                continue;
            }
            if (a[k][k] > 0) {
                norm = -norm;
            }
            double[] v = new double[n];
            for (int i = k; i < n; i++) {
                v[i] = a[i][k] / -norm;
            }
            v[k] += 1;
            for (int j = k; j < n; j++) {
                double s = 0;
                for (int i = k; i < n; i++) {
                    s += v[i] * a[i][j];
                }
                s /= v[k];
                for (int i = k; i < n; i++) {
                    a[i][j] -= s * v[i];
                }
            }
            double s = 0;
            for (int i = k; i < n; i++) {
                s += v[i] * b[i];
            }
            s /= v[k];
            for (int i = k; i < n; i++) {
                b[i] -= s * v[i];
            }
        }
        double norm = 0;
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                b[i] -= a[i][j] * b[j];
            }
            b[i] /= a[i][i];
            norm += b[i] * b[i];
        }
        return norm;
    }

    /** The Thomas algorithm, in place: the right side becomes the solution. */
    @Differentiable
    static void thomas(
            @Domain(from = -1, to = 1) double[] lower,
            @Domain(from = 4, to = 6) double[] diagonal,
            @Domain(from = -1, to = 1) double[] upper,
            double[] right) {
        int n = diagonal.length;
        for (int i = 1; i < n; i++) {
            double w = lower[i] / diagonal[i - 1];
            diagonal[i] -= w * upper[i - 1];
            right[i] -= w * right[i - 1];
        }
        for (int i = n - 1; i >= 0; i--) {
            if (i < n - 1) {
                right[i] -= upper[i] * right[i + 1];
            }
            right[i] /= diagonal[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] multiply(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = dot(a[i], x);
        }
        return y;
    }

    /** Conjugate gradients; as many steps as there are unknowns. */
    @Differentiable
    static double conjugateGradients(double[][] m, double[] b) {
        double[][] a = symmetric(m);
        double[] x = new double[b.length];
        double[] r = b.clone();
        double[] p = r.clone();
        double rr = dot(r, r);
        for (int k = 0; k < Math.min(2, b.length) && rr > 1e-20; k++) {
            double[] ap = multiply(a, p);
            double alpha = rr / dot(p, ap);
            for (int i = 0; i < x.length; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * ap[i];
            }
            double next = dot(r, r);
            for (int i = 0; i < p.length; i++) {
                p[i] = r[i] + next / rr * p[i];
            }
            rr = next;
        }
        return dot(x, x);
    }

    /** The largest eigenvalue by power iteration. */
    @Differentiable
    static double largestEigenvalue(double[][] m) {
        double[][] a = symmetric(m);
        double[] v = new double[a.length];
        java.util.Arrays.fill(v, 1);
        double lambda = 0;
        for (int k = 0; k < 8; k++) {
            double[] w = multiply(a, v);
            double norm = Math.sqrt(dot(w, w));
            lambda = dot(v, w) / dot(v, v);
            for (int i = 0; i < w.length; i++) {
                w[i] /= norm;
            }
            v = w;
        }
        return lambda;
    }

    /** PageRank with weights of links. */
    @Differentiable
    static double pageRank(@Domain(from = 0.1, to = 2) double[][] links, @Domain(from = 0.5, to = 0.9) double damping) {
        int n = links.length;
        double[] rank = new double[n];
        double[] next = new double[n];
        java.util.Arrays.fill(rank, 1.0 / n);
        for (int step = 0; step < 10; step++) {
            java.util.Arrays.fill(next, (1 - damping) / n);
            for (int from = 0; from < n; from++) {
                double total = 0;
                for (double weight : links[from]) {
                    total += weight;
                }
                for (int to = 0; to < n; to++) {
                    next[to] += damping * rank[from] * links[from][to] / total;
                }
            }
            double[] swap = rank;
            rank = next;
            next = swap;
        }
        double score = 0;
        for (int i = 0; i < n; i++) {
            score += (i + 1) * rank[i] * rank[i];
        }
        return score;
    }

    /** Gram and Schmidt: the coefficients of a vector in an orthonormal basis of the rows. */
    @Differentiable
    static double[] orthogonalised(double[][] m, @NoDiff double[] x) {
        double[][] q = dominant(m);
        double[] coefficients = new double[q.length];
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j < i; j++) {
                double along = dot(q[i], q[j]);
                for (int k = 0; k < q.length; k++) {
                    q[i][k] -= along * q[j][k];
                }
            }
            double norm = Math.sqrt(dot(q[i], q[i]));
            for (int k = 0; k < q.length; k++) {
                q[i][k] /= norm;
            }
            coefficients[i] = dot(q[i], x);
        }
        return coefficients;
    }
}
