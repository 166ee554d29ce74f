package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Counted loops. */
final class Loops {

    private Loops() {}

    @Differentiable(order = 2)
    static double power(double x, @Domain(from = 0, to = 6) int n) {
        double p = 1;
        for (int i = 0; i < n; i++) {
            p *= x;
        }
        return p;
    }

    static double powerExact(double x, int n) {
        return n == 0 ? 0 : n * Math.pow(x, n - 1);
    }

    /** The loop is never entered for n below 1. */
    @Differentiable
    static double perhapsNeverEntered(double x, @Domain(from = -2, to = 2) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = s * x + i;
        }
        return s;
    }

    /** The local turns active in the second round only. */
    @Differentiable
    static double activeInTheSecondRound(double x, @Domain(from = 0, to = 5) int n) {
        double a = 1;
        double b = 2;
        for (int i = 0; i < n; i++) {
            double next = a * b;
            a = b;
            b = x * next + 1;
        }
        return a * b;
    }

    /** The counter is read after a loop that an early return may have skipped. */
    @Differentiable
    static double counterAfterAnEarlyReturn(double x, @Domain(from = 0, to = 5) int n) {
        if (x < 0) {
            return x * x * x;
        }
        int i = 0;
        double s = 1;
        for (; i < n; i++) {
            s *= x;
        }
        return s + i * x;
    }

    @Differentiable
    static double nested(double x, double y) {
        double s = 0;
        for (int i = 1; i <= 3; i++) {
            for (int j = i; j <= 4; j++) {
                s += x * i - y * j * s;
            }
        }
        return s;
    }
}
