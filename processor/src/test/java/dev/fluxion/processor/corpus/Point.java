package dev.fluxion.processor.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Where a function is evaluated: one number, text or truth per parameter, or the seed of what has state. */
public record Point(List<Object> values) {

    /** Stands for a fresh generator. */
    public record Seed(long seed) {}

    public Point {
        values = List.copyOf(values);
    }

    public Point with(int index, Object value) {
        Object[] changed = values.toArray();
        changed[index] = value;
        return new Point(List.of(changed));
    }

    public double number(int index) {
        return ((Number) values.get(index)).doubleValue();
    }

    /** Whether numbers are infinite, none, or so large or small that the order of operations decides what overflows or is lost. */
    boolean isExtreme() {
        return values.stream()
                .filter(v -> v instanceof Double)
                .mapToDouble(v -> Math.abs((Double) v))
                .anyMatch(d -> !(d < 1e100) || d > 0 && d < 1e-100);
    }

    /** Whether a number among them is infinite or none. */
    boolean isInfinite() {
        return values.stream().anyMatch(v -> v instanceof Double d && !Double.isFinite(d));
    }

    /** Arguments for parameters of the types, fresh where they have state. */
    public Object[] arguments(Class<?>[] types, Object... more) {
        Object[] arguments = Arrays.copyOf(values.toArray(), values.size() + more.length);
        System.arraycopy(more, 0, arguments, values.size(), more.length);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = convert(arguments[i], types[i]);
        }
        return arguments;
    }

    private static Object convert(Object value, Class<?> type) {
        if (value instanceof Seed s) {
            return type == Counter.class ? new Counter() : new Random(s.seed());
        } else if (value instanceof Double d && (type == float.class || type == Float.class)) {
            return (float) (double) d;
        } else if (value instanceof Enum<?> e && !type.isInstance(e)) {
            return named(type, e.name()); // The same constant of a class that was loaded again.
        }
        return value;
    }

    private static Object named(Class<?> type, String constant) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(constant))
                .findFirst()
                .orElseThrow();
    }

    /** What is left of arguments that have state. */
    public static String states(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(a -> a instanceof Random r ? "next " + r.nextLong() : a instanceof Counter c ? c.state() : "")
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
