package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Statements with effects, executed exactly as often as in the primal. */
final class Effects {

    private Effects() {}

    @Differentiable
    static double randomWeights(double x, Random random) {
        double s = 0;
        for (int i = 0; i < 5; i++) {
            s += random.nextDouble() * Math.exp(-x * i);
        }
        return s;
    }

    @Differentiable
    static double countedCalls(double x, @Domain(from = 0, to = 4) int n, Counter counter) {
        double s = x;
        while (counter.next() < n) {
            s *= x;
        }
        return s;
    }

    @Differentiable
    static double monteCarlo(double x, @Domain(from = 0.1, to = 1) double volatility, Random random) {
        double sum = 0;
        for (int path = 0; path < 8; path++) {
            double s = 1 + x * x;
            for (int step = 0; step < 3; step++) {
                s *= Math.exp(volatility * random.nextGaussian() * 0.5 - 0.1 * volatility * volatility);
            }
            sum += Math.max(s - 1, 0);
        }
        return sum / 8;
    }

    /** Draws decide the branch, and how many are drawn. */
    @Differentiable
    static double randomWalk(double x, Random random) {
        double s = x;
        for (int i = 0; i < 6; i++) {
            if (random.nextBoolean()) {
                s = Math.sin(s) + x;
            } else if (random.nextInt(4) > 1) {
                s = s * 0.5 * random.nextInt(3);
            }
        }
        return s;
    }

    @Differentiable
    static double rejection(double x, Random random) {
        double draw;
        do {
            draw = random.nextDouble();
        } while (draw > 0.7);
        double product = draw * x;
        while (random.nextDouble() < 0.6) {
            product *= x * random.nextDouble();
        }
        return product;
    }

    @Differentiable
    static double drawnTwiceInExpression(double x, Random random) {
        return x * random.nextDouble() - random.nextDouble() * x * x + (random.nextDouble() + x) * random.nextInt(5);
    }

    @Differentiable
    static double drawnForNothing(double x, Random random) {
        random.nextInt();
        double unused = random.nextDouble();
        random.nextGaussian();
        return x * x;
    }

    static double drawnForNothingExact(double x, Random random) {
        return 2 * x;
    }

    @Differentiable
    static double drawnInHelper(double x, Random random) {
        double a = noisy(x, random);
        return a * noisy(a * a, random);
    }

    private static double noisy(double x, Random random) {
        return x + random.nextDouble() * Math.cos(x);
    }

    @Differentiable
    static double drawnUntilReturn(double x, Random random) {
        for (int i = 1; ; i++) {
            x = x * 0.7 + random.nextDouble();
            if (x > 1.2 || i > 5) {
                return x * random.nextInt(4) * i;
            }
        }
    }

    @Differentiable
    static double markedStatements(double x, @Domain(from = 0, to = 3) int n, Counter counter) {
        counter.mark(1);
        double y = x * x;
        if (n > 1) {
            counter.mark(2);
            y *= x;
        }
        for (int i = 0; i < n; i++) {
            counter.mark(10 + i);
            y = y * 0.5 + counter.next();
        }
        counter.mark(3);
        return y;
    }

    @Differentiable
    static double inTernary(double x, boolean first, Counter counter) {
        double y = first ? counter.next() * x : (counter.next() + counter.next()) * x * x;
        return y + counter.next();
    }

    @Differentiable
    static double inSwitch(double x, @Domain(from = 0, to = 3) int n, Counter counter) {
        double y = switch (counter.next() + n) {
            case 0 -> x * counter.next();
            case 1 -> {
                counter.mark(4);
                yield x * x;
            }
            default -> -x * counter.next();
        };
        return y * counter.next();
    }

    @Differentiable
    static double inLoopHeader(double x, Counter counter) {
        double y = 1;
        for (int i = counter.next(); counter.next() < 6; i += counter.next()) {
            y = y * x + i;
        }
        return y;
    }

    /** What a loop counts from is asked for once. */
    @Differentiable
    static double countedFromAnEffect(double x, Counter counter) {
        double y = 1;
        for (int i = counter.next() + 1; i < 5; i++) {
            y = y * x + i;
            for (int j = counter.next(); j > 2; j--) {
                y = Math.sin(y) * x + j;
            }
        }
        return y;
    }

    @Differentiable
    static double collected(double x, @Domain(from = 0, to = 4) int n) {
        List<Integer> steps = new ArrayList<>();
        double y = x;
        for (int i = 0; i < n; i++) {
            steps.add(i * i);
            y = y * 0.5 + x * steps.size();
        }
        for (int step : steps) {
            y += step * x;
        }
        return y;
    }

    @Differentiable
    static double drained(double x) {
        Iterator<Integer> it = List.of(3, 1, 2, 5).iterator();
        double y = x;
        while (it.hasNext()) {
            int k = it.next();
            if (k == 1) {
                continue;
            }
            y = Math.sin(y) * k;
        }
        return y;
    }

    /** Thrown in the middle of what it does. */
    @Differentiable
    static double thrownBetweenEffects(double x, @Domain(from = 0, to = 5) int n, Counter counter, Random random) {
        double y = x;
        for (int i = 0; i < n; i++) {
            y = y * random.nextDouble();
            counter.mark(i);
            if (i == 3) {
                throw new IllegalStateException("draw " + random.nextInt(10));
            }
        }
        return y;
    }
}
