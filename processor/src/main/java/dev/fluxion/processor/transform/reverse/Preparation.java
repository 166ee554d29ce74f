package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.normalise.ControlVariables;
import dev.fluxion.processor.transform.normalise.JumpElimination;
import dev.fluxion.processor.transform.normalise.ThreeAddress;

/**
 * A function in the form that is reversed.
 *
 * @param function structured, in three-address form, its control named
 * @param names the names of control
 * @param primitives what is active and which rules there are
 */
record Preparation(Function function, ControlVariables.Names names, Primitives primitives) {

    /** Prepares a primal function. */
    static Preparation of(Function primal, RuleTable rules) {
        Function structured = JumpElimination.apply(primal);
        Activity before = Activity.of(structured, rules);
        Function simple = ThreeAddress.apply(structured, before::isVaried);
        Activity activity = Activity.of(simple, rules);
        Primitives primitives = new Primitives(rules, activity::isActive);
        ControlVariables.Named named = ControlVariables.apply(simple, s -> Reversal.isReversed(s, activity::isActive));
        return new Preparation(named.function(), named.names(), primitives);
    }
}
