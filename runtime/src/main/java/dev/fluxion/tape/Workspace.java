package dev.fluxion.tape;

import java.util.Arrays;

/**
 * Memory for generated methods that reverse a loop, a recursion or what is done with arrays: handed to every call as the last argument, it is where they
 * have their tapes, the arrays in between and the adjoints of those. What one call took the next one takes again, so that repeated calls allocate
 * nothing but what they return.
 *
 * <pre>{@code
 * Workspace workspace = new Workspace();
 * for (int step = 0; step < 1000; step++) {
 *     double loss = ModelGrad.lossGradient(weights, weightsBar, workspace);
 *     ...
 * }
 * }</pre>
 *
 * <p>Results are the same as without one, bit for bit, and none of them is in a workspace: what a method returns, or leaves in objects that it was given, is
 * the caller's.
 *
 * <p><b>One thread at a time.</b> A workspace may be handed from one thread to another between calls, with the care that any unsynchronised object
 * needs; two calls at once need two of them. A method that is called by one which has taken from the workspace, a recursion too, may use the same one: each gives back what it took, and
 * no more, when it returns and when it throws. After an exception a workspace is as usable as before, and needs no resetting.
 *
 * <p><b>Growth.</b> Arrays are kept by type and length, exactly as long as they were asked for. So memory grows until every length was there as often as one
 * call needs it, and after that no more; where the lengths are others in every call, it holds arrays of all of them, until {@link #free} lets
 * go of everything. What a tape that must grow does is the same as without a workspace: it doubles, and then keeps its size.
 *
 * <p>Methods of second order take the same workspace: what they take is more, since tangents are kept with the values.
 *
 * <p>All but the constructor and {@link #free} is for generated code.
 */
public final class Workspace extends Memory {

    /** Makes everything anew: the memory of tapes that nobody keeps. */
    static final Workspace FRESH = new Workspace(false);

    /** Creates a workspace, which has no memory before its first use. */
    public Workspace() {
        this(true);
    }

    private Workspace(boolean reuses) {
        super(reuses);
    }

    /**
     * Lets go of all memory. Not to be called while a generated method uses the workspace.
     *
     * @throws IllegalStateException if one does
     */
    public void free() {
        if (used() > 0) {
            throw new IllegalStateException("a workspace cannot be freed while it is used");
        }
        forget();
    }

    /**
     * What {@link Arrays#copyOf(double[], int)} returns, to use until {@link #release}.
     *
     * @param array what is copied
     * @param length how long the copy is
     * @return the copy
     * @throws NegativeArraySizeException if the length is negative
     */
    public double[] copyOf(double[] array, int length) {
        if (!reuses || length < 0) {
            return Arrays.copyOf(array, length);
        }
        int copied = Math.min(array.length, length);
        double[] copy = doubleRoom(length);
        System.arraycopy(array, 0, copy, 0, copied);
        Arrays.fill(copy, copied, length, 0);
        return copy;
    }

    /**
     * What {@link Arrays#copyOfRange(double[], int, int)} returns, to use until {@link #release}.
     *
     * @param array what is copied
     * @param from the first element
     * @param to the one behind the last
     * @return the copy
     * @throws ArrayIndexOutOfBoundsException if the first element is outside of the array
     * @throws IllegalArgumentException if the last one is before the first
     */
    public double[] copyOfRange(double[] array, int from, int to) {
        if (!reuses || from < 0 || from > array.length || to < from || to - from < 0) {
            return Arrays.copyOfRange(array, from, to);
        }
        int copied = Math.min(array.length, to) - from;
        double[] copy = doubleRoom(to - from);
        System.arraycopy(array, from, copy, 0, copied);
        Arrays.fill(copy, copied, copy.length, 0);
        return copy;
    }

    /**
     * What {@link Zeros#like(double[])} returns, to use until {@link #release}.
     *
     * @param array an array or null
     * @return an array of zeros of the same length, or null
     */
    public double[] zerosLike(double[] array) {
        return array == null ? null : doubles(array.length);
    }

    /**
     * What {@link Bars#copy} returns, to use until {@link #release}.
     *
     * @param array an array or null
     * @return the copy, or null
     */
    public double[] copy(double[] array) {
        return array == null ? null : copyOf(array, array.length);
    }

    /**
     * What {@link Zeros#like(Object[])} returns, to use until {@link #release}.
     *
     * @param array an array of arrays, some of which may be null; or null
     * @return an array of the same shape, or null
     */
    public double[][] zerosLike(double[][] array) {
        if (array == null) {
            return null;
        }
        double[][] zeros = doubleRows(array.length);
        for (int i = 0; i < array.length; i++) {
            zeros[i] = zerosLike(array[i]);
        }
        return zeros;
    }

    /**
     * What {@link Bars#copy} returns, to use until {@link #release}.
     *
     * @param array an array of arrays, some of which may be null; or null
     * @return the copy with copies of its rows, or null
     */
    public double[][] copy(double[][] array) {
        if (array == null) {
            return null;
        }
        double[][] copy = doubleRows(array.length);
        for (int i = 0; i < array.length; i++) {
            copy[i] = copy(array[i]);
        }
        return copy;
    }

    /**
     * What {@link Arrays#copyOf(float[], int)} returns, to use until {@link #release}.
     *
     * @param array what is copied
     * @param length how long the copy is
     * @return the copy
     * @throws NegativeArraySizeException if the length is negative
     */
    public float[] copyOf(float[] array, int length) {
        if (!reuses || length < 0) {
            return Arrays.copyOf(array, length);
        }
        int copied = Math.min(array.length, length);
        float[] copy = floatRoom(length);
        System.arraycopy(array, 0, copy, 0, copied);
        Arrays.fill(copy, copied, length, 0);
        return copy;
    }

