package dev.fluxion.processor.corpus;

import dev.fluxion.processor.PlainMethods;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The classes of a compilation of the corpus, in a loader of their own, so that their static fields are their own too. */
public class CompiledCorpus extends ClassLoader {

    private static final String COMPANION = "Grad";

    private final Map<String, byte[]> classes;
    private final Map<String, String> companions;

    public CompiledCorpus(Map<String, byte[]> classes, Map<String, String> companions) {
        super(CompiledCorpus.class.getClassLoader());
        this.classes = classes;
        this.companions = companions;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] woven = weave(bytes);
        return defineClass(name, woven, 0, woven.length);
    }

    /** What is defined in the place of a class that was compiled. */
    protected byte[] weave(byte[] compiled) {
        return compiled;
    }

    /** The text of each companion, by its class's name. */
    public Map<String, String> companions() {
        return companions;
    }

    /** All functions that have derivatives, in the order of their classes and names. */
    public List<CorpusFunction> functions() {
        List<CorpusFunction> found = new ArrayList<>();
        for (String name : classes.keySet()) {
            String companion = name.replace('$', '_') + COMPANION;
            if (classes.containsKey(companion)) {
                found.addAll(functions(load(name), load(companion)));
            }
        }
        found.sort(Comparator.comparing(CorpusFunction::name));
        return found;
    }

    /** All functions over arrays, in the order of their classes and names. */
    List<ArrayFunction> arrayFunctions() {
        List<ArrayFunction> found = new ArrayList<>();
        for (String name : classes.keySet()) {
            if (classes.containsKey(name + COMPANION)) {
                Class<?> companion = load(name + COMPANION);
                Arrays.stream(load(name).getDeclaredMethods())
                        .filter(m -> PlainMethods.of(companion)
                                .anyMatch(d -> d.getName().equals(m.getName() + "Jvp")))
                        .map(m -> new ArrayFunction(m, companion))
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(ArrayFunction::name));
        return found;
    }

    /** All functions of records, in the order of their classes and names; a companion of a nested class is of one with its name. */
    List<RecordFunction> recordFunctions() {
        List<RecordFunction> found = new ArrayList<>();
        for (String name : classes.keySet()) {
            String companion = name.replace('$', '_') + COMPANION;
            if (classes.containsKey(companion)) {
                Arrays.stream(load(name).getDeclaredMethods())
                        .filter(m -> PlainMethods.of(load(companion))
                                .anyMatch(d -> d.getName().equals(m.getName() + "Jvp")))
                        .map(m -> new RecordFunction(m, load(companion)))
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(RecordFunction::name));
        return found;
    }

    private Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<CorpusFunction> functions(Class<?> user, Class<?> companion) {
        List<CorpusFunction> found = new ArrayList<>();
        for (Method gradient : PlainMethods.of(companion).toList()) {
            String stem = stem(gradient);
            if (stem != null && !isInstance(user, gradient)) {
                found.add(new CorpusFunction(primal(user, stem, gradient), companion, stem));
            }
        }
        return found;
    }

    /** Whether a gradient is that of an instance method, which other functions of the corpus call. */
    private static boolean isInstance(Class<?> user, Method gradient) {
        Class<?>[] types = gradient.getParameterTypes();
        return types.length > 0
                && types[0] == user
                && Arrays.stream(user.getDeclaredMethods())
                        .anyMatch(m -> !Modifier.isStatic(m.getModifiers())
                                && gradient.getName().equals(m.getName() + "Gradient"));
    }

    private static String stem(Method m) {
        boolean isGradient = m.getName().endsWith("Gradient")
                && m.getReturnType().isRecord()
                && Arrays.stream(m.getParameterTypes()).noneMatch(Class::isArray);
        return isGradient ? m.getName().substring(0, m.getName().length() - "Gradient".length()) : null;
    }

    /** The method with the parameters of a gradient whose name is its stem or, with a name of its own, begins it. */
    private static Method primal(Class<?> user, String stem, Method gradient) {
        return Arrays.stream(user.getDeclaredMethods())
                .filter(m -> stem.startsWith(m.getName()))
                .filter(m -> Arrays.equals(m.getParameterTypes(), gradient.getParameterTypes()))
                .max(Comparator.comparingInt(m -> m.getName().length()))
                .orElseThrow(() -> new AssertionError("no method of " + gradient));
    }
}
