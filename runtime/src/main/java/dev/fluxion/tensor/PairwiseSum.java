package dev.fluxion.tensor;

/**
 * Summation by halves, whose error grows with the logarithm of the count (Higham, <i>Accuracy and Stability of Numerical
 * Algorithms</i>, 2nd ed., section 4.2).
 */
final class PairwiseSum {

    private static final int BLOCK = 128;

    private PairwiseSum() {}

    static double of(double[] values, int at, int step, int count) {
        if (count <= BLOCK) {
            return block(values, at, step, count);
        }
        int half = count / 2 / BLOCK * BLOCK + (count / 2 < BLOCK ? count / 2 : 0);
        return of(values, at, step, half) + of(values, at + half * step, step, count - half);
    }

    /** Four sums at once, so that one addition need not wait for the other. */
    private static double block(double[] values, int at, int step, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (int p = at; i + 3 < count; i += 4, p += 4 * step) {
            a += values[p];
            b += values[p + step];
            c += values[p + 2 * step];
            d += values[p + 3 * step];
        }
        double sum = (a + b) + (c + d);
        for (; i < count; i++) {
            sum += values[at + i * step];
        }
        return sum;
    }
}
