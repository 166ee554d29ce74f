package corpus;

import dev.fluxion.Differentiable;
import dev.fluxion.processor.corpus.Domain;

/** Static fields, read and written. */
final class Fields {

    static final double FACTOR = 2.5;
    static final double COMPUTED = Math.sqrt(2);
    private static final int STEPS = 3;

    static int calls;
    private static double weight = 0.75;
    private static long trace;
    private static String log = "";
    private static Integer boxed = 2;

    private Fields() {}

    static void reset() {
        calls = 0;
        weight = 0.75;
        trace = 7;
        log = "";
        boxed = 2;
    }

    static String state() {
        return calls + " " + weight + " " + trace + " " + log + " " + boxed;
    }

    @Differentiable
    static double constants(double x) {
        double p = FACTOR * x + COMPUTED;
        for (int i = 0; i < STEPS; i++) {
            p *= x;
        }
        return p;
    }

    @Differentiable
    static double privateField(double x) {
        return weight * x * x;
    }

    static double privateFieldExact(double x) {
        return 1.5 * x;
    }

    @Differentiable
    static double counted(double x) {
        calls++;
        double y = x * calls;
        calls += 2;
        return y * y + calls * x;
    }

    static double countedExact(double x) {
        return 2 * x + 3;
    }

    /** Written in a callee and read later. */
    @Differentiable
    static double writtenInCallee(double x) {
        double a = weight * x;
        reweigh(3);
        double b = weight * x * x;
        reweigh(5);
        return a * b * weight;
    }

    static double writtenInCalleeExact(double x) {
        return 0.75 * 3 * 5 * 3 * x * x;
    }

    private static void reweigh(double w) {
        weight = w;
        trace = trace * 31 + 1;
    }

    @Differentiable
    static double writtenInLoop(double x, @Domain(from = 0, to = 5) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            weight = weight * 0.5 + i;
            s = s * weight + x;
        }
        return s;
    }

    @Differentiable
    static double logged(double x, @Domain(from = 0, to = 3) int n) {
        double s = x;
        for (int i = 0; i < n; i++) {
            log += i + ";";
            s = Math.sin(s) * log.length();
        }
        return s;
    }

    @Differentiable
    static double fieldBoundsLoop(double x) {
        double s = x;
        for (int i = 0; i < boxed; i++) {
            s = s * s + x;
            if (i == 0) {
                boxed = 3;
            }
        }
        return s;
    }

    @Differentiable
    static double incrementedInside(double x) {
        double y = x * trace++ + x * ++trace * trace--;
        return y * y;
    }

    static double incrementedInsideExact(double x) {
        return 2 * x * 88 * 88;
    }

    @Differentiable
    static double fieldOfAnotherClass(double x) {
        return Shared.gain * x * Shared.times(x);
    }

    static double fieldOfAnotherClassExact(double x) {
        return 2 * 1.25 * 4 * x;
    }

    /** Has a private field of its own. */
    private static final class Shared {

        private static double gain = 1.25;
        private static final int[] TIMES = {4};

        static double times(double x) {
            return TIMES[0] * x;
        }
    }

    @Differentiable
    static double conditionByField(double x, boolean heavy) {
        weight = heavy ? 2 : 0.5;
        return weight > 1 ? x * x * weight : x;
    }

    /** The field in which a loop starts is another one when it ends, and behind it. */
    @Differentiable
    static double loopFromAField(double x, @Domain(from = 0, to = 3) int n) {
        calls = n;
        for (int i = calls & 3; i >= 0; --i) {
            x = Math.sin(x) * i + x;
            calls = 1;
        }
        for (int i = calls + 1; i < 4; i++) {
            calls = i;
            x = x * x - calls;
        }
        try {
            calls = n + 7;
        } finally {
            trace++;
        }
        return x * calls;
    }
}
