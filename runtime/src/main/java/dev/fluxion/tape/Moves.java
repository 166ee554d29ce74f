package dev.fluxion.tape;

/** What generated reverse sweeps do where elements were copied, moved and filled. Internal: called by companions. */
public final class Moves {

    private Moves() {}

    /**
     * Adds to an array the adjoints of a copy of a part of it: {@code into[start + i] += from[i]}, as far as both go.
     *
     * @param from the adjoints of the copy, which may be longer than what was copied
     * @param into those of the array
     * @param start where the copied part begins
     */
    public static void addCopy(double[] from, double[] into, int start) {
        int count = Math.min(from.length, into.length - start);
        for (int i = 0; i < count; i++) {
            into[start + i] += from[i];
        }
    }

    /**
     * Adds to an array the adjoints of a copy of it: {@code into[i] += from[i]}, as far as both go.
     *
     * @param from the adjoints of the copy, which may be longer or shorter
     * @param into those of the array
     */
    public static void addCopy(double[] from, double[] into) {
        addCopy(from, into, 0);
    }

    /**
     * Moves adjoints back to where elements were copied from: {@code into[intoStart + i] += from[fromStart + i]}, and what was copied to is left with 0.
     *
     * @param from the adjoints of the array that was copied to
     * @param fromStart where
     * @param into those of the array that was copied from, which may be the same one, at places that overlap
     * @param intoStart from where
     * @param count how many elements were copied
     */
    public static void moveBack(double[] from, int fromStart, double[] into, int intoStart, int count) {
        for (int k = 0; k < count; k++) {
            int i = fromStart < intoStart ? count - 1 - k : k; // An overlap is read before it is added to.
            double taken = from[fromStart + i];
            from[fromStart + i] = 0;
            into[intoStart + i] += taken;
        }
    }

    /**
     * Leaves elements with 0.
     *
     * @param array the array
     * @param start the first of them
     * @param count how many there are
     */
    public static void clear(double[] array, int start, int count) {
        java.util.Arrays.fill(array, start, start + count, 0);
    }

    /**
     * Adds up all elements.
     *
     * @param array the array
     * @return the sum
     */
    public static double sum(double[] array) {
        return sum(array, 0, array.length);
    }

    /**
     * Adds up elements.
     *
     * @param array the array
     * @param from the first of them
     * @param to the one behind the last
     * @return the sum
     */
    public static double sum(double[] array, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += array[i];
        }
        return sum;
    }

    /**
     * Adds to an array the adjoints of a copy of a part of it: {@code into[start + i] += from[i]}, as far as both go.
     *
     * @param from the adjoints of the copy, which may be longer than what was copied
     * @param into those of the array
     * @param start where the copied part begins
     */
    public static void addCopy(float[] from, float[] into, int start) {
        int count = Math.min(from.length, into.length - start);
        for (int i = 0; i < count; i++) {
            into[start + i] += from[i];
        }
    }

    /**
     * Adds to an array the adjoints of a copy of it: {@code into[i] += from[i]}, as far as both go.
     *
     * @param from the adjoints of the copy, which may be longer or shorter
     * @param into those of the array
     */
    public static void addCopy(float[] from, float[] into) {
        addCopy(from, into, 0);
    }

    /**
     * Moves adjoints back to where elements were copied from: {@code into[intoStart + i] += from[fromStart + i]}, and what was copied to is left with 0.
     *
     * @param from the adjoints of the array that was copied to
     * @param fromStart where
     * @param into those of the array that was copied from, which may be the same one, at places that overlap
     * @param intoStart from where
     * @param count how many elements were copied
     */
    public static void moveBack(float[] from, int fromStart, float[] into, int intoStart, int count) {
        for (int k = 0; k < count; k++) {
            int i = fromStart < intoStart ? count - 1 - k : k; // An overlap is read before it is added to.
            float taken = from[fromStart + i];
            from[fromStart + i] = 0;
            into[intoStart + i] += taken;
        }
    }

    /**
     * Leaves elements with 0.
     *
     * @param array the array
     * @param start the first of them
     * @param count how many there are
     */
    public static void clear(float[] array, int start, int count) {
        java.util.Arrays.fill(array, start, start + count, 0);
    }

    /**
     * Adds up all elements.
     *
     * @param array the array
     * @return the sum
     */
    public static float sum(float[] array) {
        return sum(array, 0, array.length);
    }

    /**
     * Adds up elements.
     *
     * @param array the array
     * @param from the first of them
     * @param to the one behind the last
     * @return the sum
     */
    public static float sum(float[] array, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += array[i];
        }
        return sum;
    }
}