    /**
     * What {@link Arrays#copyOfRange(float[], int, int)} returns, to use until {@link #release}.
     *
     * @param array what is copied
     * @param from the first element
     * @param to the one behind the last
     * @return the copy
     * @throws ArrayIndexOutOfBoundsException if the first element is outside of the array
     * @throws IllegalArgumentException if the last one is before the first
     */
    public float[] copyOfRange(float[] array, int from, int to) {
        if (!reuses || from < 0 || from > array.length || to < from || to - from < 0) {
            return Arrays.copyOfRange(array, from, to);
        }
        int copied = Math.min(array.length, to) - from;
        float[] copy = floatRoom(to - from);
        System.arraycopy(array, from, copy, 0, copied);
        Arrays.fill(copy, copied, copy.length, 0);
        return copy;
    }

    /**
     * What {@link Zeros#like(float[])} returns, to use until {@link #release}.
     *
     * @param array an array or null
     * @return an array of zeros of the same length, or null
     */
    public float[] zerosLike(float[] array) {
        return array == null ? null : floats(array.length);
    }

    /**
     * What {@link Bars#copy} returns, to use until {@link #release}.
     *
     * @param array an array or null
     * @return the copy, or null
     */
    public float[] copy(float[] array) {
        return array == null ? null : copyOf(array, array.length);
    }

    /**
     * What {@link Zeros#like(Object[])} returns, to use until {@link #release}.
     *
     * @param array an array of arrays, some of which may be null; or null
     * @return an array of the same shape, or null
     */
    public float[][] zerosLike(float[][] array) {
        if (array == null) {
            return null;
        }
        float[][] zeros = floatRows(array.length);
        for (int i = 0; i < array.length; i++) {
            zeros[i] = zerosLike(array[i]);
        }
        return zeros;
    }

    /**
     * What {@link Bars#copy} returns, to use until {@link #release}.
     *
     * @param array an array of arrays, some of which may be null; or null
     * @return the copy with copies of its rows, or null
     */
    public float[][] copy(float[][] array) {
        if (array == null) {
            return null;
        }
        float[][] copy = floatRows(array.length);
        for (int i = 0; i < array.length; i++) {
            copy[i] = copy(array[i]);
        }
        return copy;
    }

    /**
     * What {@link Bars#slice} returns, to use until {@link #release}.
     *
     * @param like the array whose length the result has, or null
     * @param vector what is cut
     * @param from where the first element stands in it
     * @return the array, or null
     */
    public double[] slice(double[] like, double[] vector, int from) {
        if (like == null) {
            return null;
        }
        double[] cut = doubles(like.length);
        for (int i = 0; i < cut.length; i++) {
            cut[i] = vector[from + i];
        }
        return cut;
    }

    /**
     * What {@link Bars#slice} returns, to use until {@link #release}.
     *
     * @param like the array whose shape the result has, or null
     * @param vector what is cut, row by row
     * @param from where the first element stands in it
     * @return the array, or null
     */
    public double[][] slice(double[][] like, double[] vector, int from) {
        if (like == null) {
            return null;
        }
        double[][] cut = doubleRows(like.length);
        int at = from;
        for (int i = 0; i < cut.length; i++) {
            cut[i] = slice(like[i], vector, at);
            at += like[i] == null ? 0 : like[i].length;
        }
        return cut;
    }

    /**
     * What {@link Bars#slice} returns, to use until {@link #release}.
     *
     * @param like the array whose length the result has, or null
     * @param vector what is cut
     * @param from where the first element stands in it
     * @return the array, or null
     */
    public float[] slice(float[] like, double[] vector, int from) {
        if (like == null) {
            return null;
        }
        float[] cut = floats(like.length);
        for (int i = 0; i < cut.length; i++) {
            cut[i] = (float) vector[from + i];
        }
        return cut;
    }

    /**
     * What {@link Bars#slice} returns, to use until {@link #release}.
     *
     * @param like the array whose shape the result has, or null
     * @param vector what is cut, row by row
     * @param from where the first element stands in it
     * @return the array, or null
     */
    public float[][] slice(float[][] like, double[] vector, int from) {
        if (like == null) {
            return null;
        }
        float[][] cut = floatRows(like.length);
        int at = from;
        for (int i = 0; i < cut.length; i++) {
            cut[i] = slice(like[i], vector, at);
            at += like[i] == null ? 0 : like[i].length;
        }
        return cut;
    }

    /**
     * What {@link Bars#rows} returns, to use until {@link #release}.
     *
     * @param array an array of arrays, or null
     * @return another one of the same arrays, or null
     */
    public double[][] rows(double[][] array) {
        if (array == null) {
            return null;
        }
        double[][] rows = doubleRows(array.length);
        System.arraycopy(array, 0, rows, 0, array.length);
        return rows;
    }

    /**
     * What {@link Bars#rows} returns, to use until {@link #release}.
     *
     * @param array an array of arrays, or null
     * @return another one of the same arrays, or null
     */
    public float[][] rows(float[][] array) {
        if (array == null) {
            return null;
        }
        float[][] rows = floatRows(array.length);
        System.arraycopy(array, 0, rows, 0, array.length);
        return rows;
    }
}
