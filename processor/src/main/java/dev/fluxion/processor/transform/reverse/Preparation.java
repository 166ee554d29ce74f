package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.rules.RuleTable;
import dev.fluxion.processor.transform.Activity;
import dev.fluxion.processor.transform.normalise.ActiveCode;
import dev.fluxion.processor.transform.normalise.ControlVariables;
import dev.fluxion.processor.transform.normalise.ExceptionElimination;
import dev.fluxion.processor.transform.normalise.JumpElimination;
import dev.fluxion.processor.transform.normalise.TensorSteps;
import dev.fluxion.processor.transform.normalise.ThreeAddress;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A function in the form that is reversed.
 *
 * @param function structured, in three-address form, its control named
 * @param names the names of control
 * @param primitives what is active and which rules there are
 * @param rows the parameters whose rows may be replaced
 */
record Preparation(
        Function function, ControlVariables.Names names, Primitives primitives, Map<Var, Shadows.Rows> rows) {

    /** A primal function in three-address form. */
    static Function simple(Function primal, RuleTable rules, Calls calls, BiConsumer<String, Function> after) {
        Function handled = ExceptionElimination.apply(primal, rules);
        if (handled != primal) {
            after.accept("exceptions", handled);
        }
        ActiveCode active = new ActiveCode(Activity.of(handled, rules));
        Function structured = JumpElimination.apply(handled, active::isIn);
        after.accept("structure", structured);
        Activity before = Activity.of(structured, rules);
        Function addressed = ThreeAddress.apply(structured, before::isVaried);
        after.accept("normalise", addressed);
        Function simple = TensorSteps.apply(addressed, rules, Activity.of(addressed, rules)::isActive);
        if (simple != addressed) {
            after.accept("steps", simple);
        }
        if (calls.areElementsKnown()) {
            simple = KnownElements.apply(simple, calls.summaries());
            after.accept("number", simple);
        }
        return simple;
    }

    /** Prepares a function in three-address form, saying what each stage made of it. */
    static Preparation of(
            Function simple,
            RuleTable rules,
            boolean split,
            Calls calls,
            Var tape,
            BiConsumer<String, Function> after) {
        Activity activity = Activity.of(simple, rules);
        Shadows.Shadowed shadowed = Shadows.apply(simple, activity::isActive, rules, tape, split);
        after.accept("shadow", shadowed.function());
        Primitives primitives = new Primitives(rules, activity::isActive, shadowed.bars());
        Function function = shadowed.function();
        if (calls.arePreaccumulated()) {
            Preaccumulation.Preaccumulated taken = Preaccumulation.apply(function, primitives, calls.singular());
            function = taken.function();
            primitives = primitives.with(taken.partials());
            after.accept("preaccumulate", function);
        }
        return named(function, primitives, shadowed.rows(), after);
    }

    private static Preparation named(
            Function function, Primitives primitives, Map<Var, Shadows.Rows> rows, BiConsumer<String, Function> after) {
        ControlVariables.Named named = ControlVariables.apply(function, s -> Reversal.isReversed(s, primitives));
        after.accept("control", named.function());
        return new Preparation(named.function(), named.names(), primitives, rows);
    }
}
