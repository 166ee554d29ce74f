package dev.fluxion.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Arguments of a function over arrays, and vectors of numbers in their shape. */
final class ArrayPoint {

    private final ArrayFunction function;
    private final Object[] arguments;

    private ArrayPoint(ArrayFunction function, Object[] arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    /** Random arguments; all arrays have one length, matrices are square. */
    static ArrayPoint random(ArrayFunction function, int length, Random random) {
        Object[] arguments = Arrays.stream(function.parameters())
                .map(p -> value(p.getType(), p, length, random))
                .toArray();
        return new ArrayPoint(function, arguments);
    }

    private static Object value(Class<?> type, Parameter p, int length, Random random) {
        Domain domain = p.getAnnotation(Domain.class);
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), length);
            for (int i = 0; i < length; i++) {
                Array.set(array, i, value(type.getComponentType(), p, length, random));
            }
            return array;
        }
        double from = domain == null ? -2 : domain.from();
        double to = domain == null ? 2 : domain.to();
        double number = from + (to - from) * random.nextDouble();
        if (type == int.class) {
            return domain == null ? random.nextInt(Math.max(1, length)) : (int) Math.floor(number);
        } else if (type == float.class) {
            return (float) number;
        } else if (type == boolean.class) {
            return random.nextBoolean();
        }
        return number;
    }

    /** The arguments, arrays copied. */
    Object[] arguments() {
        return Arrays.stream(arguments).map(ArrayPoint::copy).toArray();
    }

    private static Object copy(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        Object copy = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
        for (int i = 0; i < Array.getLength(value); i++) {
            Array.set(copy, i, copy(Array.get(value, i)));
        }
        return copy;
    }

    /** The active ones among arguments. */
    List<Object> active(Object[] all) {
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (function.isActive(function.parameters()[i])) {
                found.add(all[i]);
            }
        }
        return found;
    }

    /** The point moved along a direction. */
    ArrayPoint plus(double step, double[] direction) {
        Object[] moved = arguments();
        int[] at = {0};
        for (int i = 0; i < moved.length; i++) {
            if (function.isActive(function.parameters()[i])) {
                moved[i] = map(moved[i], v -> v + step * direction[at[0]++]);
            }
        }
        return new ArrayPoint(function, moved);
    }

    /** The active arguments with other numbers. */
    List<Object> shaped(double[] numbers) {
        int[] at = {0};
        return active(arguments()).stream()
                .map(a -> map(a, v -> numbers[at[0]++]))
                .toList();
    }

    static Object map(Object value, java.util.function.DoubleUnaryOperator f) {
        if (value instanceof Double d) {
            return f.applyAsDouble(d);
        } else if (value instanceof Float d) {
            return (float) f.applyAsDouble(d);
        }
        Object copy = copy(value);
        for (int i = 0; copy != null && i < Array.getLength(copy); i++) {
            Array.set(copy, i, map(Array.get(copy, i), f));
        }
        return copy;
    }

    /** Numbers and arrays of them in one vector. */
    static double[] flat(List<?> values) {
        List<Double> all = new ArrayList<>();
        values.forEach(v -> map(v, x -> {
            all.add(x);
            return x;
        }));
        return all.stream().mapToDouble(x -> x).toArray();
    }

    int inputs() {
        return flat(active(arguments)).length;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(arguments);
    }
}
