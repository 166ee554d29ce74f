package dev.fluxion.processor.ir;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The derivatives that users have written: rules of single methods, and classes whose methods are those of another class.
 *
 * @param rules by {@link Callee.Method#key()} of the target
 * @param twins from a class to the one whose derivatives its static methods share
 */
public record UserRules(Map<String, UserRule> rules, Map<Type.Declared, Type.Declared> twins) {

    public static final UserRules NONE = new UserRules(Map.of(), Map.of());

    public UserRules {
        rules = Map.copyOf(rules);
        twins = Map.copyOf(twins);
    }

    /** The rule of a method: its own, else that of the method that it is a twin of. */
    public Optional<UserRule> find(Callee.Method method) {
        return chain(method).stream()
                .map(m -> rules.get(m.key()))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The method itself, the one whose derivative it shares, the one whose derivative that one shares, and so on. */
    public Set<Callee.Method> chain(Callee.Method method) {
        Set<Callee.Method> chain = new LinkedHashSet<>();
        Callee.Method next = method;
        while (next != null && chain.add(next)) {
            Type.Declared like = next.isStatic() ? twins.get(next.owner()) : null;
            next = like == null ? null : like(next, like);
        }
        return chain;
    }

    private static Callee.Method like(Callee.Method m, Type.Declared owner) {
        return new Callee.Method(owner, m.name(), m.parameters(), m.result(), m.isStatic(), m.access());
    }
}
