package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.FunctionType;
import dev.fluxion.processor.ir.Program;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What calls do to arrays, by what their callees' bodies do (interprocedural side effects: Banning 1979). Nothing is known of a method without a body. What a virtual call does is
 * what one of its implementations does.
 * Recursion starts from callees that do nothing and grows until nothing is added.
 */
public final class Summaries {

    /** Knows no body. */
    public static final Summaries NONE = new Summaries(callee -> Optional.empty());

    private final Program program;
    private final Map<Callee.Method, ArrayEffects> known = new HashMap<>();

    /** The callees of this search, with what is known of them so far; those looked at in this round. */
    private final Map<Callee.Method, ArrayEffects> open = new HashMap<>();

    private final Set<Callee.Method> visited = new HashSet<>();
    private boolean grown;

    public Summaries(Program program) {
        this.program = program;
    }

    /** What a call does to the arrays that it is given, and which of them it returns; empty for a callee without a body. */
    public Optional<ArrayEffects> of(Callee callee) {
        if (FunctionType.givenTo(callee).isPresent()) {
            return Optional.of(ArrayEffects.NONE); // By the contract of such functions.
        }
        if (!(callee instanceof Callee.Method m)) {
            return Optional.empty();
        } else if (known.containsKey(m)) {
            return Optional.of(known.get(m));
        }
        Optional<Function> body = program.find(m);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(open.isEmpty() ? settled(m, body.get()) : inRound(m, body.get()));
    }

    /** The same of a call that is looked into: its receiver, if it has one, is the first argument. */
    public Optional<ArrayEffects> of(Expr.Call c) {
        return c.target() == null ? of(c.callee()) : Optional.empty();
    }

    /** The parameters of a function, by number, whose arrays of floating-point numbers it may write to, or rows reached from them. */
    public Set<Integer> written(Function f) {
        Set<Integer> found =
                new HashSet<>(of(f.callee()).orElseGet(() -> effects(f)).written());
        found.removeIf(i -> !f.variables().get(i).type().isFloatingArray());
        return found;
    }

    private ArrayEffects settled(Callee.Method m, Function body) {
        do {
            grown = false;
            visited.clear();
            inRound(m, body);
        } while (grown);
        known.putAll(open);
        open.clear();
        return known.get(m);
    }

    private ArrayEffects inRound(Callee.Method m, Function body) {
        ArrayEffects before = open.computeIfAbsent(m, callee -> ArrayEffects.NONE);
        if (!visited.add(m)) {
            return before;
        }
        ArrayEffects now = effects(body);
        grown |= !now.equals(before);
        open.put(m, now);
        return now;
    }

    private ArrayEffects effects(Function f) {
        Memory memory = Memory.of(f, v -> null, this);
        Map<Integer, List<Expr>> arrays = new LinkedHashMap<>();
        for (int i = 0; i < f.variables().size(); i++) {
            arrays.put(i, List.of(Expr.read(f.variables().get(i))));
        }
        arrays.put(ArrayEffects.RESULT, returned(f));
        arrays.values().removeIf(of -> of.stream().noneMatch(e -> e.type() instanceof Type.Array));
        Set<Var> writes = memory.written(f.body());
        Set<Integer> written = new HashSet<>();
        Set<Integer> kept = new HashSet<>();
        Map<Integer, Set<Var>> levels = new LinkedHashMap<>();
        arrays.forEach((i, of) -> {
            Set<Var> all = new HashSet<>();
            of.forEach(e -> all.addAll(memory.levels(e)));
            levels.put(i, all);
            if (i != ArrayEffects.RESULT && !Collections.disjoint(all, writes)) {
                written.add(i);
            }
            if (of.stream().anyMatch(memory::isKept)) {
                kept.add(i);
            }
        });
        Set<List<Integer>> shared = new HashSet<>();
        levels.forEach((i, a) -> levels.forEach((j, b) -> {
            if (i < j && !Collections.disjoint(a, b)) {
                shared.add(List.of(i, j));
            }
        }));
        boolean returnsHeld =
                arrays.getOrDefault(ArrayEffects.RESULT, List.of()).stream().anyMatch(memory::reachesHeld);
        return new ArrayEffects(written, kept, shared, returnsHeld, memory.writesKept(f.body()));
    }

    private static List<Expr> returned(Function f) {
        List<Expr> found = new ArrayList<>();
        Walk.statements(f.body(), s -> {
            if (s instanceof Stmt.Return r) {
                found.addAll(r.values());
            }
        });
        return found;
    }
}
