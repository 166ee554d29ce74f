package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.util.Iterator;
import java.util.List;

/** Loops whose number of iterations is not known when they are entered. */
final class OpenLoops {

    private OpenLoops() {}

    @Differentiable(order = 2)
    @Domain(from = 0.5, to = 9)
    static double root(double a) {
        if (!(a > 1e-9 && a < 1e9)) {
            return 0;
        }
        double x = a > 1 ? a : 1;
        while (Math.abs(x * x - a) > 1e-12 * a) {
            x = 0.5 * (x + a / x);
        }
        return x;
    }

    @Differentiable
    static double atLeastOnce(double x) {
        double y = x;
        int i = 0;
        do {
            y = Math.sin(y) + x;
            i++;
        } while (y > 0.3 && i < 7);
        return y * i;
    }

    @Differentiable
    static double endless(double x) {
        double y = x;
        for (; ; ) {
            y = y * 0.5 - 0.1 * x;
            if (!(y >= 0.4 && y < 1e9)) {
                return y * y;
            }
        }
    }

    @Differentiable
    static double endlessWhile(double x) {
        double y = x;
        int i = 0;
        while (true) {
            y = y * y - x;
            if (++i > 4) {
                break;
            }
            y = Math.cos(y);
        }
        return y;
    }

    @Differentiable
    static double conditionWithCounter(double x) {
        double y = 1;
        int i = 6;
        while (--i > 0) {
            y = y * x + i;
        }
        return y;
    }

    @Differentiable
    static double collatz(double x, @Domain(from = 1, to = 12) int n) {
        double y = x;
        while (n != 1) {
            if (n % 2 == 0) {
                n /= 2;
                y = y * x * 0.5;
            } else {
                n = 3 * n + 1;
                y = y + x;
            }
        }
        return y;
    }

    @Differentiable
    static double nestedOpen(double x) {
        double y = x * x + 1;
        double s = 0;
        while (y > 0.5 && y < 1e9) {
            double z = y;
            do {
                z = z * 0.6;
                s += z * x;
            } while (z > 1);
            y = y * 0.5;
        }
        return s;
    }

    @Differentiable
    static double openInsideCounted(double x) {
        double s = 0;
        for (int i = 1; i < 5; i++) {
            double y = i * x;
            while (y * y > 1 && y * y < 1e9) {
                y = y * 0.5;
                s += y * y;
            }
            s = s * 0.9 + y;
        }
        return s;
    }

    @Differentiable
    static double countedInsideOpen(double x) {
        double y = x * x + 2;
        while (y > 1 && y < 1e9) {
            double p = 1;
            for (int i = 0; i < 3; i++) {
                p = p * 0.7 + 0.01 * y;
            }
            y = y * p;
        }
        return y;
    }

    @Differentiable
    static double doWithContinue(double x) {
        double y = x;
        int i = 0;
        do {
            i++;
            if (i % 2 == 0) {
                continue;
            }
            y = Math.sin(y * i);
        } while (i < 6);
        return y;
    }

    @Differentiable
    static double impureCondition(double x, Counter counter) {
        double y = x;
        while (counter.next() < 5) {
            y = y * x - 0.5;
        }
        return y;
    }

    @Differentiable
    static double iterator(double x) {
        Iterator<Integer> it = List.of(2, 7, 1).iterator();
        double y = x;
        while (it.hasNext()) {
            y = Math.sin(y * it.next());
        }
        return y;
    }

    @Differentiable
    static double twoLoopsInARow(double x) {
        double y = x;
        while (y * y > 0.5 && y * y < 1e9) {
            y *= 0.8;
        }
        double z = y;
        while (z * z < 4) {
            z = z * 1.5 + 0.3 + 0.01 * y;
        }
        return y * z;
    }

    /** A branch of a round makes the local active, another forgets it. */
    @Differentiable
    static double activeByTurns(double x, @Domain(from = 0, to = 6) int n) {
        double a = 1;
        double s = 0;
        int i = 0;
        while (i < n) {
            if (i % 3 == 0) {
                a = a * x;
            } else if (i % 3 == 1) {
                s += a * a;
            } else {
                a = 2;
            }
            i++;
        }
        return s + a;
    }
}
