package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which values of the forward sweep the reverse sweep asks for, in all and while each compound statement is reversed. */
final class Demands {

    private final Set<Version> all = new LinkedHashSet<>();
    private final Map<Stmt, Set<Version>> within = new IdentityHashMap<>();
    private final Deque<Stmt> open = new ArrayDeque<>();

    void enter(Stmt s) {
        open.push(s);
    }

    void leave() {
        open.pop();
    }

    void add(Version v) {
        all.add(v);
        open.forEach(
                s -> within.computeIfAbsent(s, key -> new LinkedHashSet<>()).add(v));
    }

    Set<Version> all() {
        return all;
    }

    Set<Version> within(Stmt s) {
        return within.getOrDefault(s, Set.of());
    }
}
