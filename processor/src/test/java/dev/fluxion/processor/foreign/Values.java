package dev.fluxion.processor.foreign;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Numbers, and arrays of them, as vectors. */
final class Values {

    private Values() {}

    static boolean isFloat(Class<?> type) {
        return type.isArray() ? isFloat(type.getComponentType()) : type == float.class || type == Float.class;
    }

    /** A value of the same shape with other numbers. */
    static Object map(Object value, DoubleUnaryOperator f) {
        if (value instanceof Double d) {
            return f.applyAsDouble(d);
        } else if (value instanceof Float d) {
            return (float) f.applyAsDouble(d);
        } else if (value == null || !value.getClass().isArray()) {
            return value;
        }
        Object copy = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
        for (int i = 0; i < Array.getLength(value); i++) {
            Array.set(copy, i, map(Array.get(value, i), f));
        }
        return copy;
    }

    /** The values with numbers taken from a vector, one after another. */
    static List<Object> shaped(List<Object> values, double[] numbers) {
        int[] at = {0};
        List<Object> all = new ArrayList<>();
        values.forEach(v -> all.add(map(v, x -> numbers[at[0]++])));
        return all;
    }

    static double[] flat(Collection<?> values) {
        List<Double> all = new ArrayList<>();
        values.forEach(v -> map(v, x -> {
            all.add(x);
            return x;
        }));
        return all.stream().mapToDouble(x -> x).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] == 0 || b[i] == 0 ? 0 : a[i] * b[i];
        }
        return sum;
    }

    /** The sum of the absolute values of the terms of a product. */
    static double size(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] == 0 || b[i] == 0 ? 0 : Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    static boolean isFinite(double[] a) {
        for (double d : a) {
            if (!Double.isFinite(d)) {
                return false;
            }
        }
        return true;
    }
}
