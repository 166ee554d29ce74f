package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Counter;
import dev.fluxion.processor.corpus.Domain;
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
}
