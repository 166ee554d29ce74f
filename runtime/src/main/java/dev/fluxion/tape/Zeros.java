package dev.fluxion.tape;

import java.lang.reflect.Array;

/** Arrays of zeros in the shape of other arrays: the tangents of arrays that do not vary. Called by generated code. */
public final class Zeros {

    private Zeros() {}

    /**
     * Makes an array of zeros.
     *
     * @param array an array or null
     * @return a new array of the same length, or null
     */
    public static double[] like(double[] array) {
        return array == null ? null : new double[array.length];
    }

    /**
     * Makes an array of zeros.
     *
     * @param array an array or null
     * @return a new array of the same length, or null
     */
    public static float[] like(float[] array) {
        return array == null ? null : new float[array.length];
    }

    /**
     * Makes an array of arrays of zeros. Rows that are shared in the given array are not shared in the new one.
     *
     * @param array an array of arrays of {@code double} or {@code float}, of any rank, with rows that may be null; or null
     * @param <T> the type of its rows
     * @return a new array of the same shape, or null
     */
    public static <T> T[] like(T[] array) {
        if (array == null) {
            return null;
        }
        @SuppressWarnings("unchecked")
        T[] zeros = (T[]) Array.newInstance(array.getClass().getComponentType(), array.length);
        for (int i = 0; i < array.length; i++) {
            @SuppressWarnings("unchecked")
            T row = (T) row(array[i]);
            zeros[i] = row;
        }
        return zeros;
    }

    private static Object row(Object row) {
        if (row instanceof double[] doubles) {
            return like(doubles);
        } else if (row instanceof float[] floats) {
            return like(floats);
        }
        return like((Object[]) row);
    }
}
