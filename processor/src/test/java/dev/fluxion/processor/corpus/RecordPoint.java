package dev.fluxion.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** Arguments of a function of records; the numbers in all active ones are its inputs. */
final class RecordPoint {

    private static final int LENGTH = 3;

    private final RecordFunction function;
    private final List<Object> arguments;

    private RecordPoint(RecordFunction function, List<Object> arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    static RecordPoint random(RecordFunction function, Random random) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < function.types().size(); i++) {
            arguments.add(value(function.types().get(i), function.domain(i), random));
        }
        return new RecordPoint(function, arguments);
    }

    private static Object value(Class<?> type, Domain domain, Random random) {
        double number = domain == null
                ? 0.5 + 1.5 * random.nextDouble()
                : domain.from() + (domain.to() - domain.from()) * random.nextDouble();
        if (type == double.class || type == Double.class) {
            return number;
        } else if (type == float.class || type == Float.class) {
            return (float) number;
        } else if (type == int.class) {
            return random.nextInt(LENGTH - 1);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return "text";
        } else if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                Array.set(array, i, value(type.getComponentType(), domain, random));
            }
            return array;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return RecordNumbers.made(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .map(t -> value(t, domain, random))
                        .toArray());
    }

    /** The arguments, with copies of what can be written to. */
    List<Object> arguments() {
        return arguments.stream()
                .map(a -> RecordNumbers.replaced(a, null, () -> 0))
                .collect(Collectors.toList());
    }

    double[] inputs(List<Object> all) {
        double[][] parts = new double[all.size()][];
        for (int i = 0; i < parts.length; i++) {
            Class<?> tangent = function.tangents().get(i);
            parts[i] = tangent == null ? new double[0] : RecordNumbers.of(all.get(i), tangent);
        }
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    int count() {
        return inputs(arguments).length;
    }

    RecordPoint plus(double step, double[] direction) {
        double[] numbers = inputs(arguments);
        int[] at = {0};
        DoubleSupplier next = () -> numbers[at[0]] + step * direction[at[0]++];
        List<Object> moved = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            moved.add(
                    RecordNumbers.replaced(arguments.get(i), function.tangents().get(i), next));
        }
        return new RecordPoint(function, moved);
    }

    /** A tangent for each active argument. */
    List<Object> tangents(double[] direction) {
        int[] at = {0};
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Class<?> tangent = function.tangents().get(i);
            if (tangent != null) {
                found.add(RecordNumbers.tangent(arguments.get(i), tangent, () -> direction[at[0]++]));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return arguments.stream().map(RecordNumbers::text).collect(Collectors.joining(", "));
    }
}
