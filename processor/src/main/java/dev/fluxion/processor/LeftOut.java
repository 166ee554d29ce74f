package dev.fluxion.processor;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The classes that the virtual calls of one companion leave out, since what they implement cannot be differentiated: on their objects the companion throws, as on
 * those of classes that are not in the compilation. It grows while the companion's methods are checked, which are checked again until it grows no more.
 */
final class LeftOut {

    private final Map<Callee.Method, Map<Type.Declared, String>> classes = new HashMap<>();
    private int size;
    private int version;

    /** How many there are. */
    int size() {
        return size;
    }

    /** Another number after every change. */
    int version() {
        return version;
    }

    void clear() {
        classes.clear();
        size = 0;
        version++;
    }

    void add(Callee.Method called, Type.Declared type, String why) {
        Map<Type.Declared, String> all = classes.computeIfAbsent(called, m -> new HashMap<>());
        if (all.putIfAbsent(type, why) == null) {
            size++;
            version++;
        }
    }

    /** Those that calls of a method leave out. */
    Set<Type.Declared> of(Callee.Method called) {
        return classes.getOrDefault(called, Map.of()).keySet();
    }

    /** For the user: their names, each with the reason. */
    String explained(Callee.Method called) {
        Map<String, String> sorted = new TreeMap<>();
        classes.getOrDefault(called, Map.of()).forEach((type, why) -> sorted.put(type.simpleName(), why));
        StringBuilder text = new StringBuilder();
        sorted.forEach((name, why) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(" (")
                .append(why)
                .append(')'));
        return text.toString();
    }
}
