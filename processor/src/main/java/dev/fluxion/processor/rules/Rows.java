package dev.fluxion.processor.rules;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.rules.Row.Partial;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the rows of methods, by {@link Callee.Method#key()}. */
final class Rows {

    private final Map<String, Rule> byKey = new HashMap<>();
    private final boolean strongZero;

    Rows(boolean strongZero) {
        this.strongZero = strongZero;
    }

    Rule find(Callee.Method method) {
        return byKey.get(method.key());
    }

    /** The keys of the methods by which derivatives pass, sorted. */
    List<String> differentiable() {
        return byKey.keySet().stream()
                .filter(key -> byKey.get(key).kind() == Rule.Kind.DIFFERENTIABLE)
                .sorted()
                .toList();
    }

    /** A row without a method, such as an operator's. */
    Rule row(Partial... partials) {
        return new Row(Rule.Kind.DIFFERENTIABLE, strongZero, Arrays.asList(partials));
    }

    /** A method all of whose parameters have one type. */
    void method(Type.Declared owner, String name, Type type, Partial... partials) {
        method(owner, name, Collections.nCopies(partials.length, type), partials);
    }

    /** A method by which derivatives pass. Of an instance method the first partial is the receiver's, which is no parameter. */
    void method(Type.Declared owner, String name, List<Type> parameters, Partial... partials) {
        put(owner, name, parameters, row(partials));
    }

    /** A method by which no derivative passes. */
    void cut(Rule.Kind kind, Type.Declared owner, String name, Type... parameters) {
        put(owner, name, List.of(parameters), new Row(kind, strongZero, List.of()));
    }

    private void put(Type.Declared owner, String name, List<Type> parameters, Rule rule) {
        String key = Callee.Method.publicStatic(owner, name, null, parameters.toArray(Type[]::new))
                .key();
        if (byKey.put(key, rule) != null) {
            throw new AssertionError("two rows for " + key);
        }
    }
}
