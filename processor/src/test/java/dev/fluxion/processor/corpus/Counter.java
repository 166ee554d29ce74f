package dev.fluxion.processor.corpus;

/** Counts how often it was asked, for functions whose impure statements must run exactly as often as in the primal. */
public final class Counter {

    private long count;
    private long order = 7;

    /** The number of calls before this one. */
    public int next() {
        count++;
        order = 31 * order + 1;
        return (int) count - 1;
    }

    /** Counts a call that says which one it is, so that the order of calls shows. */
    public void mark(int which) {
        count++;
        order = 31 * order + which;
    }

    /** What the calls left. */
    public String state() {
        return count + " calls, trace " + order;
    }
}
