package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
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

    /** It takes three rounds until the first of the locals is active. */
    @Differentiable
    static double activeInTheThirdRound(double x, @Domain(from = 0, to = 5) int n) {
        double a = 1;
        double b = 1;
        double c = 1;
        for (int i = 0; i < n; i++) {
            a = a * b;
            b = b + c * c;
            c = x * c;
        }
        return a;
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

    @Differentiable(order = 2)
    static double horner(double x) {
        double p = 0;
        for (int i = 5; i >= 0; i--) {
            p = p * x + i;
        }
        return p;
    }

    static double hornerExact(double x) {
        return 1 + x * (4 + x * (9 + x * (16 + x * 25)));
    }

    /** The iterations do not depend on each other. */
    @Differentiable(order = 2)
    static double independent(double x, double y) {
        double s = 0;
        for (int i = 1; i <= 10; i++) {
            s += Math.sin(i * x) / (i + y * y);
        }
        return s;
    }

    @Differentiable(order = 2)
    static double product(double x, double y) {
        double p = 1;
        for (int i = 1; i <= 6; i++) {
            p *= x / i + y;
        }
        return p;
    }

    @Differentiable
    static double largest(double x) {
        double m = -1e9;
        for (int i = 0; i < 12; i++) {
            m = Math.max(m, Math.sin(x * i + 1) * i);
        }
        return m;
    }

    @Differentiable
    static double fibonacci(double x, double y, @Domain(from = 0, to = 8) int n) {
        double a = x;
        double b = y;
        for (int i = 0; i < n; i++) {
            double t = a + b;
            a = b;
            b = t;
        }
        return a * b;
    }

    @Differentiable
    static double strides(double x) {
        double s = 0;
        for (int i = 1; i < 20; i += 3) {
            s = s * 0.5 + Math.sin(x * i);
        }
        for (int i = 20; i > 0; i -= 7) {
            s = Math.sin(s + i);
        }
        for (int i = 1; i <= 64; i *= 4) {
            s += i * x;
        }
        return s;
    }

    @Differentiable
    static double twoCounters(double x) {
        double s = 0;
        for (int i = 0, j = 10; i < j; i += 2, j--) {
            s += Math.pow(x * x + 1, i - j) * j * s + x;
        }
        return s;
    }

    @Differentiable
    static double counterChangedInside(double x, @Domain(from = 4, to = 9) int n) {
        double p = x;
        for (int i = 0; i < n; i++) {
            if (i % 3 == 1) {
                i++;
            }
            p = Math.cos(p * i);
        }
        return p;
    }

    /** The bound is changed while the loop runs. */
    @Differentiable
    static double boundChangedInside(double x, @Domain(from = 2, to = 6) int n) {
        double p = x;
        for (int i = 0; i < n; i++) {
            p = p * x + 1;
            if (i == 2) {
                n--;
            }
        }
        return p * n;
    }

    @Differentiable
    static double longCounter(double x, @Domain(from = 0, to = 4) long n) {
        double p = x;
        for (long i = 0; i < n; i++) {
            p = p * p - x * i;
        }
        return p;
    }

    @Differentiable
    static double byteCounter(double x, @Domain(from = 0, to = 4) byte n) {
        double p = x;
        for (byte i = 0; i < n; i++) {
            p = p * p - x * i;
        }
        return p;
    }

    /** The counter is a number with a fraction, and the last step is cut short. */
    @Differentiable
    static double floatingCounter(double x) {
        double s = 0;
        for (double t = 0; t < 1; t += 0.125) {
            s += Math.exp(-x * t) * s + t * x;
        }
        return s;
    }

    /** The counter is active. */
    @Differentiable
    static double activeCounter(@Domain(from = 0.3, to = 0.32) double step) {
        double s = 0;
        int rounds = 0;
        for (double t = step; t < 2 && rounds < 9; t += step, rounds++) {
            s += t * t * step;
        }
        return s;
    }

    @Differentiable
    static double innerCountVaries(double x, @Domain(from = 0, to = 4) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i * i % 3; j++) {
                s = Math.sin(s + j * x);
            }
            s *= x;
        }
        return s;
    }

    @Differentiable
    static double threeDeep(double x, double y) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            double row = x;
            for (int j = 0; j < 2; j++) {
                double cell = y;
                for (int k = 0; k < 3; k++) {
                    cell = cell * row + k;
                }
                row += 0.1 * cell;
            }
            s = s * 0.3 + row;
        }
        return s;
    }

    @Differentiable
    static double overArray(double x) {
        double[] weights = {0.5, -1, 2, 0.25};
        double s = 0;
        for (double w : weights) {
            s = s * x + w;
        }
        for (int i = 0; i < weights.length; i++) {
            s += weights[i] * x;
        }
        return s;
    }

    @Differentiable
    static double overList(double x) {
        double s = 1;
        for (Integer i : java.util.List.of(3, 1, 4, 1)) {
            if (i == 4) {
                continue;
            }
            s = s * x + i;
        }
        return s;
    }

    static double overListExact(double x) {
        return 3 * x * x + 6 * x + 1;
    }

    @Differentiable
    static double overText(double x, @Choices({"", "a", "bcd"}) String text) {
        double s = 0;
        for (char c : text.toCharArray()) {
            s = s * x + (c - 'a' + 1) * x;
        }
        return s;
    }

    @Differentiable
    static double temporaryReadLater(double x) {
        double last = 0;
        double s = 0;
        for (int i = 0; i < 5; i++) {
            double t = Math.sin(x * i);
            s += t * last;
            last = t;
        }
        return s * last;
    }

    @Differentiable
    static double emptyBody(double x, @Domain(from = 0, to = 4) int n) {
        int i;
        for (i = 0; i * i < n; i++) {
            ;
        }
        return x * i;
    }

    @Differentiable
    static double forgottenEveryRound(double x, @Domain(from = 0, to = 4) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            s = s * s;
            s = x + i;
            s *= x;
        }
        return s;
    }

    static double forgottenEveryRoundExact(double x, int n) {
        return n == 0 ? 1 : 2 * x + n - 1;
    }
}
