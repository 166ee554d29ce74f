package dev.fluxion.tape;

import java.util.Arrays;

/** What a {@link Workspace} hands out: arrays by type and length, stacks and tapes, each until what was taken before it is given back. */
abstract sealed class Memory permits Workspace {

    private static final int TAKEN_AT_FIRST = 16;

    final boolean reuses;
    private Pool[] taken;
    private int used;
    private Pools doubles;
    private Pools floats;
    private Pools ints;
    private Pools longs;
    private Pools booleans;
    private Pools doubleRows;
    private Pools floatRows;
    private Pool doubleStacks;
    private Pool floatStacks;
    private Pool intStacks;
    private Pool longStacks;
    private Pool booleanStacks;
    private Pool referenceStacks;
    private Pool tapes;
    private Pool scratches;
    private Pool parts;

    /** @param reuses whether anything is kept, or all of it made anew */
    Memory(boolean reuses) {
        this.reuses = reuses;
        forget();
    }

    /** Lets go of all memory. */
    final void forget() {
        taken = new Pool[TAKEN_AT_FIRST];
        doubles = new Pools(double[]::new);
        floats = new Pools(float[]::new);
        ints = new Pools(int[]::new);
        longs = new Pools(long[]::new);
        booleans = new Pools(boolean[]::new);
        doubleRows = new Pools(double[][]::new);
        floatRows = new Pools(float[][]::new);
        doubleStacks = new Pool(0, unused -> new DoubleStack());
        floatStacks = new Pool(0, unused -> new FloatStack());
        intStacks = new Pool(0, unused -> new IntStack());
        longStacks = new Pool(0, unused -> new LongStack());
        booleanStacks = new Pool(0, unused -> new BooleanStack());
        referenceStacks = new Pool(0, unused -> new ReferenceStack<>());
        tapes = new Pool(0, unused -> new Tape(new Workspace(), new Workspace()));
        scratches = new Pool(0, unused -> new Workspace());
        parts = new Pool(0, unused -> new Parts());
    }

    private Object take(Pool pool) {
        if (used == taken.length) {
            taken = Arrays.copyOf(taken, Growth.beyond(used));
        }
        Object item = pool.take();
        taken[used++] = pool;
        return item;
    }

    /**
     * How much is taken.
     *
     * @return what {@link #release} takes, which means nothing else
     */
    public int used() {
        return used;
    }

    /**
     * Gives back all that was taken since.
     *
     * @param to what {@link #used()} returned
     */
    public void release(int to) {
        while (used > to) {
            taken[--used].giveBack();
        }
    }

    /**
     * A tape, to use until {@link #release}.
     *
     * @return an empty tape that has its memory here
     */
    public Tape tape() {
        if (!reuses) {
            return new Tape();
        }
        Tape tape = (Tape) take(tapes);
        tape.clear();
        return tape;
    }

    /**
     * Another workspace, to use until {@link #release}: for what a part of the method takes, such as an iteration of a loop.
     *
     * @return a workspace from which nothing is taken
     */
    public Workspace scratch() {
        if (!reuses) {
            return Workspace.FRESH;
        }
        Workspace scratch = (Workspace) take(scratches);
        scratch.release(0);
        return scratch;
    }

    /**
     * Numbers and arrays in a row, to use until {@link #release}.
     *
     * @return none yet
     */
    public Parts parts() {
        return reuses ? ((Parts) take(parts)).clear() : new Parts();
    }

    /**
     * A stack of references, to use until {@link #release}.
     *
     * @param <T> the type of the values
     * @return an empty stack
     */
    @SuppressWarnings("unchecked") // An empty stack is one of any type.
    public <T> ReferenceStack<T> referenceStack() {
        if (!reuses) {
            return new ReferenceStack<>();
        }
        ReferenceStack<T> stack = (ReferenceStack<T>) take(referenceStacks);
        stack.clear();
        return stack;
    }

    /**
     * A stack of {@code double}, to use until {@link #release}.
     *
     * @return an empty stack
     */
    public DoubleStack doubleStack() {
        if (!reuses) {
            return new DoubleStack();
        }
        DoubleStack stack = (DoubleStack) take(doubleStacks);
        stack.clear();
        return stack;
    }

    /**
     * A stack of {@code float}, to use until {@link #release}.
     *
     * @return an empty stack
     */
    public FloatStack floatStack() {
        if (!reuses) {
            return new FloatStack();
        }
        FloatStack stack = (FloatStack) take(floatStacks);
        stack.clear();
        return stack;
    }

    /**
     * A stack of {@code int}, to use until {@link #release}.
     *
     * @return an empty stack
     */
    public IntStack intStack() {
        if (!reuses) {
            return new IntStack();
        }
        IntStack stack = (IntStack) take(intStacks);
        stack.clear();
        return stack;
    }

