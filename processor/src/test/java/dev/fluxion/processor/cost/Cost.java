package dev.fluxion.processor.cost;

import dev.fluxion.processor.cost.Meter.Kind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/**
 * One run of a gradient: what it returned, value first, and what it executed.
 */
record Cost(double[] results, Map<Kind, Long> counts) {

    /** Runs a static method that returns a record of doubles. */
    static Cost of(Class<?> owner, String method, Object... arguments) {
        try {
            Method found = Arrays.stream(owner.getDeclaredMethods())
                    .filter(m -> m.getName().equals(method))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + method + " in " + owner));
            found.setAccessible(true);
            Meter.reset();
            Object returned = found.invoke(null, arguments);
            Map<Kind, Long> counts = Meter.counts();
            return new Cost(components(returned), counts);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static double[] components(Object result) throws ReflectiveOperationException {
        RecordComponent[] components = result.getClass().getRecordComponents();
        double[] values = new double[components.length];
        for (int i = 0; i < values.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            values[i] = (double) accessor.invoke(result);
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
