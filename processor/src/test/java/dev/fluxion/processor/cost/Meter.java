package dev.fluxion.processor.cost;

import java.util.EnumMap;
import java.util.Map;

/** Counts what instrumented code executes. */
public final class Meter {

    /** What is counted. */
    enum Kind {
        ARITHMETIC,
        CALL,
        STORE,
        /** Listed apart: the test for zero around an operation that is counted as arithmetic. */
        GUARD,
        /** Listed apart: a check of arguments at entry. */
        CHECK,
        /** Listed apart. */
        LOAD;

        boolean isCost() {
            return this == ARITHMETIC || this == CALL || this == STORE;
        }
    }

    private static final Kind[] KINDS = Kind.values();
    private static final long[] COUNTS = new long[KINDS.length];

    private Meter() {}

    /** Called by instrumented code before each instruction that is counted. */
    public static void count(int kind) {
        COUNTS[kind]++;
    }

    static void reset() {
        java.util.Arrays.fill(COUNTS, 0);
    }

    /** The counts since the last reset. */
    static Map<Kind, Long> counts() {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        for (Kind kind : KINDS) {
            counts.put(kind, COUNTS[kind.ordinal()]);
        }
        return counts;
    }
}
