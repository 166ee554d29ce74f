package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replaces objects by variables for their fields (scalar replacement of aggregates: Muchnick 1997, section 12.2), one class at a time, where active
 * values go into them. A class one of whose objects cannot be replaced is left alone; the check of active values says then what they are handed to.
 */
public final class ScalarReplacement {

    /** Objects in objects in objects: after so many classes something goes round in circles. */
    private static final int ROUNDS = 24;

    private final Structures structures;

    private ScalarReplacement(Structures structures) {
        this.structures = structures;
    }

    public static Function apply(Function function, Structures structures) {
        return new ScalarReplacement(structures).run(function);
    }

    private Function run(Function function) {
        Function current = function;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Function> next = step(current);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
        return function;
    }

    private Optional<Function> step(Function function) {
        for (Structures.Structure s : needed(function)) {
            Optional<Function> replaced = Replacement.of(function, s, structures);
            if (replaced.isPresent()) {
                return replaced;
            }
        }
        return Optional.empty();
    }

    /** The classes whose objects active values, or objects that may hold some, go into, in the order in which they are met. */
    private Set<Structures.Structure> needed(Function function) {
        if (!mentionsStructures(function)) {
            return Set.of();
        }
        Activity activity = Activity.of(function, RuleTable.of(function.strongZero()));
        Set<Structures.Structure> found = new LinkedHashSet<>();
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.StoreField f && f.target() != null && activity.isVaried(f.value())) {
                mutable(f.target().type()).ifPresent(found::add);
            }
        });
        withoutWholes(function, e -> {
            List<Expr> parts = Walk.parts(e);
            boolean holds = parts.stream().anyMatch(activity::isVaried);
            if (Objects.isMade(e)) {
                structures.find(e.type()).ifPresent(found::add);
            } else if (e instanceof Expr.New n) {
                boolean nested =
                        parts.stream().anyMatch(p -> structures.find(p.type()).isPresent());
                structures.find(n.type()).filter(s -> holds || nested).ifPresent(found::add);
            } else if (e instanceof Expr.Call c && c.callee() instanceof Callee.Method && holds) {
                structures.find(c.type()).ifPresent(found::add);
                parts.forEach(p -> mutable(p.type()).ifPresent(found::add));
            }
        });
        return found;
    }

    /** The expressions in a function but for the records that are there as a whole beside their fields. */
    private static void withoutWholes(Function function, Consumer<Expr> visitor) {
        Walk.statements(function.body(), s -> {
            if (!(s instanceof Stmt.Declare d && d.variable().isWhole())) {
                Walk.expressions(s).forEach(e -> Walk.expressions(e, visitor));
            }
        });
    }

    private boolean mentionsStructures(Function function) {
        boolean[] found = {false};
        withoutWholes(
                function,
                e -> found[0] |= (e instanceof Expr.New || e instanceof Expr.Call || Objects.isMade(e))
                        && structures.find(e.type()).isPresent());
        return found[0];
    }

    private Optional<Structures.Structure> mutable(Type type) {
        return structures.find(type).filter(s -> !s.isImmutable());
    }
}
