package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
import java.io.Closeable;
import java.io.IOException;

/** {@code try}, with resources and without, and {@code synchronized}, around inactive code. */
final class Resources {

    private Resources() {}

    static final class Resource implements AutoCloseable {
        final int mark;
        private final Counter counter;

        Resource(int mark, Counter counter) {
            if (mark == 3) {
                throw new IllegalStateException("no resource " + mark);
            }
            this.mark = mark;
            this.counter = counter;
            counter.mark(mark);
        }

        Resource next() {
            return new Resource(mark + 1, counter);
        }

        @Override
        public void close() {
            counter.mark(-mark);
            if (mark == 4) {
                throw new IllegalArgumentException("not closed " + mark);
            }
        }
    }

    /** What an initialiser does besides comes in its place, between the resource before and what is thrown. */
    @Differentiable
    static double initialisers(double x, @Domain(from = -2, to = 4) int n, Counter counter) {
        int k = n;
        int suppressed = 0;
        try (Resource a = new Resource(k++, counter);
                Resource b = new Resource(k++ + counter.next(), counter);
                Resource c = k > 3 ? b.next() : null;
                Resource d = a.next()) {
            counter.mark(d.mark * k);
            if (n == 1) {
                throw new IllegalStateException("body");
            }
        } catch (IllegalStateException e) {
            suppressed = e.getSuppressed().length + 1;
        } finally {
            counter.mark(k);
        }
        return x * k + suppressed * x * x;
    }

    @Differentiable
    static double withoutClauses(double x, @Domain(from = -2, to = 3) int n, Counter counter) {
        int k = n;
        double y = x * x;
        try (Resource a = new Resource(k++, counter);
                Resource b = new Resource(k++ + counter.next(), counter)) {
            counter.mark(a.mark + b.mark);
        }
        return y * k;
    }

    @Differentiable
    static double leftEarly(double x, @Domain(from = 0, to = 6) int n, Counter counter) throws IOException {
        int left = 0;
        out:
        for (int i = 0; i < 4; i++) {
            int at = i;
            try (Closeable first = () -> counter.mark(at);
                    Closeable second = () -> {
                        if (at + n == 7) {
                            throw new IOException("closed " + at);
                        }
                    }) {
                if (i == n) {
                    continue;
                } else if (i == n - 3) {
                    break out;
                }
                left += 10;
            } finally {
                left++;
            }
        }
        return x * left;
    }

    @Differentiable
    static double givenResource(double x, @Domain(from = -2, to = 2) int n, Counter counter) {
        Resource given = new Resource(n, counter);
        int closed = 1;
        try (given) {
            closed += given.mark;
        } finally {
            counter.mark(9);
        }
        synchronized (given) {
            closed++;
            synchronized (counter) {
                while (closed < n + 3) {
                    closed += 2;
                }
                counter.mark(closed);
            }
        }
        return x * closed;
    }
}
