package dev.fluxion.tensor;

/** The product of two matrices in row-major order. */
final class MatrixKernel {

    /** So many rows of the second factor stay in the cache while the first's rows pass by. */
    private static final int DEPTH = 256;

    private MatrixKernel() {}

    /** Adds the product of the m × k matrix at {@code a} and the k × n matrix at {@code b} to the m × n one at {@code c}. */
    static void multiply(double[] a, int atA, double[] b, int atB, double[] c, int atC, int m, int k, int n) {
        for (int from = 0; from < k; from += DEPTH) {
            int to = Math.min(k, from + DEPTH);
            for (int i = 0; i < m; i++) {
                row(a, atA + i * k, b, atB, c, atC + i * n, from, to, n);
            }
        }
    }

    private static void row(double[] a, int atA, double[] b, int atB, double[] c, int atC, int from, int to, int n) {
        int p = from;
        for (; p + 3 < to; p += 4) {
            int at = atB + p * n;
            fourTerms(a[atA + p], a[atA + p + 1], a[atA + p + 2], a[atA + p + 3], b, at, c, atC, n);
        }
        for (; p < to; p++) {
            double factor = a[atA + p];
            int at = atB + p * n;
            for (int j = 0; j < n; j++) {
                c[atC + j] += factor * b[at + j];
            }
        }
    }

    private static void fourTerms(
            double p, double q, double r, double s, double[] b, int at, double[] c, int atC, int n) {
        int second = at + n;
        int third = second + n;
        int fourth = third + n;
        for (int j = 0; j < n; j++) {
            c[atC + j] += p * b[at + j] + q * b[second + j] + (r * b[third + j] + s * b[fourth + j]);
        }
    }
}
