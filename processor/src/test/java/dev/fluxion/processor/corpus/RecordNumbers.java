package dev.fluxion.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The numbers in a value: in itself, in its elements, or in those components of a record that its record of tangents has. */
final class RecordNumbers {

    private RecordNumbers() {}

    /** The numbers, in order. */
    static double[] of(Object value, Class<?> tangent) {
        List<Double> found = new ArrayList<>();
        collect(value, tangent, found);
        return found.stream().mapToDouble(x -> x).toArray();
    }

    private static void collect(Object value, Class<?> tangent, List<Double> found) {
        if (value instanceof Number n) {
            found.add(n.doubleValue());
        } else if (tangent.isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(Array.get(value, i), tangent.getComponentType(), found);
            }
        } else {
            for (RecordComponent c : tangent.getRecordComponents()) {
                collect(component(value, c.getName()), c.getType(), found);
            }
        }
    }

    /** The numbers in arrays, which a method may write to. */
    static double[] inArrays(Object value, Class<?> tangent) {
        if (tangent.isArray()) {
            return of(value, tangent);
        } else if (!tangent.isRecord()) {
            return new double[0];
        }
        return Arrays.stream(tangent.getRecordComponents())
                .flatMapToDouble(c -> Arrays.stream(inArrays(component(value, c.getName()), c.getType())))
                .toArray();
    }

    static boolean holdsArrays(Class<?> tangent) {
        return tangent.isArray()
                || tangent.isRecord()
                        && Arrays.stream(tangent.getRecordComponents()).anyMatch(c -> holdsArrays(c.getType()));
    }

    static boolean holdsNumbers(Class<?> tangent) {
        return !tangent.isArray()
                && (!tangent.isRecord()
                        || Arrays.stream(tangent.getRecordComponents()).anyMatch(c -> holdsNumbers(c.getType())));
    }

    static boolean isFloat(Class<?> tangent) {
        return tangent == float.class
                || tangent.isArray() && isFloat(tangent.getComponentType())
                || tangent.isRecord()
                        && Arrays.stream(tangent.getRecordComponents()).anyMatch(c -> isFloat(c.getType()));
    }

    /** A tangent of a value. */
    static Object tangent(Object like, Class<?> type, DoubleSupplier next) {
        if (type == double.class) {
            return next.getAsDouble();
        } else if (type == float.class) {
            return (float) next.getAsDouble();
        } else if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), Array.getLength(like));
            for (int i = 0; i < Array.getLength(like); i++) {
                Array.set(array, i, tangent(Array.get(like, i), type.getComponentType(), next));
            }
            return array;
        }
        return made(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(c -> tangent(component(like, c.getName()), c.getType(), next))
                        .toArray());
    }

    /** The same value with other numbers; without a tangent a copy. */
    static Object replaced(Object value, Class<?> tangent, DoubleSupplier next) {
        if (value == null) {
            return null;
        } else if (value instanceof Double) {
            return tangent == null ? value : (Object) next.getAsDouble();
        } else if (value instanceof Float) {
            return tangent == null ? value : (Object) (float) next.getAsDouble();
        } else if (value.getClass().isArray()) {
            Object array = Array.newInstance(value.getClass().getComponentType(), Array.getLength(value));
            for (int i = 0; i < Array.getLength(value); i++) {
                Class<?> element = tangent == null ? null : tangent.getComponentType();
                Array.set(array, i, replaced(Array.get(value, i), element, next));
            }
            return array;
        } else if (!(value instanceof Record)) {
            return value;
        }
        return made(
                value.getClass(),
                Arrays.stream(value.getClass().getRecordComponents())
                        .map(c -> replaced(component(value, c.getName()), of(tangent, c.getName()), next))
                        .toArray());
    }

    private static Class<?> of(Class<?> tangent, String component) {
        return tangent == null
                ? null
                : Arrays.stream(tangent.getRecordComponents())
                        .filter(c -> c.getName().equals(component))
                        .map(RecordComponent::getType)
                        .findFirst()
                        .orElse(null);
    }

    /** What a record has in a field, whatever its accessor says. */
    static Object component(Object record, String name) {
        try {
            Field field = record.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    static Object made(Class<?> record, Object... components) {
        try {
            Class<?>[] types = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A value as text that tells apart what is different, arrays and all. */
    static String text(Object value) {
        if (value instanceof Double d) {
            return d + " " + Long.toHexString(Double.doubleToLongBits(d));
        } else if (value != null && value.getClass().isArray()) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < Array.getLength(value); i++) {
                text.append(text(Array.get(value, i))).append(", ");
            }
            return text.append(']').toString();
        } else if (value instanceof Record) {
            StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('[');
            for (RecordComponent c : value.getClass().getRecordComponents()) {
                text.append(c.getName())
                        .append('=')
                        .append(text(component(value, c.getName())))
                        .append(", ");
            }
            return text.append(']').toString();
        }
        return String.valueOf(value);
    }
}
