package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For every value that the reverse sweep asks for, where it is taken from. */
final class Plan {

    private final Map<Version, Strategy> strategies = new LinkedHashMap<>();
    private final Map<Stmt.Loop, Map<Version, Strategy.Carried>> carried = new IdentityHashMap<>();
    private final Map<Stmt.Loop, Var> exits = new IdentityHashMap<>();
    private final Map<Stmt.Loop, Var> emptied = new IdentityHashMap<>();

    boolean isEmpty() {
        return strategies.isEmpty() && exits.isEmpty();
    }

    Strategy strategy(Version v) {
        return strategies.get(v);
    }

    boolean asksFor(Version v) {
        return strategies.containsKey(v);
    }

    Map<Version, Strategy> strategies() {
        return strategies;
    }

    void put(Version v, Strategy s) {
        strategies.put(v, s);
        if (s instanceof Strategy.Carried c) {
            carried.computeIfAbsent(c.loop(), l -> new LinkedHashMap<>()).put(v, c);
        } else if (s instanceof Strategy.Stacked k && isOncePerIteration(v)) {
            emptied.putIfAbsent((Stmt.Loop) v.region().owner(), k.stack());
        }
    }

    /** Whether a stack that holds this value has one element for every iteration of the one loop around it. */
    private static boolean isOncePerIteration(Version v) {
        Region body = v.region();
        return body.owner() instanceof Stmt.Loop && body.parent().instance().isRoot();
    }

    /** The values that the reverse of a branch takes from the tape between the halves of a split function, in the order in which they are put there. */
    List<Version> passed(Region branch, Set<Version> asked) {
        List<Version> passed = new ArrayList<>();
        strategies.forEach((v, s) -> {
            if (s instanceof Strategy.Passed && v.region() == branch && asked.contains(v)) {
                passed.add(v);
            }
        });
        return passed;
    }

    /** The values that the reversal of a loop carries from iteration to iteration. */
    Map<Version, Strategy.Carried> carriedBy(Stmt.Loop l) {
        return carried.getOrDefault(l, Map.of());
    }

    /** A stack that is empty exactly when all iterations of a loop are reversed, or null. */
    Var emptied(Stmt.Loop l) {
        return emptied.get(l);
    }

    /** The variable of the reversed loop that tells by which exit the loop was left, or null where nothing asks. */
    Var exit(Stmt.Loop l) {
        return exits.get(l);
    }

    /** The same, made if need be. */
    Var askExit(Stmt.Loop l) {
        return exits.computeIfAbsent(l, key -> Var.temporary("exit", Type.Primitive.INT));
    }
}
