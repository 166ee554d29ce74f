package dev.fluxion.processor.cost;

import dev.fluxion.processor.PlainMethods;
import dev.fluxion.processor.cost.Meter.Kind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One run of a gradient: what it returned, value first, and what it left in the arrays that it was given; and what it executed.
 *
 * @param returned how many of the results were returned
 */
record Cost(double[] results, int returned, Map<Kind, Long> counts) {

    /** Runs a static method that returns a record of doubles, a double or nothing, with copies of arrays. */
    static Cost of(Class<?> owner, String method, Object... given) {
        try {
            Object[] arguments = Arrays.stream(given).map(Cost::copy).toArray();
            Method found = PlainMethods.of(owner)
                    .filter(m -> m.getName().equals(method) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + method + " in " + owner));
            found.setAccessible(true);
            Meter.reset();
            Object returned = found.invoke(null, arguments);
            Map<Kind, Long> counts = Meter.counts();
            List<Double> results = new ArrayList<>(components(returned));
            int count = results.size();
            Arrays.stream(arguments).filter(a -> !(a instanceof Double)).forEach(a -> results.addAll(elements(a)));
            return new Cost(results.stream().mapToDouble(r -> r).toArray(), count, counts);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object copy(Object argument) {
        if (argument instanceof double[][] rows) {
            return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        }
        return argument instanceof double[] array ? array.clone() : argument;
    }

    /** A number, or the numbers in an array. */
    static List<Double> elements(Object argument) {
        if (argument instanceof double[][] rows) {
            return Arrays.stream(rows).flatMap(r -> elements(r).stream()).toList();
        } else if (argument instanceof double[] array) {
            return Arrays.stream(array).boxed().toList();
        }
        return argument instanceof Double number ? List.of(number) : List.of();
    }

    /** The numbers that were returned. Arrays among them are those that were given. */
    private static List<Double> components(Object result) throws ReflectiveOperationException {
        if (result == null || result instanceof Double) {
            return result == null ? List.of() : List.of((Double) result);
        }
        List<Double> values = new ArrayList<>();
        for (RecordComponent component : result.getClass().getRecordComponents()) {
            if (component.getType() == double.class) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                values.add((double) accessor.invoke(result));
            }
        }
        return values;
    }

    /** Arithmetic, calls and stores. */
    long total() {
        return counts.entrySet().stream()
                .filter(e -> e.getKey().isCost())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long count(Kind kind) {
        return counts.get(kind);
    }
}
