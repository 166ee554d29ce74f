package dev.fluxion.processor.corpus;

import dev.fluxion.Dual;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a call ended.
 *
 * @param result what it returned
 * @param thrown what it threw, or null
 * @param states what it left of generators, counters and static fields
 */
public record Outcome(Object result, Throwable thrown, String states) {

    /** The primal value in the result of a generated method, or the result itself. */
    public Number value() {
        return (Number) component("value");
    }

    public double tangent() {
        return ((Number) component("tangent")).doubleValue();
    }

    /** The adjoints in a gradient's record, in order. */
    public double[] adjoints() {
        List<Double> found = new ArrayList<>();
        for (var c : result.getClass().getRecordComponents()) {
            if (!c.getName().equals("value")) {
                found.add(((Number) component(c.getName())).doubleValue());
            }
        }
        return found.stream().mapToDouble(d -> d).toArray();
    }

    /** A single number, or several. */
    public double[] numbers() {
        return result instanceof double[] several ? several : new double[] {((Number) result).doubleValue()};
    }

    private Object component(String name) {
        if (result instanceof Dual d) {
            return name.equals("value") ? d.value() : d.tangent();
        } else if (!(result instanceof Record)) {
            return result;
        }
        try {
            Method accessor = result.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return accessor.invoke(result);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What distinguishes an outcome but for derivatives: the value's bits or the exception, and what was left behind. */
    public String trace() {
        return (thrown == null ? bits(value()) : exception()) + " " + states;
    }

    /** As {@link #trace}, for a derivative method that returns no value. */
    public String traceWithoutValue() {
        return (thrown == null ? "" : exception()) + " " + states;
    }

    /** The message of a null pointer counts local variables, of which derivatives have others. */
    private String exception() {
        String message = thrown instanceof NullPointerException ? "" : ": " + thrown.getMessage();
        return thrown.getClass().getName() + message;
    }

    private static String bits(Number n) {
        if (n instanceof Float f) {
            return "float " + Integer.toHexString(Float.floatToIntBits(f)) + " = " + f;
        } else if (n instanceof Double d) {
            return "double " + Long.toHexString(Double.doubleToLongBits(d)) + " = " + d;
        }
        return Objects.toString(n);
    }
}