    /**
     * A stack of {@code long}, to use until {@link #release}.
     *
     * @return an empty stack
     */
    public LongStack longStack() {
        if (!reuses) {
            return new LongStack();
        }
        LongStack stack = (LongStack) take(longStacks);
        stack.clear();
        return stack;
    }

    /**
     * A stack of {@code boolean}, to use until {@link #release}.
     *
     * @return an empty stack
     */
    public BooleanStack booleanStack() {
        if (!reuses) {
            return new BooleanStack();
        }
        BooleanStack stack = (BooleanStack) take(booleanStacks);
        stack.clear();
        return stack;
    }

    /** An array with whatever it held before. */
    final double[] doubleRoom(int length) {
        return (double[]) take(doubles.of(length));
    }

    /**
     * An array of {@code double} for generated code to use until it calls {@link #release}.
     *
     * @param length how long it is
     * @return an array of {@code 0}
     * @throws NegativeArraySizeException if the length is negative
     */
    public double[] doubles(int length) {
        if (!reuses || length < 0) {
            return new double[length];
        }
        double[] array = doubleRoom(length);
        Arrays.fill(array, 0);
        return array;
    }

    /** An array with whatever it held before. */
    final float[] floatRoom(int length) {
        return (float[]) take(floats.of(length));
    }

    /**
     * An array of {@code float} for generated code to use until it calls {@link #release}.
     *
     * @param length how long it is
     * @return an array of {@code 0}
     * @throws NegativeArraySizeException if the length is negative
     */
    public float[] floats(int length) {
        if (!reuses || length < 0) {
            return new float[length];
        }
        float[] array = floatRoom(length);
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * An array of {@code int} for generated code to use until it calls {@link #release}.
     *
     * @param length how long it is
     * @return an array of {@code 0}
     * @throws NegativeArraySizeException if the length is negative
     */
    public int[] ints(int length) {
        if (!reuses || length < 0) {
            return new int[length];
        }
        int[] array = (int[]) take(ints.of(length));
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * An array of {@code long} for generated code to use until it calls {@link #release}.
     *
     * @param length how long it is
     * @return an array of {@code 0}
     * @throws NegativeArraySizeException if the length is negative
     */
    public long[] longs(int length) {
        if (!reuses || length < 0) {
            return new long[length];
        }
        long[] array = (long[]) take(longs.of(length));
        Arrays.fill(array, 0);
        return array;
    }

    /**
     * An array of {@code boolean} for generated code to use until it calls {@link #release}.
     *
     * @param length how long it is
     * @return an array of {@code false}
     * @throws NegativeArraySizeException if the length is negative
     */
    public boolean[] booleans(int length) {
        if (!reuses || length < 0) {
            return new boolean[length];
        }
        boolean[] array = (boolean[]) take(booleans.of(length));
        Arrays.fill(array, false);
        return array;
    }

    /**
     * An array of arrays of {@code double}, to use until {@link #release}.
     *
     * @param length how many rows there are
     * @return an array of {@code null}
     * @throws NegativeArraySizeException if the length is negative
     */
    public double[][] doubleRows(int length) {
        if (!reuses || length < 0) {
            return new double[length][];
        }
        double[][] rows = (double[][]) take(doubleRows.of(length));
        Arrays.fill(rows, null);
        return rows;
    }

    /**
     * An array of arrays of {@code double}, to use until {@link #release}.
     *
     * @param rows how many rows there are
     * @param columns how long each is
     * @return rows of zeros
     * @throws NegativeArraySizeException if one of them is negative
     */
    public double[][] doubles(int rows, int columns) {
        if (!reuses || rows < 0 || columns < 0) {
            return new double[rows][columns];
        }
        double[][] array = doubleRows(rows);
        for (int i = 0; i < rows; i++) {
            array[i] = doubles(columns);
        }
        return array;
    }

    /**
     * An array of arrays of {@code float}, to use until {@link #release}.
     *
     * @param length how many rows there are
     * @return an array of {@code null}
     * @throws NegativeArraySizeException if the length is negative
     */
    public float[][] floatRows(int length) {
        if (!reuses || length < 0) {
            return new float[length][];
        }
        float[][] rows = (float[][]) take(floatRows.of(length));
        Arrays.fill(rows, null);
        return rows;
    }

    /**
     * An array of arrays of {@code float}, to use until {@link #release}.
     *
     * @param rows how many rows there are
     * @param columns how long each is
     * @return rows of zeros
     * @throws NegativeArraySizeException if one of them is negative
     */
    public float[][] floats(int rows, int columns) {
        if (!reuses || rows < 0 || columns < 0) {
            return new float[rows][columns];
        }
        float[][] array = floatRows(rows);
        for (int i = 0; i < rows; i++) {
            array[i] = floats(columns);
        }
        return array;
    }
}
