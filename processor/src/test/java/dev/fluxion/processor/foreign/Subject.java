package dev.fluxion.processor.foreign;

import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A compiled method with what was generated for it.
 *
 * @param primal the method
 * @param companion where its derivatives are
 * @param stem what their names begin with
 * @param jvp its forward mode
 * @param active which arguments are differentiated, the receiver among them
 */
record Subject(Method primal, Class<?> companion, String stem, Method jvp, List<Boolean> active) {

    static Subject of(String type, String name, String stem) throws ReflectiveOperationException {
        Class<?> companion = Class.forName(type.replace('$', '_') + "Grad");
        Method jvp = PlainMethods.of(companion)
                .filter(m -> m.getName().equals(stem + "Jvp") && !takesWorkspace(m))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(stem + "Jvp"));
        Method primal = Arrays.stream(Class.forName(type).getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && !m.isBridge() && isPrimal(m, jvp))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("primal of " + jvp));
        primal.setAccessible(true);
        jvp.setAccessible(true);
        return new Subject(primal, companion, stem, jvp, active(primal, jvp));
    }

    private static boolean takesWorkspace(Method m) {
        Class<?>[] types = m.getParameterTypes();
        return types.length > 0 && types[types.length - 1].getSimpleName().equals("Workspace");
    }

    private static boolean isPrimal(Method m, Method jvp) {
        List<Class<?>> own = new ArrayList<>(List.of(m.getParameterTypes()));
        if (!Modifier.isStatic(m.getModifiers())) {
            own.add(0, m.getDeclaringClass());
        }
        List<Class<?>> all = List.of(jvp.getParameterTypes());
        return all.size() > own.size()
                && all.subList(0, own.size()).equals(own)
                && all.size() - own.size()
                        == active(m, jvp).stream().filter(a -> a).count();
    }

    private static List<Boolean> active(Method m, Method jvp) {
        Set<String> names = new HashSet<>();
        for (Parameter p : jvp.getParameters()) {
            names.add(p.getName());
        }
        int count = m.getParameterCount() + (Modifier.isStatic(m.getModifiers()) ? 0 : 1);
        return Arrays.stream(jvp.getParameters())
                .limit(count)
                .map(p -> names.contains(p.getName().replaceAll("\\d+$", "") + "Dot")
                        || names.contains(p.getName() + "Dot"))
                .toList();
    }

    boolean isStatic() {
        return Modifier.isStatic(primal.getModifiers());
    }

    boolean isVoid() {
        return primal.getReturnType() == void.class;
    }

    boolean isFloat() {
        return Arrays.stream(jvp.getParameterTypes()).anyMatch(Values::isFloat)
                || Values.isFloat(primal.getReturnType());
    }

    /** What came of a call. */
    record Outcome(Object value, Throwable thrown) {}

    /** Runs the method itself; the first argument is the receiver of an instance method. */
    Outcome call(Object[] arguments) {
        return isStatic()
                ? invoke(primal, null, arguments)
                : invoke(primal, arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    Outcome derived(Method m, Object[] arguments, List<Object> more) {
        List<Object> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(more);
        return invoke(m, null, all.toArray());
    }

    /** A generated method by its suffix and the number of its parameters. */
    Optional<Method> find(String suffix, int count) {
        Optional<Method> found = PlainMethods.of(companion)
                .filter(m -> m.getName().equals(stem + suffix) && m.getParameterCount() == count && !takesWorkspace(m))
                .findFirst();
        found.ifPresent(m -> m.setAccessible(true));
        return found;
    }

    private static Outcome invoke(Method m, Object on, Object[] arguments) {
        try {
            return new Outcome(m.invoke(on, arguments), null);
        } catch (InvocationTargetException e) {
            return new Outcome(null, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The active ones among arguments. */
    List<Object> active(Object[] arguments) {
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (active.get(i)) {
                found.add(arguments[i]);
            }
        }
        return found;
    }
}
