package dev.fluxion.processor.corpus;

import dev.fluxion.DifferentiableFunction;
import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A differentiable method over arrays with what was generated for it, as a map from a vector of inputs to one of outputs. */
final class ArrayFunction {

    private final Method primal;
    private final Class<?> companion;
    private final Set<String> tangents;

    ArrayFunction(Method primal, Class<?> companion) {
        this.primal = primal;
        this.companion = companion;
        primal.setAccessible(true);
        this.tangents = PlainMethods.of(companion)
                .filter(m -> m.getName().equals(primal.getName() + "Jvp"))
                .flatMap(m -> Arrays.stream(m.getParameters()))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    String name() {
        return primal.getDeclaringClass().getSimpleName() + "." + primal.getName();
    }

    Parameter[] parameters() {
        return primal.getParameters();
    }

    /** Whether derivatives are taken by a parameter: forward mode has a tangent for it. */
    boolean isActive(Parameter p) {
        return tangents.contains(p.getName() + "Dot");
    }

    /** What came of a call: the value, or the exception, and the arrays as they were left. */
    record Outcome(Object value, Throwable thrown) {}

    Outcome call(Object... arguments) {
        return invoke(primal, arguments);
    }

    private static Outcome invoke(Method method, Object... arguments) {
        try {
            return new Outcome(method.invoke(null, arguments), null);
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    Outcome jvp(Object[] arguments, List<Object> tangents) {
        return invoke(find("Jvp", arguments.length + tangents.size()).orElseThrow(), join(arguments, tangents));
    }

    /** The adjoints with a seed of the result (none for void) and arrays of adjoints that are added to. */
    Outcome vjp(Object[] arguments, List<Object> seeds, List<Object> bars) {
        List<Object> more = new ArrayList<>(seeds);
        more.addAll(bars);
        return invoke(find("Vjp", arguments.length + more.size()).orElseThrow(), join(arguments, more));
    }

    Optional<Outcome> gradient(Object[] arguments) {
        return find("Gradient", arguments.length).map(m -> invoke(m, arguments));
    }

    Optional<Outcome> hvp(Object[] arguments, double[] direction) {
        return find("Hvp", arguments.length + 1).map(m -> invoke(m, join(arguments, List.of(direction))));
    }

    Optional<Outcome> jacobian(Object[] arguments) {
        return find("Jacobian", arguments.length).map(m -> invoke(m, arguments));
    }

    /** The generated methods of some kinds that take a workspace, each with the one that takes none. */
    List<Reused> reused(List<String> suffixes) {
        return suffixes.stream()
                .flatMap(suffix -> Reused.of(companion, primal.getName() + suffix).stream())
                .filter(m -> suffixes.contains(
                        m.plain().getName().substring(primal.getName().length())))
                .toList();
    }

    /** The method as one object, where it is one of a vector. */
    Optional<DifferentiableFunction> function() {
        return find("Function", 0).map(m -> (DifferentiableFunction) invoke(m).value());
    }

    private static Object[] join(Object[] arguments, List<Object> more) {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(more);
        return all.toArray();
    }

    private Optional<Method> find(String suffix, int count) {
        Optional<Method> found = PlainMethods.of(companion)
                .filter(m -> m.getName().equals(primal.getName() + suffix) && m.getParameterCount() == count)
                .findFirst();
        found.ifPresent(m -> m.setAccessible(true));
        return found;
    }

    boolean isVoid() {
        return primal.getReturnType() == void.class;
    }

    Class<?> result() {
        return primal.getReturnType();
    }

    /** A component of a record. */
    static Object component(Object record, String name) {
        try {
            for (RecordComponent c : record.getClass().getRecordComponents()) {
                if (c.getName().equals(name)) {
                    c.getAccessor().setAccessible(true);
                    return c.getAccessor().invoke(record);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError(record + " has no " + name);
    }

    static String partial(Parameter p) {
        return "d" + Character.toUpperCase(p.getName().charAt(0)) + p.getName().substring(1);
    }
}
