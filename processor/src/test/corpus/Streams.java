package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Pipelines over active numbers. */
final class Streams {

    private Streams() {}

    /** Ten tenths are one in a stream, and less in a loop. */
    @Differentiable(order = 2)
    static double compensatedSum(double x) {
        return IntStream.range(0, 10).mapToDouble(i -> x * 0.1).sum() + DoubleStream.of(x, 1e3, -1e3, x * 3).sum();
    }

    static double compensatedSumExact(double x) {
        return 5;
    }

    @Differentiable(order = 2)
    static double mapped(double x, @Domain(from = 0, to = 6) int n) {
        return IntStream.rangeClosed(1, n)
                .mapToDouble(i -> Math.sin(i * x))
                .map(v -> v * v + x)
                .sum();
    }

    @Differentiable
    static double filtered(double x, double y) {
        return DoubleStream.of(x, y, x * y, x - y)
                .filter(v -> v > 0)
                .map(v -> v * Math.log(v + 1))
                .sum();
    }

    @Differentiable
    static double laziness(double x, Counter counter) {
        return DoubleStream.of(x, 2 * x, 3 * x, 4 * x)
                .peek(v -> counter.mark(1))
                .filter(v -> v < 5)
                .peek(v -> counter.mark(2))
                .map(v -> v * v)
                .peek(v -> counter.mark(3))
                .limit(2)
                .sum();
    }

    @Differentiable(order = 2)
    static double largestAndSmallest(double x, double y) {
        double largest = DoubleStream.of(x, y, x * y).max().getAsDouble();
        double smallest = DoubleStream.of(x * x, y + 1, x).min().orElse(7);
        return largest * smallest;
    }

    @Differentiable
    static double noneLeft(double x) {
        double other = x * x;
        return DoubleStream.of(x, -x).filter(v -> v > 1).max().orElse(other) * x;
    }

    @Differentiable
    static double noValue(double x) {
        return DoubleStream.of(x).filter(v -> v > 0).average().getAsDouble() * x;
    }

    @Differentiable(order = 2)
    static double mean(double x, @Domain(from = 1, to = 5) int n) {
        OptionalDouble mean = IntStream.range(0, n).mapToDouble(i -> Math.exp(x / (i + 2))).average();
        return mean.isPresent() ? mean.getAsDouble() * x : 0;
    }

    @Differentiable
    static double reduced(double x, double y) {
        double product = DoubleStream.of(x, y, 2).reduce(y, (a, b) -> a * b);
        OptionalDouble folded = DoubleStream.of(y, x, x).reduce((a, b) -> Math.sin(a) + b);
        return product + folded.orElseThrow();
    }

    @Differentiable
    static double statistics(double x, double y) {
        DoubleSummaryStatistics s = DoubleStream.of(x, y, x * y, 0.5).summaryStatistics();
        return s.getMax() * s.getAverage() - s.getMin() / s.getCount() + s.getSum();
    }

    @Differentiable
    static double iterated(double x, @Domain(from = 0, to = 6) int n) {
        return DoubleStream.iterate(x, v -> Math.cos(v) * x).limit(n).sum();
    }

    @Differentiable
    static double iteratedWhile(double x) {
        return DoubleStream.iterate(x, v -> Math.abs(v) < 4, v -> v * 1.5 + x + 0.1)
                .takeWhile(v -> v < 3)
                .map(v -> v * x)
                .sum();
    }

    @Differentiable
    static double skippedAndDropped(double x, @Domain(from = -1, to = 4) int n) {
        return IntStream.range(0, 8)
                .mapToDouble(i -> Math.sin(x + i))
                .skip(n)
                .dropWhile(v -> v < 0)
                .limit(5)
                .sum();
    }

    @Differentiable
    static double generated(double x, Counter counter) {
        return DoubleStream.generate(() -> counter.next() * x).limit(4).map(Math::sin).sum();
    }

    @Differentiable
    static double sorted(double x, double y) {
        double[] s = DoubleStream.of(x, y, x * y).sorted().toArray();
        return s[0] * s[1] * s[1] + s[2];
    }

    @Differentiable
    static double kept(double x) {
        double[] y = IntStream.range(0, 6)
                .mapToDouble(i -> x * i - 2)
                .filter(v -> v > 0)
                .toArray();
        double s = 0;
        for (double v : y) {
            s = s * x + v;
        }
        return s;
    }

    @Differentiable
    static double conditions(double x, double y) {
        boolean any = DoubleStream.of(x, y).anyMatch(v -> v * v > 4);
        boolean all = DoubleStream.of(x, y).allMatch(v -> v > -1);
        boolean none = IntStream.range(0, 3).noneMatch(i -> x * i > 2);
        return (any ? x * x : y) + (all ? x : y * y) + (none ? x * y : 1);
    }

    @Differentiable
    static double nested(double x) {
        return IntStream.range(0, 3)
                .mapToDouble(i -> IntStream.rangeClosed(0, i)
                        .mapToDouble(j -> Math.sin(x * (i + j)))
                        .sum())
                .map(v -> v * v)
                .sum();
    }

    private static double square(double v) {
        return v * v * v;
    }

    @Differentiable(order = 2)
    static double references(double x, double y) {
        double first = DoubleStream.of(x, y).map(Streams::square).findFirst().getAsDouble();
        return DoubleStream.of(x, y).map(Streams::square).map(Math::sin).sum() * first;
    }

    @Differentiable
    static double throwsInside(double x) {
        try {
            return DoubleStream.of(x, x * x)
                    .map(v -> {
                        if (v < 0) {
                            throw new IllegalArgumentException("negative");
                        }
                        return Math.sqrt(v + 1);
                    })
                    .sum();
        } catch (IllegalArgumentException e) {
            return x * x;
        }
    }
}
