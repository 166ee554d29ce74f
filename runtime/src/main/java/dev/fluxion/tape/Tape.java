package dev.fluxion.tape;

/**
 * The tape that a forward sweep writes and its reverse sweep reads backward: one stack per type.
 *
 * <p>Values of different types are in no order relative to each other. A call's sweeps leave the tape as they found it,
 * so one tape serves a whole call tree, recursion included. After {@link #clear()} it can be used again without
 * allocating.
 */
public final class Tape {

    private final DoubleStack doubles = new DoubleStack();
    private final FloatStack floats = new FloatStack();
    private final IntStack ints = new IntStack();
    private final LongStack longs = new LongStack();
    private final BooleanStack booleans = new BooleanStack();
    private final ReferenceStack<Object> references = new ReferenceStack<>();

    private final Workspace memory;
    private final Workspace scratch;

    /** Creates an empty tape. */
    public Tape() {
        this(Workspace.FRESH, Workspace.FRESH);
    }

    Tape(Workspace memory, Workspace scratch) {
        this.memory = memory;
        this.scratch = scratch;
    }

    /**
     * Where a forward sweep takes the arrays from that it records.
     *
     * @return memory that is kept with the tape, if it was taken from a workspace, or that is made anew
     */
    public Workspace memory() {
        return memory;
    }

    /**
     * Where a sweep takes the arrays from that it gives back when it returns.
     *
     * @return memory that is kept with the tape, if it was taken from a workspace, or that is made anew
     */
    public Workspace scratch() {
        return scratch;
    }

    /**
     * How much memory is taken for what is recorded.
     *
     * @return what {@link #release} takes, which means nothing else
     */
    public int used() {
        return memory.used();
    }

    /**
     * Gives back the memory of what was recorded since, and taken back.
     *
     * @param to what {@link #used} returned
     */
    public void release(int to) {
        memory.release(to);
    }

    /**
     * Saves a {@code double}.
     *
     * @param value the value
     */
    public void pushDouble(double value) {
        doubles.push(value);
    }

    /**
     * Takes back the {@code double} saved last.
     *
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public double popDouble() {
        return doubles.pop();
    }

    /**
     * Saves a {@code float}.
     *
     * @param value the value
     */
    public void pushFloat(float value) {
        floats.push(value);
    }

    /**
     * Takes back the {@code float} saved last.
     *
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public float popFloat() {
        return floats.pop();
    }

    /**
     * Saves a {@code int}.
     *
     * @param value the value
     */
    public void pushInt(int value) {
        ints.push(value);
    }

    /**
     * Takes back the {@code int} saved last.
     *
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public int popInt() {
        return ints.pop();
    }

    /**
     * Saves a {@code long}.
     *
     * @param value the value
     */
    public void pushLong(long value) {
        longs.push(value);
    }

    /**
     * Takes back the {@code long} saved last.
     *
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public long popLong() {
        return longs.pop();
    }

    /**
     * Saves a {@code boolean}.
     *
     * @param value the value
     */
    public void pushBoolean(boolean value) {
        booleans.push(value);
    }

    /**
     * Takes back the {@code boolean} saved last.
     *
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    public boolean popBoolean() {
        return booleans.pop();
    }

    /**
     * Saves a reference.
     *
     * @param value the value, or null
     */
    public void pushReference(Object value) {
        references.push(value);
    }

    /**
     * Takes back the reference saved last.
     *
     * @param <T> the type that the caller knows it to have; not checked here
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if there is none
     */
    @SuppressWarnings("unchecked") // The sweeps that push and pop are generated as a pair.
    public <T> T popReference() {
        return (T) references.pop();
    }

    /**
     * How much of each type the tape holds.
     *
     * @return what {@link #cut} takes, which means nothing else
     */
    public int[] mark() {
        return new int[] {doubles.size(), floats.size(), ints.size(), longs.size(), booleans.size(), references.size()};
    }

    /**
     * Takes off what was saved since a mark was made: after an exception, of which no reverse sweep will know.
     *
     * @param mark the mark
     */
    public void cut(int[] mark) {
        doubles.cut(mark[0]);
        floats.cut(mark[1]);
        ints.cut(mark[2]);
        longs.cut(mark[3]);
        booleans.cut(mark[4]);
        references.cut(mark[5]);
    }

    /**
     * Tells whether every value saved was taken back.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return doubles.isEmpty()
                && floats.isEmpty()
                && ints.isEmpty()
                && longs.isEmpty()
                && booleans.isEmpty()
                && references.isEmpty();
    }

    /** Forgets all values and keeps the memory, as after an exception between the two sweeps. */
    public void clear() {
        doubles.clear();
        floats.clear();
        ints.clear();
        longs.clear();
        booleans.clear();
        references.clear();
        memory.release(0);
        scratch.release(0);
    }
}
