package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.corpus.Counter;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Arguments of a method over arrays, and numbers in their shape. */
final class Arguments {

    /** Stands for a fresh generator. */
    private record Seed(long seed) {}

    private final Mapping mapping;
    private final Object[] values;

    private Arguments(Mapping mapping, Object[] values) {
        this.mapping = mapping;
        this.values = values;
    }

    /** Random ones: arrays are of about the same length; matrices may be ragged. */
    static Arguments random(Mapping mapping, int length, Random random) {
        Object[] values = Arrays.stream(mapping.primal().getParameterTypes())
                .map(t -> value(t, length, random))
                .toArray();
        return new Arguments(mapping, values);
    }

    private static Object value(Class<?> type, int length, Random random) {
        if (type.isArray()) {
            boolean odd = random.nextInt(8) == 0;
            Object array = Array.newInstance(type.getComponentType(), odd ? length + 1 : length);
            for (int i = 0; i < Array.getLength(array); i++) {
                Class<?> component = type.getComponentType();
                Array.set(
                        array,
                        i,
                        component == int.class
                                ? (Object) random.nextInt(Math.max(1, length))
                                : value(component, length, random));
            }
            return array;
        } else if (type == double.class) {
            return -2 + 4 * random.nextDouble();
        } else if (type == float.class) {
            return (float) (-2 + 4 * random.nextDouble());
        } else if (type == int.class) {
            return random.nextInt(7) - 2;
        } else if (type == long.class) {
            return (long) random.nextInt(7) - 2;
        } else if (type == boolean.class) {
            return random.nextBoolean();
        }
        return new Seed(type == Random.class ? random.nextLong() >>> 1 : -1);
    }

    /** The same with all floating-point numbers changed. */
    Arguments with(DoubleUnaryOperator change) {
        return new Arguments(
                mapping,
                Arrays.stream(values)
                        .map(v -> isFloating(v) ? map(v, change) : v)
                        .toArray());
    }

    private static boolean isFloating(Object v) {
        Object first = v;
        while (Mapping.isArray(first)) {
            first = first.getClass().getComponentType().isArray() && Array.getLength(first) > 0
                    ? Array.get(first, 0)
                    : first.getClass().getComponentType();
        }
        return first instanceof Double || first instanceof Float || first == double.class || first == float.class;
    }

    /** Fresh arrays and generators. */
    Object[] fresh() {
        return Arrays.stream(values).map(Arguments::fresh).toArray();
    }

    private static Object fresh(Object value) {
        if (value instanceof Seed s) {
            return s.seed < 0 ? new Counter() : new Random(s.seed);
        } else if (!Mapping.isArray(value)) {
            return value;
        }
        Object copy = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
        for (int i = 0; i < Array.getLength(value); i++) {
            Array.set(copy, i, fresh(Array.get(value, i)));
        }
        return copy;
    }

    /** How many numbers it is differentiated by. */
    int inputs() {
        return Mapping.flat(mapping.actives(values)).length;
    }

    /** One of those numbers. */
    double input(int index) {
        return Mapping.flat(mapping.actives(values))[index];
    }

    /** Moved in one input. */
    Arguments with(int input, double number) {
        int[] at = {0};
        Object[] moved = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[i] = mapping.isActive(i) ? map(values[i], x -> at[0]++ == input ? number : x) : values[i];
        }
        return new Arguments(mapping, moved);
    }

    /** Numbers in the shape of the active arguments. */
    List<Object> shaped(double[] numbers) {
        int[] at = {0};
        List<Object> shaped = new ArrayList<>();
        mapping.actives(values).forEach(v -> shaped.add(map(v, x -> numbers[at[0]++])));
        return shaped;
    }

    /** A copy in which every number is another. */
    static Object map(Object value, DoubleUnaryOperator f) {
        if (value instanceof Double d) {
            return f.applyAsDouble(d);
        } else if (value instanceof Float d) {
            return (float) f.applyAsDouble(d);
        } else if (value == null) {
            return null;
        }
        Object copy = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
        for (int i = 0; i < Array.getLength(value); i++) {
            Array.set(copy, i, map(Array.get(value, i), f));
        }
        return copy;
    }

    @Override
    public String toString() {
        String text = Arrays.deepToString(values);
        return text.substring(1, text.length() - 1);
    }
}
