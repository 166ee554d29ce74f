package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Value numbering (Cocke and Schwartz, Programming languages and their compilers, 1970): expressions have the same number if they give the
 * same value, bit for bit. A variable has a version, which changes with its value, so that nothing known has to be looked through
 * when a variable changes. Each expression is looked at once between two changes.
 */
final class ValueNumbers {

    private final Facts facts = new Facts();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<Var, Integer> versions = new HashMap<>();
    private Map<Expr, Integer> seen = new IdentityHashMap<>();

    /** The number of an expression's value, with its variables in their present versions. */
    int of(Expr e) {
        Integer known = seen.get(e);
        if (known == null) {
            known = find(e);
            seen.put(e, known);
        }
        return known;
    }

    Facts facts() {
        return facts;
    }

    /** The version of a variable: 0 until it is given another. */
    int version(Var v) {
        return versions.getOrDefault(v, 0);
    }

    /** Says that variables have other values from here on. */
    void set(Collection<Var> variables, int version) {
        variables.forEach(v -> versions.put(v, version));
        forget(!variables.isEmpty());
    }

    /** The versions of some variables, to go back to. */
    Map<Var, Integer> versions(Collection<Var> variables) {
        Map<Var, Integer> some = new HashMap<>();
        variables.forEach(v -> some.put(v, version(v)));
        return some;
    }

    /** Goes back to the versions that variables had. */
    void restore(Map<Var, Integer> some) {
        versions.putAll(some);
        forget(!some.isEmpty());
    }

    /** Goes back to where no variable had changed. */
    void restart() {
        versions.clear();
        forget(true);
    }

    private void forget(boolean changed) {
        if (changed && !seen.isEmpty()) {
            seen = new IdentityHashMap<>();
        }
    }

    private int find(Expr e) {
        List<Object> key = new ArrayList<>();
        key.add(what(e));
        Walk.parts(e).forEach(p -> key.add(of(p)));
        if (commutes(e) && (Integer) key.get(2) < (Integer) key.get(1)) {
            key.add(key.remove(1));
        }
        return numbers.computeIfAbsent(key, k -> numbers.size());
    }

    private static boolean commutes(Expr e) {
        return e instanceof Expr.Binary b && (b.operator() == Operator.ADD || b.operator() == Operator.MULTIPLY);
    }

    /** What an expression does with its parts. */
    private Object what(Expr e) {
        if (e instanceof Expr.Read r) {
            return List.of(r.variable(), version(r.variable()));
        } else if (e instanceof Expr.Unary u) {
            return List.of(u.operator(), u.type());
        } else if (e instanceof Expr.Binary b) {
            return List.of(b.operator(), b.type());
        } else if (e instanceof Expr.Call c) {
            return c.callee();
        } else if (e instanceof Expr.Cast c) {
            return List.of(Expr.Cast.class, c.type());
        } else if (e instanceof Expr.FieldRead f) {
            return f.field();
        } else if (e instanceof Expr.InstanceOf i) {
            return List.of(Expr.InstanceOf.class, i.tested());
        }
        return e instanceof Expr.Conditional || e instanceof Expr.Element || e instanceof Expr.Length
                ? e.getClass()
                : e;
    }
}
