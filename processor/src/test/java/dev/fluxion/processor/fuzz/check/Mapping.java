package dev.fluxion.processor.fuzz.check;

import dev.fluxion.Dual;
import dev.fluxion.processor.PlainMethods;
import dev.fluxion.processor.corpus.Counter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method over arrays with what was generated for it, as a map from the numbers in its active arguments to those in its result and in its active arrays as it leaves
 * them.
 */
final class Mapping {

    private final Method primal;
    private final Class<?> companion;
    private final boolean[] active;

    Mapping(Method primal, Class<?> companion) {
        this.primal = primal;
        this.companion = companion;
        primal.setAccessible(true);
        Set<String> tangents = PlainMethods.of(companion)
                .filter(m -> m.getName().equals(primal.getName() + "Jvp"))
                .flatMap(m -> Arrays.stream(m.getParameters()))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
        this.active = new boolean[primal.getParameterCount()];
        for (int i = 0; i < active.length; i++) {
            active[i] = tangents.contains(primal.getParameters()[i].getName() + "Dot");
        }
    }

    /** How a call ended: its result or what it threw, and what became of arguments, generators and fields. */
    record Ended(Object result, Throwable thrown, Object[] arguments, String states) {

        /** All but derivatives. */
        String trace(Object value) {
            String end = thrown == null ? Arrays.deepToString(new Object[] {value}) : exception();
            return end + " " + left() + " " + states;
        }

        private String exception() {
            // The message of a null pointer names local variables, of which derivatives have others.
            return thrown.getClass().getName()
                    + (thrown instanceof NullPointerException ? "" : ": " + thrown.getMessage());
        }

        String left() {
            Object[] arrays = Arrays.stream(arguments).filter(Mapping::isArray).toArray();
            return Arrays.deepToString(arrays);
        }

        Object component(String name) {
            if (result instanceof Dual d) {
                return name.equals("value") ? d.value() : d.tangent();
            }
            try {
                Method accessor = result.getClass().getDeclaredMethod(name);
                accessor.setAccessible(true);
                return accessor.invoke(result);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    static boolean isArray(Object value) {
        return value != null && value.getClass().isArray();
    }

    Method primal() {
        return primal;
    }

    boolean isActive(int parameter) {
        return active[parameter];
    }

    /** Whether it is a map between numbers that are coarse. */
    boolean hasFloats() {
        return isFloat(primal.getReturnType())
                || Arrays.stream(primal.getParameterTypes()).anyMatch(Mapping::isFloat);
    }

    private static boolean isFloat(Class<?> type) {
        return type == float.class || type.isArray() && isFloat(type.getComponentType());
    }

    boolean isVoid() {
        return primal.getReturnType() == void.class;
    }

    boolean isScalar() {
        return !isVoid() && !primal.getReturnType().isArray();
    }

    /** Whether the result and all active arguments are arrays or nothing. */
    boolean hasScalars() {
        return !actives(primal.getParameterTypes()).stream().allMatch(t -> t.isArray());
    }

    <T> List<T> actives(T[] all) {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < active.length; i++) {
            if (active[i]) {
                found.add(all[i]);
            }
        }
        return found;
    }

    /** The names of the active parameters' adjoints in records. */
    List<String> partials() {
        return actives(primal.getParameters()).stream()
                .map(p -> "d" + Character.toUpperCase(p.getName().charAt(0))
                        + p.getName().substring(1))
                .toList();
    }

    Ended value(Object[] arguments) {
        return invoke(primal, arguments);
    }

    Ended jvp(Object[] arguments, List<Object> tangents) {
        List<Class<?>> types = types();
        types.addAll(actives(primal.getParameterTypes()));
        return invoke(find("Jvp", types).orElseThrow(), joined(arguments, tangents));
    }

    /** Reverse mode with a seed (none for a method without result), which adds to arrays of adjoints. */
    Ended vjp(Object[] arguments, List<Object> seeds, List<Object> bars) {
        List<Class<?>> types = types();
        if (!isVoid()) {
            types.add(primal.getReturnType());
        }
        types.addAll(activeArrays());
        List<Object> more = new ArrayList<>(seeds);
        more.addAll(bars);
        return invoke(find("Vjp", types).orElseThrow(), joined(arguments, more));
    }

    /** The gradient with arrays of its own; nothing where the method works in place. */
    Optional<Ended> gradient(Object[] arguments) {
        return find("Gradient", types()).map(m -> invoke(m, arguments));
    }

    /** The gradient that adds to arrays of adjoints. */
    Optional<Ended> gradient(Object[] arguments, List<Object> bars) {
        List<Class<?>> types = types();
        types.addAll(activeArrays());
        return find("Gradient", types).map(m -> invoke(m, joined(arguments, bars)));
    }

    Optional<Ended> jacobian(Object[] arguments) {
        return find("Jacobian", types()).map(m -> invoke(m, arguments));
    }

    Optional<Ended> hessian(Object[] arguments) {
        return find("Hessian", types()).map(m -> invoke(m, arguments));
    }

    Optional<Ended> hvp(Object[] arguments, double[] direction) {
        List<Class<?>> types = types();
        types.add(double[].class);
        return find("Hvp", types).map(m -> invoke(m, joined(arguments, List.of(direction))));
    }

    private List<Class<?>> types() {
        return new ArrayList<>(List.of(primal.getParameterTypes()));
    }

    private List<Class<?>> activeArrays() {
        return actives(primal.getParameterTypes()).stream()
                .filter(Class::isArray)
                .collect(Collectors.toList());
    }

    private static Object[] joined(Object[] arguments, List<Object> more) {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(more);
        return all.toArray();
    }

    private Optional<Method> find(String suffix, List<Class<?>> types) {
        return PlainMethods.of(companion)
                .filter(m -> m.getName().equals(primal.getName() + suffix))
                .filter(m -> List.of(m.getParameterTypes()).equals(types))
                .findFirst();
    }

    private Ended invoke(Method method, Object[] all) {
        method.setAccessible(true);
        statics("reset");
        Object[] arguments = Arrays.copyOf(all, active.length);
        Object result = null;
        Throwable thrown = null;
        try {
            result = method.invoke(null, all);
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return new Ended(result, thrown, arguments, states(arguments) + statics("state"));
    }

    private static String states(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(a -> a instanceof Random r ? "next " + r.nextLong() : a instanceof Counter c ? c.state() : "")
                .collect(Collectors.joining(" "));
    }

    Object statics(String name) {
        try {
            Method m = primal.getDeclaringClass().getDeclaredMethod(name);
            m.setAccessible(true);
            return m.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** All numbers in a row. */
    static double[] flat(List<?> values) {
        List<Double> all = new ArrayList<>();
        values.forEach(v -> collect(v, all));
        return all.stream().mapToDouble(d -> d).toArray();
    }

    private static void collect(Object value, List<Double> all) {
        if (isArray(value)) {
            for (int i = 0; i < Array.getLength(value); i++) {
                collect(Array.get(value, i), all);
            }
        } else if (value instanceof Number n) {
            all.add(n.doubleValue());
        }
    }
}
