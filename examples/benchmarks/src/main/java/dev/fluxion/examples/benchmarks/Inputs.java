package dev.fluxion.examples.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Arguments in plausible ranges, different ones for every call, so that nothing can be computed ahead of time. */
@State(Scope.Thread)
public class Inputs {

    private static final int COUNT = 256;

    private final double[] first = new double[COUNT];
    private final double[] second = new double[COUNT];
    private final double[] third = new double[COUNT];
    private final double[] fourth = new double[COUNT];
    private int next;

    public Inputs() {
        Random random = new Random(42);
        for (int i = 0; i < COUNT; i++) {
            first[i] = random.nextDouble();
            second[i] = random.nextDouble();
            third[i] = random.nextDouble();
            fourth[i] = random.nextDouble();
        }
    }

    /** Goes to the next arguments. */
    void advance() {
        next = (next + 1) % COUNT;
    }

    double spot() {
        return 80 + 40 * first[next];
    }

    double strike() {
        return 80 + 40 * second[next];
    }

    double volatility() {
        return 0.1 + 0.4 * third[next];
    }

    double time() {
        return 0.25 + 2 * fourth[next];
    }

    double rate() {
        return 0.01 + 0.04 * first[next];
    }

    double radicand() {
        return 0.1 + 20 * first[next];
    }

    double weight() {
        return 0.5 + second[next];
    }

    double lower() {
        return -1 + third[next];
    }

    double upper() {
        return 1 + fourth[next];
    }
}
