package dev.fluxion.processor.fuzz.check;

import dev.fluxion.processor.LoweringProcessor;
import dev.fluxion.processor.interpreter.Interpreter;
import dev.fluxion.processor.interpreter.NotInterpreted;
import dev.fluxion.processor.ir.Function;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Evaluates the lowered function of a method over arrays, statement by statement, with all partials beside each number. */
final class ArrayOracle {

    /**
     * What it says at a point.
     *
     * @param outputs the numbers in the result and in the active arrays as they are left, null where it throws
     * @param isRegular whether all that is differentiated on the way has moderate partials, so that all modes must agree
     */
    record Answer(List<Slopes.Number> outputs, boolean isRegular) {}

    private final LoweringProcessor lowered;
    private final Mapping mapping;
    private final Function body;

    ArrayOracle(LoweringProcessor lowered, Mapping mapping) {
        this.lowered = lowered;
        this.mapping = mapping;
        this.body = lowered.named(
                mapping.primal().getDeclaringClass().getName(), mapping.primal().getName());
    }

    Lowered traits() {
        return new Lowered(lowered, body);
    }

    /** The answer, or none where the program calls what the interpreter does not know. */
    Optional<Answer> at(Arguments p) {
        Slopes slopes = new Slopes(p.inputs());
        Object[] arguments = p.fresh();
        List<Object> values = new ArrayList<>();
        int[] next = {0};
        for (int i = 0; i < arguments.length; i++) {
            boolean active = mapping.isActive(i);
            values.add(number(arguments[i], slopes, active, next));
        }
        mapping.statics("reset");
        try {
            ClassLoader loader = mapping.primal().getDeclaringClass().getClassLoader();
            Object result = new Interpreter<>(lowered, slopes, loader).run(body, values);
            List<Slopes.Number> outputs = new ArrayList<>();
            collect(result, outputs);
            mapping.actives(values.toArray()).stream().filter(Mapping::isArray).forEach(a -> collect(a, outputs));
            return Optional.of(new Answer(outputs, slopes.isRegular()));
        } catch (NotInterpreted e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Answer(null, false));
        }
    }

    /** An argument as the interpreter has it. */
    private static Object number(Object value, Slopes slopes, boolean active, int[] next) {
        if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            return active ? slopes.input(d, next[0]++) : slopes.constant(d);
        } else if (!Mapping.isArray(value) || value instanceof int[]) {
            return value;
        }
        Object[] array = new Object[Array.getLength(value)];
        Arrays.setAll(array, i -> number(Array.get(value, i), slopes, active, next));
        return array;
    }

    private static void collect(Object value, List<Slopes.Number> all) {
        if (value instanceof Slopes.Number n) {
            all.add(n);
        } else if (value instanceof Object[] array) {
            Arrays.stream(array).forEach(v -> collect(v, all));
        }
    }
}
