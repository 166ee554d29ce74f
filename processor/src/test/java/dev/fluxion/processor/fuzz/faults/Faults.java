package dev.fluxion.processor.fuzz.faults;

import static dev.fluxion.processor.fuzz.faults.Mutation.always;
import static dev.fluxion.processor.fuzz.faults.Mutation.called;
import static dev.fluxion.processor.fuzz.faults.Mutation.constant;
import static dev.fluxion.processor.fuzz.faults.Mutation.negated;
import static dev.fluxion.processor.fuzz.faults.Mutation.nothing;
import static dev.fluxion.processor.fuzz.faults.Mutation.number;
import static dev.fluxion.processor.fuzz.faults.Mutation.once;
import static dev.fluxion.processor.fuzz.faults.Mutation.skipped;
import static dev.fluxion.processor.fuzz.faults.Mutation.swapped;
import static dev.fluxion.processor.fuzz.faults.Mutation.swappedNew;
import static dev.fluxion.processor.fuzz.faults.Mutation.text;

import java.util.ArrayList;
import java.util.List;

/** The faults that are planted, one by one: mistakes that someone who changes the compiler might make. */
final class Faults {

    static final List<Fault> ALL = all();

    private Faults() {}

    private static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        rules(all);
        activity(all);
        recording(all);
        sweeps(all);
        loops(all);
        adjoints(all);
        forward(all);
        normalising(all);
        simplifying(all);
        fusing(all);
        arrays(all);
        aliases(all);
        return all;
    }

    private static void add(List<Fault> all, String what, String owner, String method, Mutation mutation) {
        all.add(new Fault(what, owner, method, mutation));
    }

    private static void rules(List<Fault> all) {
        String math = "rules.MathRules";
        add(all, "the partial of sin is sin", math, "trigonometry", text("cos", "sin"));
        add(all, "wrong sign of the partial of cos", math, "trigonometry", skipped("negated", 0));
        add(all, "first and second partial of atan2 mixed up", math, "trigonometry", text("atan2First", "atan2Second"));
        add(all, "the partial of tanh is 1 + tanh²", math, "hyperbolics", called("minus", "plus"));
        add(all, "the partial of sinh is sinh", math, "hyperbolics", text("cosh", "sinh"));
        add(all, "the partial of exp is its argument", math, "exponentials", called("value", "x"));
        add(
                all,
                "the partial of pow by its exponent is that by its base",
                math,
                "powerByExponent",
                text("powExponent", "powBase"));
        add(all, "the second partial of hypot is the first", math, "roots", called("y", "x"));
        add(all, "the partials of fma swapped", math, "add", called("y", "x"));
        add(all, "the partial of abs is abs", math, "kinks", text("signum", "abs"));
        String operators = "rules.OperatorRules";
        add(all, "wrong sign of a negation", operators, "new", skipped("negative", 0));
        add(all, "a factor's partial is the factor itself", operators, "new", called("y", "x"));
        add(all, "wrong sign of a quotient's second partial", operators, "quotientByDivisor", skipped("negated", 0));
        add(
                all,
                "a quotient's second partial lacks the quotient",
                operators,
                "quotientByDivisor",
                called("value", "y"));
        add(all, "wrong sign of a remainder's second partial", operators, "remainderByDivisor", skipped("negated", 0));
        add(all, "a seed is converted to the wrong type", operators, "conversion", negated(0));
        add(all, "no strong zero", "rules.Site", "strongTimes", called("times", "over"));
    }

    private static void activity(List<Fault> all) {
        String activity = "transform.Activity";
        add(
                all,
                "activity passes the first arm of a conditional only",
                activity,
                "isVaried(Expr;",
                called("whenFalse", "whenTrue"));
        add(
                all,
                "usefulness passes the second arm of a conditional only",
                activity,
                "use(Expr;",
                called("whenTrue", "whenFalse"));
        add(all, "activity is not followed round loops", activity, "repeat", once(0));
        add(all, "assignments do not make active", activity, "vary(Stmt;", skipped("vary", 1));
        add(all, "a last operand does not make active", "rules.RuleTable", "passes", always(false));
        add(
                all,
                "calls with active arguments count as inactive",
                "transform.reverse.Primitives",
                "isDerived",
                always(false));
    }

    private static void recording(List<Fault> all) {
        add(all, "an overwritten value counts as still there", "analysis.Versions", "survives", always(true));
        add(all, "what a loop changes counts as unchanged behind it", "analysis.Versions", "loop", skipped("put", 3));
        add(
                all,
                "values are computed again from changed operands",
                "transform.reverse.Planner",
                "isStillThere",
                always(true));
        add(
                all,
                "nothing is there anyhow, so dear values count as cheap",
                "transform.reverse.Planner",
                "isThereAnyhow",
                always(true));
        add(
                all,
                "a carried value begins with that of the first iteration",
                "transform.reverse.Planner",
                "repeated",
                swappedNew("Strategy$Carried", 0));
        add(
                all,
                "a value is stepped forward instead of back",
                "transform.reverse.Values",
                "fetch",
                constant("SUBTRACT", "ADD", 0));
        add(
                all,
                "an exit's condition is that of any branch that reads it",
                "transform.reverse.Planner",
                "leaves",
                always(true));
        String sweep = "transform.reverse.ForwardSweep";
        add(
                all,
                "values of the head of an iteration are recorded behind the loop",
                sweep,
                "save",
                constant("HEAD", "PARAMETER", 0));
        add(all, "nothing is recorded behind a statement", sweep, "statement", skipped("forEach", 0));
        add(all, "nothing is recorded at the head of an iteration", sweep, "loop", skipped("forEach", 0));
        add(all, "the tape's index is one too large", "transform.normalise.CountedLoop", "index", number(-1, 0, 0));
        add(all, "calls do not record", sweep, "swept", negated(0));
        add(all, "exits and trips that are asked for are dropped", sweep, "dropUnasked", negated(0));
    }

    private static void sweeps(List<Fault> all) {
        String sweep = "transform.reverse.ReverseSweep";
        add(all, "the reverse of a branch is that of the other one", sweep, "branch", called("whenTrue", "whenFalse"));
        add(all, "what holds of adjoints leaks from one arm to the other", sweep, "branch", skipped("restore", 0));
        add(all, "what holds of adjoints leaks from case to case", sweep, "choice", skipped("restore", 0));
        add(all, "an adjoint that is zero in one arm keeps what it held", sweep, "merge", skipped("materialise", 0));
        add(all, "what one arm makes of an adjoint is forgotten", sweep, "merge", negated(2));
        add(all, "adjoints of one iteration stay for the next", sweep, "loop", skipped("settle", 0));
        add(all, "a stack is popped wherever the value is first needed", sweep, "isDue", always(false));
        add(all, "a switch's cases are not merged", sweep, "choice", skipped("merge", 0));
        String calls = "transform.reverse.CallReversal";
        add(all, "the seed of a call is zero", calls, "seed", negated(1));
        add(all, "a call records nothing, yet its reverse reads", calls, "forward", negated(1));
        add(all, "adjoints of arguments are dropped", calls, "sweep", skipped("merge", 0));
        add(
                all,
                "a value for the reverse sweep is not put on the shared tape",
                "transform.reverse.ReverseMode",
                "firstHalf",
                skipped("add", 0));
    }

    private static void loops(List<Fault> all) {
        String reversal = "transform.reverse.LoopReversal";
        add(all, "the exit is not forgotten after one reversed iteration", reversal, "endIteration", number(0, 1, 0));
        add(all, "a loop is reversed once too often", reversal, "loop", constant("GREATER", "GREATER_EQUAL", 0));
        add(
                all,
                "a stepped loop is reversed once too often",
                reversal,
                "stepped",
                constant("GREATER", "GREATER_EQUAL", 0));
        add(all, "a reversed counter goes the wrong way", reversal, "countedFrom", constant("ADD", "SUBTRACT", 0));
        add(all, "carried values stay those of the last iteration", reversal, "beginIteration", skipped("forEach", 0));
        String counted = "transform.normalise.CountedLoop";
        add(
                all,
                "the first iteration is not reversed",
                counted,
                "reversedCondition",
                constant("GREATER_EQUAL", "GREATER", 0));
        add(all, "the last iteration is mistaken", counted, "last", negated(2));
        add(all, "a bound that changes counts as fixed", counted, "isInvariant", always(true));
        add(all, "breaks are overlooked", "transform.normalise.ControlVariables", "hasBreak", always(false));
        add(
                all,
                "counters that bodies change are overlooked",
                "transform.normalise.Counters",
                "assigns",
                always(false));
        add(
                all,
                "a decrement counts as an increment",
                "transform.normalise.Counters",
                "step",
                constant("SUBTRACT", "ADD", 0));
        add(
                all,
                "iterations are counted downwards",
                "transform.normalise.ControlVariables",
                "plusOne",
                constant("ADD", "SUBTRACT", 0));
    }

    private static void adjoints(List<Fault> all) {
        String operations = "transform.reverse.Operations";
        add(all, "contributions are subtracted", "transform.reverse.Adjoints", "add", constant("ADD", "SUBTRACT", 0));
        add(
                all,
                "zero is not written where an adjoint must hold it",
                "transform.reverse.Adjoints",
                "materialise",
                constant("STALE", "ABSENT", 0));
        add(
                all,
                "the adjoint of an overwritten variable is not cleared",
                operations,
                "distribute",
                constant("STALE", "LIVE", 0));
        add(all, "contributions to other variables are lost", operations, "distribute", negated(0));
        add(all, "two contributions to one variable are subtracted", operations, "sum", constant("ADD", "SUBTRACT", 0));
    }

    private static void forward(List<Fault> all) {
        String tangents = "transform.forward.TangentAssignments";
        add(all, "a tangent is computed from a variable that has changed", tangents, "reads", always(false));
        add(all, "tangents of operands are subtracted", tangents, "sum", constant("ADD", "SUBTRACT", 0));
        add(
                all,
                "tangents of arguments are not passed on",
                "transform.forward.TangentCalls",
                "isDerived",
                always(false));
    }

    private static void normalising(List<Fault> all) {
        add(
                all,
                "an exit is taken for its opposite",
                "transform.normalise.JumpElimination",
                "equal",
                constant("EQUAL", "NOT_EQUAL", 0));
        add(
                all,
                "the arms of a conditional are swapped",
                "transform.normalise.ThreeAddress",
                "choice",
                called("whenTrue", "whenFalse"));
        add(all, "what may throw counts as total", "ir.Effects", "isTotal", always(true));
    }

    private static void simplifying(List<Fault> all) {
        String simplify = "transform.simplify.";
        add(
                all,
                "a copy is read after its source has changed",
                simplify + "CopyPropagation",
                "isUnchanged",
                always(true));
        add(
                all,
                "a value moves past a change of its operands",
                simplify + "ForwardSubstitution",
                "changes",
                always(false));
        add(
                all,
                "a sum moves past a change of its operands",
                simplify + "Accumulation",
                "merge",
                skipped("anyMatch", 0));
        add(all, "0 - x is x", simplify + "Algebra", "difference", skipped("negative", 0));
        add(all, "-x / y is x / y", simplify + "Algebra", "quotient", skipped("negative", 0));
        add(all, "-(x - y) is x - y", simplify + "Algebra", "negative", swapped("minus", 0));
        add(all, "what the next iteration reads counts as dead", simplify + "LiveCode", "loop", skipped("addAll", 2));
        add(all, "what one arm reads counts as dead", simplify + "LiveCode", "branch", skipped("addAll", 0));
        add(all, "what a handler reads counts as dead", simplify + "LiveCode", "assign", called("contains", "remove"));
        add(
                all,
                "a shared expression outlives a change of its operands",
                simplify + "Sharing",
                "best",
                skipped("anyMatch", 0));
        add(all, "a value in reuse outlives a change of its operands", simplify + "Reuse", "forget", nothing());
        add(all, "a constant sinks past a read", simplify + "Sinking", "isReplaced(Stmt;", always(true));
        add(all, "names merge that are still in use", simplify + "Coalescing", "takesOver", always(true));
    }

    private static void fusing(List<Fault> all) {
        String simplify = "transform.simplify.";
        add(all, "statements that depend on each other change places", simplify + "Order", "commute", always(true));
        add(
                all,
                "branches fuse although the condition has changed",
                simplify + "BranchFusion",
                "isStable",
                always(true));
        add(
                all,
                "a loop with a recurrence is reversed at once",
                simplify + "ReversedLoop",
                "isIndependent",
                always(true));
        add(all, "an adjoint that is overwritten counts as a sum", simplify + "ReversedLoop", "isSum", always(true));
        add(all, "factors outlive a change", simplify + "Factoring", "forget", nothing());
    }

    private static void arrays(List<Fault> all) {
        String adjoints = "transform.reverse.ArrayAdjoints";
        add(all, "what is read from an array adds nothing to its adjoint", adjoints, "read", skipped("add", 0));
        add(
                all,
                "what is read from an array is subtracted from its adjoint",
                adjoints,
                "read",
                constant("ADD", "SUBTRACT", 0));
        add(all, "a stored value gets no adjoint", adjoints, "store", skipped("add", 0));
        add(all, "the adjoint of an overwritten element is not cleared", adjoints, "store", skipped("add", 1));
        add(
                all,
                "elements are read at the index as it is now",
                "transform.reverse.Operations",
                "read",
                skipped("resolve", 0));
        String memory = "analysis.Memory";
        add(
                all,
                "stores leave memory as it was",
                memory,
                "written(Ldev/fluxion/processor/ir/Stmt;",
                skipped("ifPresent", 0));
        add(all, "calls leave memory as it was", memory, "unknown", nothing());
        add(all, "callees leave rows as they were", memory, "levels", nothing());
        add(all, "elements may move past stores", "ir.Effects", "readsMemory", always(false));
    }

    private static void aliases(List<Fault> all) {
        String shadows = "transform.reverse.Shadows";
        add(all, "an alias has an adjoint of its own", shadows, "of", skipped("hasShadow", 0));
        add(all, "a row has an adjoint of its own", shadows, "of", skipped("hasShadow", 1));
        add(all, "another array in a variable keeps the old adjoint", shadows, "rewrite", skipped("hasShadow", 1));
        add(all, "a row that is replaced keeps its adjoint", shadows, "rewrite", skipped("hasShadow", 2));
        add(all, "a row that is stored has a new adjoint", shadows, "rewrite", skipped("hasShadow", 3));
        add(all, "parameters count as keeping their rows", shadows, "replacesRows", always(false));
        String memory = "analysis.Memory";
        add(all, "an alias counts as another array", memory, "assign", skipped("join", 0));
        add(all, "what is stored as a row counts as another array", memory, "unify", skipped("join", 0));
    }
}
