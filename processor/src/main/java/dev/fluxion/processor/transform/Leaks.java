package dev.fluxion.processor.transform;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where remnants are that more than one function can see: in fields, in objects that a callee was handed, in what a callee returns. It grows while
 * functions are looked at; they are looked at again until it grows no more.
 */
public final class Leaks {

    private final Set<Field> fields = new HashSet<>();
    private final Set<Callee> sources = new HashSet<>();
    private final Set<Context> returned = new HashSet<>();
    private final Set<List<Object>> filled = new HashSet<>();

    /** A callee in view of what it is handed: which arguments are active, and which are remnants. */
    record Context(Callee callee, List<Boolean> active, List<Boolean> remnants) {}

    /** How much is known. */
    public int size() {
        return fields.size() + sources.size() + returned.size() + filled.size();
    }

    boolean isIn(Field field) {
        return fields.contains(field);
    }

    boolean add(Field field) {
        return fields.add(field);
    }

    /** Whether remnants were put into an object that a callee returned: it may return the same one again. */
    boolean isSource(Callee callee) {
        return sources.contains(callee);
    }

    boolean addSource(Callee callee) {
        return sources.add(callee);
    }

    boolean isReturned(Context context) {
        return returned.contains(context);
    }

    void addReturned(Context context) {
        returned.add(context);
    }

    /** Whether a callee puts remnants into the object that it is handed as an argument. */
    boolean isFilled(Context context, int argument) {
        return filled.contains(List.of(context, argument));
    }

    void addFilled(Context context, int argument) {
        filled.add(List.of(context, argument));
    }
}
