package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables several parts of a function mention, the function itself being one, and which of them a part declares or gives a value. */
final class Shared {

    private final Plan plan;
    private final Map<Var, Set<Integer>> mentions = new HashMap<>();
    private final Set<Var> given = new LinkedHashSet<>();

    /** What is given a value where only a local variable can be. */
    private final Set<Var> local = new LinkedHashSet<>();

    Shared(Function function, Plan plan) {
        this.plan = plan;
        function.variables().forEach(v -> mention(v, 0));
        block(function.body(), 0);
    }

    /** The shared variables that a part declares or gives a value. */
    List<Var> changed() {
        return given.stream().filter(this::isShared).toList();
    }

    /** Those of them that cannot be elsewhere than in a local variable. */
    List<Var> unmovable() {
        return changed().stream()
                .filter(v -> !v.type().isPrimitive() || local.contains(v))
                .toList();
    }

    boolean isShared(Var v) {
        return mentions.getOrDefault(v, Set.of()).size() > 1;
    }

    private void block(Block b, int outer) {
        for (Stmt s : b.statements()) {
            int part = plan.part(s) == 0 ? outer : plan.part(s);
            statement(s, part);
            Walk.blocks(s).forEach(inner -> block(inner, part));
        }
    }

    private void statement(Stmt s, int part) {
        List<Var> defined = Occurrences.defined(s);
        defined.forEach(v -> mention(v, part));
        if (part != 0) {
            given.addAll(defined);
        }
        if (s instanceof Stmt.Declare d) {
            mention(d.variable(), part);
            if (part != 0) {
                given.add(d.variable()); // Others may give it its value, but they have to see it.
            }
        } else if (s instanceof Stmt.Push p) {
            mention(p.stack(), part);
        } else if (s instanceof Stmt.Loop l) {
            Walk.statements(l.init(), inner -> local.addAll(Occurrences.defined(inner)));
            Walk.statements(l.update(), inner -> local.addAll(Occurrences.defined(inner)));
        } else if (s instanceof Stmt.Try t) {
            local.addAll(defined);
            t.resources().forEach(r -> local.add(r.variable()));
        }
        Walk.expressions(s)
                .forEach(e -> Walk.expressions(e, inner -> {
                    Var v = Occurrences.read(inner);
                    if (v != null) {
                        mention(v, part);
                    }
                    if (inner instanceof Expr.Opaque) {
                        local.addAll(Occurrences.reads(inner));
                    }
                }));
    }

    private void mention(Var v, int part) {
        mentions.computeIfAbsent(v, k -> new LinkedHashSet<>()).add(part);
    }
}
