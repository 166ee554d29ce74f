package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;

/** Ways out of loops, blocks and methods. */
final class Exits {

    private Exits() {}

    @Differentiable(order = 2)
    static double leavesBlockFromLoop(double x, int n) {
        double y;
        search:
        {
            for (int i = 0; i < n; i++) {
                if (x > i * 0.5) {
                    y = x * i;
                    break search;
                }
            }
            y = x * x;
        }
        return y * x;
    }

    @Differentiable
    static double returnFromNestedLoops(double x) {
        double s = x;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                s = s * 0.9 + x * j;
                if (s > 3) {
                    return s * i;
                }
            }
            if (s < -3) {
                return s * s;
            }
        }
        return s;
    }

    @Differentiable
    static double breakInTheMiddle(double x) {
        double s = x;
        for (int i = 0; i < 6; i++) {
            s = s * x + 0.5;
            if (s > 2) {
                break;
            }
            s = Math.sin(s);
        }
        return s * x;
    }

    @Differentiable
    static double continueInTheMiddle(double x) {
        double s = x;
        for (int i = 0; i < 6; i++) {
            s = s * 0.7 + x;
            if (s > 1 && i % 2 == 0) {
                continue;
            }
            s = s * s * 0.3;
        }
        return s;
    }

    @Differentiable
    static double labelledBreak(double x) {
        double s = x;
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                s = s * 0.8 + 0.2 * x * j;
                if (s > 1) {
                    break outer;
                }
            }
            s += x * i;
        }
        return s * s;
    }

    @Differentiable
    static double labelledContinue(double x) {
        double s = x;
        outer:
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                s = s * 0.8 + 0.2 * x * j;
                if (s > 0.5) {
                    continue outer;
                }
            }
            s += x * i;
        }
        return s * s;
    }

    /** Every kind of jump out of one inner loop. */
    @Differentiable
    static double allJumps(double x, @Domain(from = 0, to = 6) int n, @Domain(from = 0, to = 6) int m) {
        double r = x;
        outer:
        for (int i = 0; i < n; i++) {
            inner:
            for (int j = 0; ; j++) {
                if (j == m) {
                    continue outer;
                } else if (j > 4) {
                    break inner;
                } else if (i * j == 12) {
                    break outer;
                } else if ((i + j) % 3 == 0) {
                    continue;
                } else if (r > 50) {
                    return r * x;
                }
                r = r * x * 0.5 + j;
            }
            r += x;
        }
        return r;
    }

    @Differentiable
    static double labelledBlock(double x) {
        double r = x * x;
        block:
        {
            if (r > 2) {
                break block;
            }
            r = r * x;
            if (x < 0) {
                break block;
            }
            r += 1;
        }
        return r * x;
    }

    @Differentiable
    static double returnFromSwitch(double x, @Domain(from = 0, to = 4) int n) {
        for (int i = 0; ; i++) {
            x = x * 0.5 + i;
            switch (i - n) {
                case 0:
                    return x * x;
                case 1:
                    continue;
                default:
                    if (x > 4) {
                        break;
                    }
                    x += 1;
            }
            x = x * 1.1;
        }
    }

    @Differentiable
    static double returnsOnly(double x) {
        if (x > 1) {
            return x;
        }
        if (x > 0) {
            return x * x;
        }
        if (x > -1) {
            return -x * x * x;
        }
        return 0;
    }

    /** The loop ends in its first iteration, whichever branch is taken. */
    @Differentiable
    static double alwaysLeftAtOnce(double x) {
        double r = x;
        while (r < 100) {
            r = r * x;
            if (r > 1) {
                return r;
            }
            break;
        }
        return r * 2;
    }

    @Differentiable
    static double thrown(double x, @Domain(from = -1, to = 3) int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n = " + n);
        }
        return x * n;
    }

    /** The message holds the active value. */
    @Differentiable
    static double thrownWithValue(double x) {
        if (!(x < 2)) {
            throw new ArithmeticException("too large: " + x);
        }
        return Math.sqrt(2 - x);
    }

    @Differentiable
    static double thrownInLoop(double x, @Domain(from = 0, to = 6) int n, Counter counter) {
        double r = x;
        for (int i = 0; i < n; i++) {
            counter.mark(i);
            r = r * 0.5 + x * i;
            if (r > 2.5) {
                throw new IllegalStateException("round " + i);
            }
        }
        return r;
    }

    /** Thrown by Java itself. */
    @Differentiable
    static double dividedByZero(double x, @Domain(from = -2, to = 2) int n) {
        double r = x * x;
        int q = 10 / n;
        return r * q + 7 % n;
    }

    @Differentiable
    static double missingBox(double x, @Domain(from = 0, to = 3) int n) {
        Integer k = n == 0 ? null : Integer.valueOf(n);
        double r = x * x;
        return r * k;
    }

    @Differentiable
    static double outOfBounds(double x, @Domain(from = 0, to = 4) int n) {
        double[] weights = {0.5, 2, 3};
        return weights[n] * x;
    }

    /** The bound is never reached, and no memory for that many iterations asked. */
    @Differentiable
    static double endsOutOfBounds(double x, @Domain(from = 0, to = 4) int n) {
        double[] weights = {0.5, 2, 3};
        double y = x;
        if (n > 2) {
            for (int i = 0; i < Integer.MAX_VALUE; i++) {
                y = Math.sin(y) * weights[i];
            }
        }
        return y * x;
    }

    @Differentiable
    static double caught(double x, @Choices({"1", "22", "", "x"}) String text) {
        int n;
        try {
            n = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            n = -text.length();
        }
        return x * x * n;
    }

    static double caughtExact(double x, String text) {
        return 2 * x * (text.equals("x") ? -1 : text.isEmpty() ? 0 : Integer.parseInt(text));
    }

    @Differentiable
    static double lastly(double x, @Domain(from = -2, to = 2) int n, Counter counter) {
        int q = 1;
        try {
            counter.mark(1);
            q = 6 / n;
            counter.mark(2);
        } catch (ArithmeticException e) {
            q = -7;
        } finally {
            counter.mark(q);
            q *= 2;
        }
        return x * x * q;
    }

    @Differentiable
    static double caughtInLoop(double x, @Domain(from = 0, to = 3) int n) {
        double r = x;
        for (int i = 0; i < 4; i++) {
            int k = 0;
            try {
                k = 12 / (i - n);
                if (k == 12) {
                    k = 5;
                }
            } catch (ArithmeticException e) {
                k = 1;
            }
            r = r * x * k * 0.1 + 1;
        }
        return r;
    }

    @Differentiable
    static double asserted(double x) {
        assert x < 1e300 : "large";
        double y = x * x;
        assert y >= 0;
        return y * x;
    }

    static double assertedExact(double x) {
        return 3 * x * x;
    }

    /** What is done on the way out of several loops reads what they declare, or does not. */
    @Differentiable
    static double doneOnTheWayOut(double x, double y) {
        double last = 1;
        outer:
        for (int i = 1; i < 5; i++) {
            double t = x * i;
            for (int j = 0; j < 3; j++) {
                y += 0.3 * t * Math.cos(y);
                last = y * x;
                if (y > 2) {
                    return last * y;
                }
                if (last > 1) {
                    last = t * last + j;
                    x = last * y;
                    break outer;
                }
                if (y < -1) {
                    x = Math.sin(y * last);
                    last = x;
                    continue outer;
                }
            }
            if (last < -2) {
                y = last * x;
                return y * t;
            }
        }
        return x * y * last;
    }

    /** The bound is never meant to be reached. */
    @Differentiable
    static double thrownBeforeBound(double x, @Domain(from = 0, to = 6) int n) {
        double s = 1;
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            if (i > n) {
                throw new IllegalStateException("beyond " + n);
            }
            s = s * x;
        }
        return s;
    }
}
