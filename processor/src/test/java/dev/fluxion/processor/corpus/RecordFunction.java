package dev.fluxion.processor.corpus;

import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A differentiable method that takes or returns records, with what was generated for it. The receiver of one of a record is its first argument. */
final class RecordFunction {

    private final Method primal;
    private final Class<?> companion;

    RecordFunction(Method primal, Class<?> companion) {
        this.primal = primal;
        this.companion = companion;
        primal.setAccessible(true);
    }

    String name() {
        return primal.getDeclaringClass().getSimpleName() + "." + primal.getName();
    }

    private boolean isInstance() {
        return !Modifier.isStatic(primal.getModifiers());
    }

    /** The types of all arguments. */
    List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        if (isInstance()) {
            types.add(primal.getDeclaringClass());
        }
        types.addAll(Arrays.asList(primal.getParameterTypes()));
        return types;
    }

    /** What limits the numbers of an argument, or null. */
    Domain domain(int argument) {
        int parameter = argument - (isInstance() ? 1 : 0);
        return parameter < 0 ? null : primal.getParameters()[parameter].getAnnotation(Domain.class);
    }

    /** For each argument the type of its tangents, or null for a constant. */
    List<Class<?>> tangents() {
        Method jvp = find("Jvp", -1).orElseThrow();
        List<Class<?>> found = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (isInstance()) {
            names.add("self");
        }
        Arrays.stream(primal.getParameters()).map(Parameter::getName).forEach(names::add);
        for (String name : names) {
            found.add(Arrays.stream(jvp.getParameters())
                    .filter(p -> p.getName().equals(name + "Dot"))
                    .<Class<?>>map(Parameter::getType)
                    .findFirst()
                    .orElse(null));
        }
        return found;
    }

    /** The type of the result's adjoint, or null for void. */
    Class<?> seed() {
        return PlainMethods.of(companion)
                .filter(m -> m.getName().equals(primal.getName() + "Vjp"))
                .flatMap(m -> Arrays.stream(m.getParameters()))
                .filter(p -> p.getName().equals("resultBar"))
                .<Class<?>>map(Parameter::getType)
                .findFirst()
                .orElse(null);
    }

    ArrayFunction.Outcome call(List<Object> arguments) {
        return isInstance()
                ? invoke(primal, arguments.get(0), arguments.subList(1, arguments.size()))
                : invoke(primal, null, arguments);
    }

    Optional<ArrayFunction.Outcome> derived(String suffix, List<Object> arguments) {
        return find(suffix, arguments.size()).map(m -> invoke(m, null, arguments));
    }

    private static ArrayFunction.Outcome invoke(Method method, Object receiver, List<Object> arguments) {
        try {
            return new ArrayFunction.Outcome(method.invoke(receiver, arguments.toArray()), null);
        } catch (InvocationTargetException e) {
            return new ArrayFunction.Outcome(null, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Method> find(String suffix, int count) {
        Optional<Method> found = PlainMethods.of(companion)
                .filter(m -> m.getName().equals(primal.getName() + suffix))
                .filter(m -> count < 0 || m.getParameterCount() == count)
                .findFirst();
        found.ifPresent(m -> m.setAccessible(true));
        return found;
    }
}
