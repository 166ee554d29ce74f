package dev.fluxion.processor.foreign;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Random;

/** Random numbers and arrays of them, all of a kind: what lies where in one set of arguments is drawn once. */
final class Numbers {

    private static final double[][] RANGES = {{0.1, 0.9}, {0.5, 3}, {-2, 2}, {1, 10}, {-0.9, 0.9}, {5, 50}, {0, 0.2}};
    private static final int[] LENGTHS = {3, 2, 4, 5, 3, 1, 8, 6};

    private final Random random;
    private final double[] range;
    private final int length;
    private final int whole;
    private final boolean isSorted;
    private final boolean isSymmetric;

    Numbers(Random random) {
        this.random = random;
        this.range = RANGES[random.nextInt(RANGES.length)];
        this.length = LENGTHS[random.nextInt(LENGTHS.length)];
        this.whole = random.nextInt(4);
        this.isSorted = random.nextInt(3) == 0;
        this.isSymmetric = random.nextBoolean();
    }

    int length() {
        return length;
    }

    boolean isNumeric(Class<?> array) {
        Class<?> c = array;
        while (c.isArray()) {
            c = c.getComponentType();
        }
        return c.isPrimitive() || Number.class.isAssignableFrom(c);
    }

    /** A number, a truth value or a text; null for any other type. */
    Object scalar(Class<?> type) {
        if (type == double.class || type == Double.class || type == Number.class || type == Object.class) {
            return real();
        } else if (type == float.class || type == Float.class) {
            return (float) real();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == int.class || type == Integer.class) {
            return whole();
        } else if (type == long.class || type == Long.class) {
            return (long) whole();
        } else if (type == short.class || type == Short.class) {
            return (short) whole();
        } else if (type == byte.class || type == Byte.class) {
            return (byte) whole();
        } else if (type == char.class || type == Character.class) {
            return (char) ('a' + random.nextInt(26));
        }
        return null;
    }

    private double real() {
        return range[0] + (range[1] - range[0]) * random.nextDouble();
    }

    /** An index, a length, or a small number. */
    private int whole() {
        return switch (whole) {
            case 0 -> random.nextInt(length);
            case 1 -> length;
            case 2 -> 1 + random.nextInt(6);
            default -> random.nextInt(3);
        };
    }

    Object array(Class<?> type) {
        Object array = Array.newInstance(type.getComponentType(), length);
        boolean isVector = !type.getComponentType().isArray();
        for (int i = 0; i < length; i++) {
            Class<?> c = type.getComponentType();
            Array.set(array, i, c.isArray() ? array(c) : scalar(c));
        }
        if (isVector && isSorted && array instanceof double[] d) {
            Arrays.sort(d);
        } else if (isSymmetric && array instanceof double[][] m) {
            symmetric(m);
        }
        return array;
    }

    /** Symmetric, and most likely positive definite. */
    private static void symmetric(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < i; j++) {
                m[i][j] = m[j][i];
            }
            m[i][i] = Math.abs(m[i][i]) * (m.length + 1);
        }
    }
}
