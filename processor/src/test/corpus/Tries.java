package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Choices;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Active code in try and synchronized statements, which exceptions leave wherever they may. */
final class Tries {

    private Tries() {}

    private static double roots(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("negative: " + x);
        }
        double s = x;
        for (int i = 1; i < 4; i++) {
            s = Math.sqrt(s + i) * x;
        }
        return s;
    }

    private static double twoRoots(double x, double y) {
        return roots(x) * roots(y) + y;
    }

    @Differentiable(order = 2)
    static double caughtBetween(double x, double y) {
        double r = x * y;
        try {
            r += roots(x);
            r *= y;
            r += twoRoots(y, x) * x;
        } catch (IllegalArgumentException e) {
            r = r * r + x;
        }
        return r * Math.sin(y);
    }

    @Differentiable(order = 2)
    static double valueOrNaN(double x) {
        try {
            return roots(x) * x;
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    static double valueOrNaNExact(double x) {
        if (x < 0) {
            return 0;
        }
        double a = Math.sqrt(x + 1);
        double b = Math.sqrt(a * x + 2);
        double c = Math.sqrt(b * x + 3);
        double da = 0.5 / a;
        double db = (da * x + a) * 0.5 / b;
        double dc = (db * x + b) * 0.5 / c;
        return 2 * x * c + x * x * dc;
    }

    @Differentiable(order = 2)
    static double inLoops(double x, @Domain(from = 0, to = 4) int n) {
        double s = 0.5;
        int[] limits = {3, 2, 4};
        for (int k = 0; k < n; k++) {
            try {
                for (int i = 0; i < 5; i++) {
                    s = s * x * 0.5 + Math.sin(s + i);
                    if (i == limits[k]) {
                        s += roots(-x);
                    }
                    s *= 1.1;
                }
            } catch (IllegalArgumentException e) {
                s += x;
            } catch (ArrayIndexOutOfBoundsException e) {
                s -= x * s;
            } finally {
                s *= x;
            }
        }
        return s;
    }

    @Differentiable(order = 2)
    static double jumpsThroughFinally(double x, @Domain(from = 0, to = 7) int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            try {
                y *= x;
                if (i == 2) {
                    continue;
                }
                if (i == 5) {
                    break;
                }
                if (y > 20) {
                    return y * x;
                }
                y += Math.sin(x) * i;
            } finally {
                y = y * 0.5 + x;
            }
        }
        return y;
    }

    @Differentiable(order = 2)
    static double jumpInFinally(double x, @Domain(from = 0, to = 6) int n) {
        double y = x;
        for (int i = 0; i < n; i++) {
            try {
                y = y * x * 0.3 + 8 / (n - i - 2);
                try {
                    y *= x;
                    if (y > 3) {
                        throw new IllegalStateException();
                    }
                    y += 1;
                } finally {
                    y *= 2;
                    if (i == 1) {
                        continue;
                    }
                }
                y -= x;
            } catch (ArithmeticException | IllegalStateException e) {
                y = Math.cos(y);
            }
        }
        return y;
    }

    @Differentiable
    static double returnInFinally(double x, boolean early) {
        double y = x * x;
        try {
            if (early) {
                return y * roots(x);
            }
            y *= roots(-x);
        } finally {
            if (y > 2) {
                return y + x;
            }
            y *= x;
        }
        return y;
    }

    @Differentiable
    static double valueBeforeFinally(double x, Counter counter) {
        try {
            counter.mark(1);
            return x * x;
        } finally {
            counter.mark(2);
            x = 17 * x;
        }
    }

    @Differentiable
    static double thrownOn(double x, Counter counter) throws IOException {
        double y = x;
        try {
            y = roots(x) * y;
            counter.mark(1);
        } catch (IllegalArgumentException e) {
            counter.mark(2);
            y = y * y;
            if (x < -1) {
                throw new IOException("far off", e);
            }
        } finally {
            counter.mark(3);
        }
        return y * x;
    }

    @Differentiable(order = 2)
    static double alwaysThrownOn(double x, double y) {
        double r = y;
        try {
            for (int i = 0; i < 3; i++) {
                r = Math.sin(r) * roots(x + 2.5);
                if (r > 2) {
                    return r;
                }
            }
        } catch (IllegalArgumentException e) {
            r = 0;
            throw new ArithmeticException(e.getMessage());
        } finally {
            r = r * x;
        }
        return r + y;
    }

    @Differentiable
    static double thrownInCatch(double x, Counter counter) {
        double y = x;
        try {
            try {
                y += roots(x);
            } catch (IllegalArgumentException e) {
                y *= x;
                counter.mark(1);
                y += roots(x + 1);
                counter.mark(2);
            } finally {
                y = Math.sin(y);
                counter.mark(3);
            }
            y *= x;
        } catch (IllegalArgumentException e) {
            counter.mark(4);
            y -= x * x;
        }
        return y;
    }

    record Door(Counter counter, int number, boolean fails) implements AutoCloseable {
        Door {
            counter.mark(number);
            if (number == 3) {
                throw new IllegalStateException("locked");
            }
        }

        @Override
        public void close() {
            counter.mark(-number);
            if (fails) {
                throw new IllegalStateException("stuck");
            }
        }
    }

    private static Door open(Counter counter, int number, boolean fails) {
        return number == 0 ? null : new Door(counter, number, fails);
    }

    @Differentiable
    static double resources(double x, @Domain(from = 0, to = 4) int n, Counter counter) {
        double y = x;
        try (Door first = open(counter, n, x > 1);
                Door second = open(counter, n + 1, x < -2)) {
            y *= first == null ? x : x + second.number();
            y += roots(x) / 4;
            if (y > 4) {
                return y * x;
            }
            y = Math.sin(y);
        } catch (IllegalStateException e) {
            y = y * y + e.getSuppressed().length;
        } catch (IllegalArgumentException e) {
            y -= x * e.getSuppressed().length;
        } finally {
            y *= 0.5;
        }
        return y;
    }

    @Differentiable
    static double resourcesWithoutCatch(double x, Counter counter) {
        double y = x;
        for (int i = 4; i < 7; i++) {
            try (Door door = open(counter, i, x > 2 && i == 6)) {
                if (y < -2) {
                    break;
                }
                double z = y * x + door.number();
                y = z * z - x;
            }
        }
        return y * x;
    }

    private static final Object LOCK = new Object();

    @Differentiable(order = 2)
    static double locked(double x, double y) {
        synchronized (LOCK) {
            if (x > y) {
                return x * y;
            }
            double z = Math.exp(x * 0.5);
            for (int i = 0; i < 3; i++) {
                z = z * y * 0.5 + z * z * 0.1;
            }
            x = z * y * z;
        }
        return x * x;
    }

    @Differentiable
    static double lockedInTry(double x, @Domain(from = 0, to = 3) int n) {
        double y = x;
        Object lock = n == 0 ? null : LOCK;
        for (int i = 0; i < 4; i++) {
            try {
                synchronized (lock) {
                    y = y * x * 0.5;
                    if (i == n) {
                        continue;
                    }
                    y += roots(y + i - 0.5);
                }
                y *= 0.7;
            } catch (NullPointerException | IllegalArgumentException e) {
                y = Math.cos(y) + x;
            }
        }
        return y;
    }

    @Differentiable(order = 2)
    static double retried(double x) {
        double shift = 0;
        while (true) {
            try {
                return roots(x + shift) * (shift + x);
            } catch (IllegalArgumentException e) {
                shift = shift * 1.5 + 1;
            }
        }
    }

    @Differentiable
    static double parsed(double x, @Choices({"1.5", "x", "-2", ""}) String text) {
        double y = x;
        try {
            double factor = Double.parseDouble(text);
            y *= factor;
            y += x * Integer.parseInt(text);
        } catch (NumberFormatException e) {
            y = y * x;
        }
        return y;
    }

    private static double loaded(double x) throws IOException, InterruptedException {
        if (x < -2) {
            throw new IOException("far off");
        } else if (x < -1) {
            throw new InterruptedException("off");
        }
        return x * roots(x);
    }

    @Differentiable
    static double thrownOnUnannounced(double x, boolean again) throws IOException {
        double y = x;
        try {
            y *= x;
            y += x > -1 ? roots(x) : loaded(x - 2);
        } catch (IllegalArgumentException | IOException e) {
            if (again) {
                throw e;
            }
            y *= y;
        } catch (Exception e) {
            y = 1;
        }
        return y * x;
    }

    @Differentiable
    static double conditionThrows(double x, @Domain(from = -1, to = 5) int n) {
        int[] steps = {1, 2, 0, 3};
        double y = 1;
        try {
            while (steps[n] < 3) {
                y = y * x + Math.sin(y);
                n += 6 / steps[n] - 2;
                y *= 0.9;
            }
            do {
                y -= x * y * 0.1;
                n++;
            } while (12 / (n - 5) > 1);
            y += steps[n % 4] > 1 ? x : y;
        } catch (ArithmeticException e) {
            y = y * y;
        } catch (ArrayIndexOutOfBoundsException e) {
            y += x;
        }
        return y;
    }

    enum Shape {
        LINE,
        CURVE
    }

    @Differentiable
    static double nullSelector(double x, @Domain(from = 0, to = 2) int n) {
        Shape shape = n == 2 ? null : Shape.values()[n];
        double y = x;
        try {
            y *= 2;
            switch (shape) {
                case LINE -> y += x;
                case CURVE -> y *= x;
            }
            y = Math.sin(y);
        } catch (NullPointerException e) {
            y *= x * x;
        }
        return y;
    }

    private static double depth(double x, int n) {
        if (n == 0) {
            return roots(x);
        }
        double inner;
        try {
            inner = depth(x * 0.5 - 0.2, n - 1) * x;
        } catch (IllegalArgumentException e) {
            inner = depth(-x, n - 1) + x * x;
        }
        return Math.sin(inner) + x;
    }

    @Differentiable(order = 2)
    static double recursive(double x, @Domain(from = 0, to = 4) int n) {
        return depth(x, n) * x;
    }

    @Differentiable
    static double inHelperOfTwo(double x, double y) {
        double s = 0;
        for (int i = 0; i < 3; i++) {
            try {
                s += twoRoots(x + i, y * s + 1) * x;
            } catch (IllegalArgumentException e) {
                s = s * y - x;
            }
        }
        return s;
    }

    @Differentiable
    static double nullThrown(double x, boolean present) {
        double y = x;
        try {
            y *= y;
            RuntimeException e = present ? new IllegalStateException() : null;
            if (x > 0) {
                throw e;
            }
            y += x;
        } catch (IllegalStateException e) {
            y = Math.exp(-y);
        } catch (NullPointerException e) {
            y = Math.sin(y);
        }
        return y;
    }

    @Differentiable
    static double asserted(double x) {
        double y = x * x;
        List<String> log = new ArrayList<>();
        try {
            assert y >= 0 : "negative";
            log.add("square");
            y *= roots(x + 2);
            log.add("roots of " + log.size());
        } catch (IllegalArgumentException e) {
            log.add(e.getClass().getSimpleName());
        }
        return y * log.size();
    }

    @Differentiable
    static double assignedByTheHandler(double x) {
        double t;
        try {
            t = roots(x);
        } catch (IllegalArgumentException e) {
            t = 4 * x;
        }
        return t * x;
    }

    @Differentiable
    static double assignedWhereTheLoopEnds(double x) {
        double v;
        while (true) {
            try {
                v = roots(x);
                break;
            } catch (IllegalArgumentException e) {
                x = Math.max(x, -9) * 0.7 + 0.1;
            }
        }
        return v * x;
    }

    @Differentiable
    static double assignedInALambda(double x) {
        DoubleUnaryOperator f = t -> {
            double r;
            try {
                r = roots(t) * t;
            } catch (IllegalArgumentException e) {
                r = t * t * t;
            }
            return r;
        };
        return f.applyAsDouble(x) * f.applyAsDouble(2 * x);
    }

    @Differentiable
    static double assignedBeforeTheLastBlock(double x) {
        double v;
        do {
            try {
                v = x * x;
                break;
            } finally {
                x = x * 3;
            }
        } while (true);
        return x + v;
    }
}
