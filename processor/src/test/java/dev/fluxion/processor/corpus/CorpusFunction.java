package dev.fluxion.processor.corpus;

import dev.fluxion.Dual;
import dev.fluxion.processor.PlainMethods;
import dev.fluxion.tensor.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A differentiable method with all that was generated for it. */
public final class CorpusFunction {

    private final Method primal;
    private final Class<?> companion;
    private final String stem;
    private final boolean[] active;

    CorpusFunction(Method primal, Class<?> companion, String stem) {
        this.primal = primal;
        this.companion = companion;
        this.stem = stem;
        this.active =
                activity(primal, find("Gradient", primal.getParameterTypes()).orElseThrow());
    }

    private static boolean[] activity(Method primal, Method gradient) {
        List<String> names = Arrays.stream(gradient.getReturnType().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        Parameter[] parameters = primal.getParameters();
        boolean[] active = new boolean[parameters.length];
        for (int i = 0; i < active.length; i++) {
            String name = parameters[i].getName();
            active[i] = names.contains("d" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        return active;
    }

    public String name() {
        return primal.getDeclaringClass().getSimpleName() + "." + stem;
    }

    public Method primal() {
        return primal;
    }

    public String stem() {
        return stem;
    }

    public boolean isActive(int parameter) {
        return active[parameter];
    }

    /** The indices of the active parameters, in order. */
    public List<Integer> actives() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < active.length; i++) {
            if (active[i]) {
                found.add(i);
            }
        }
        return found;
    }

    /** Whether float arithmetic takes part, as far as the signature tells. */
    public boolean isFloat() {
        return isFloat(primal.getReturnType())
                || Arrays.stream(primal.getParameterTypes()).anyMatch(CorpusFunction::isFloat);
    }

    private static boolean isFloat(Class<?> type) {
        return type == float.class || type == Float.class;
    }

    public Call value() {
        return new Call(primal);
    }

    public Call gradient() {
        return new Call(find("Gradient", primal.getParameterTypes()).orElseThrow());
    }

    public Call jvp() {
        return new Call(find("Jvp", with(tangentTypes())).orElseThrow());
    }

    public Call vjp() {
        return new Call(
                find("Vjp", with(List.of(tangent(primal.getReturnType())))).orElseThrow());
    }

    public Optional<Call> derivative() {
        return find("Derivative", primal.getParameterTypes()).map(Call::new);
    }

    public Optional<Call> secondDerivative() {
        return find("SecondDerivative", primal.getParameterTypes()).map(Call::new);
    }

    public Optional<Call> hessian() {
        return find("Hessian", primal.getParameterTypes()).map(Call::new);
    }

    public Optional<Call> hvp() {
        return find("Hvp", with(List.of(double[].class))).map(Call::new);
    }

    /** The overload over dual numbers, where all is {@code double}. */
    public Optional<Call> dual() {
        return lifted(Dual.class);
    }

    /** The overload over tensors, where there are no side effects. */
    public Optional<Call> tensor() {
        return lifted(Tensor.class);
    }

    private Optional<Call> lifted(Class<?> type) {
        Class<?>[] types = primal.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            types[i] = active[i] ? type : types[i];
        }
        return find("", types).map(Call::new);
    }

    /** The closed form that the corpus gives: the derivative, or all of them. */
    Optional<Call> exact() {
        return beside("Exact");
    }

    /** The closed form of the second derivative, or of the matrix of them. */
    Optional<Call> secondExact() {
        return beside("SecondExact");
    }

    private Optional<Call> beside(String suffix) {
        return find(primal.getDeclaringClass(), stem + suffix, primal.getParameterTypes())
                .map(Call::new);
    }

    private List<Class<?>> tangentTypes() {
        List<Class<?>> types = new ArrayList<>();
        actives().forEach(i -> types.add(tangent(primal.getParameterTypes()[i])));
        return types;
    }

    private static Class<?> tangent(Class<?> type) {
        return isFloat(type) ? float.class : double.class;
    }

    private Class<?>[] with(List<Class<?>> more) {
        List<Class<?>> types = new ArrayList<>(List.of(primal.getParameterTypes()));
        types.addAll(more);
        return types.toArray(Class<?>[]::new);
    }

    private Optional<Method> find(String suffix, Class<?>[] types) {
        return find(companion, stem + suffix, types);
    }

    private static Optional<Method> find(Class<?> owner, String name, Class<?>[] types) {
        return PlainMethods.of(owner)
                .filter(m -> m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), types))
                .findFirst();
    }
}
