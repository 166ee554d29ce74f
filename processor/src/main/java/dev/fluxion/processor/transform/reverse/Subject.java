package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.analysis.Region;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.ControlVariables;
import dev.fluxion.processor.transform.normalise.Counters;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A function ready to be reversed, with what the analyses know of it.
 *
 * @param function in three-address form, structured, with named control
 * @param names the names of control
 * @param versions its reaching definitions
 * @param memory which arrays may be the same
 * @param primitives what is active
 * @param calls the mathematical functions that it calls
 * @param policy what is done with calls and with elements
 * @param split whether the two sweeps are functions of their own
 */
record Subject(
        Function function,
        ControlVariables.Names names,
        Versions versions,
        Memory memory,
        Primitives primitives,
        ComputedCalls calls,
        Calls policy,
        boolean split,
        Facts facts) {

    /** Memoised answers about statements. */
    static final class Facts {
        private final Map<Stmt, Set<Var>> touched = new IdentityHashMap<>();
        private final Map<Stmt, Boolean> reversed = new IdentityHashMap<>();
        private final Map<Stmt, Boolean> independent = new IdentityHashMap<>();
    }

    /**
     * A subject.
     *
     * @param policy what is done with calls
     * @param kept the parameters whose arrays are not written to between the two sweeps of a split function; what their shadows refer to stays the same, too
     */
    static Subject of(Preparation preparation, Calls policy, Set<Var> kept, boolean split) {
        Function function = preparation.function();
        Primitives primitives = preparation.primitives();
        Set<Var> unchanged = new HashSet<>(kept);
        kept.forEach(v -> unchanged.add(primitives.bars().get(v)));
        Memory memory = Memory.of(function, primitives.bars()::get, policy.summaries(), unchanged::contains);
        Versions versions = Versions.of(function, memory, primitives.bars()::get);
        ComputedCalls calls = ComputedCalls.of(function, versions);
        return new Subject(
                function, preparation.names(), versions, memory, primitives, calls, policy, split, new Facts());
    }

    /** Whether a variable is a number through which derivatives flow. */
    boolean isActive(Var v) {
        return primitives.isActiveNumber(v);
    }

    /** The shadows of active arrays. */
    Map<Var, Var> bars() {
        return primitives.bars();
    }

    /**
     * Whether an array element that a statement reads is still the same when the function ends: nothing may write to its array afterwards. Between the
     * two halves of a split function other code may.
     */
    boolean isStable(Stmt s, Expr.Element e) {
        return memory.contents(e.array())
                .map(m -> !(split && memory.isOutside(e.array()))
                        && (versions.survives(versions.memory(s, m))
                                || policy.testsDistances()
                                        && new Overwriting(memory, versions, rows()).isOver(s, e, m)))
                .orElse(true);
    }

    /** The derivation that is one of the two sweeps of what a statement calls. */
    Derivation sweep(Derivation.Transform transform, Stmt s, Callee callee, List<Expr> arguments) {
        List<Boolean> active = primitives.pattern(arguments);
        boolean knows = callee instanceof Callee.Method m && !policy.annotated().test(m);
        return knows
                ? new Derivation(
                        transform,
                        active,
                        arguments.stream().map(a -> isKept(s, a)).toList())
                : new Derivation(transform, active);
    }

    /** Whether what an array and its rows hold when a statement hands it to a callee is still the same when the function ends. */
    private boolean isKept(Stmt s, Expr array) {
        return array instanceof Expr.Read
                && array.type() instanceof Type.Array
                && !(split && memory.isOutsideAnywhere(array))
                && memory.levels(array).stream().allMatch(m -> versions.survives(versions.memory(s, m)));
    }

    private DistinctRows rows() {
        return new DistinctRows(function, memory, versions, !split && function.callee() instanceof Callee.Method);
    }

    /** Whether each iteration of a loop may be reversed at once, as far as memory goes. */
    boolean isIndependent(Stmt.Loop l) {
        return !split
                && policy.findsIndependent()
                && facts.independent.computeIfAbsent(
                        l, key -> new IndependentLoops(function, memory, versions).isIndependent(l));
    }

    /** Whether the reverse sweep has something to do in a statement. */
    boolean isReversed(Stmt s) {
        return facts.reversed.computeIfAbsent(s, key -> Reversal.isReversed(key, primitives));
    }

    /** The active variables from outside that a compound statement reads or assigns where it is reversed. */
    Set<Var> touched(Stmt s) {
        return facts.touched.computeIfAbsent(s, this::collectTouched);
    }

    private Set<Var> collectTouched(Stmt s) {
        Set<Var> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Var> found = new LinkedHashSet<>();
        for (Block b : Walk.blocks(s)) {
            Walk.statements(b, t -> {
                if (t instanceof Stmt.Declare d) {
                    inside.add(d.variable());
                }
                if (Walk.blocks(t).isEmpty() && isReversed(t)) {
                    Reversal.touched(t).stream().filter(this::isActive).forEach(found::add);
                }
            });
        }
        found.removeAll(inside);
        return found;
    }

    /** An expression of a statement with each variable replaced by what stands for the version that is read there. */
    Expr resolve(Expr e, Stmt at, java.util.function.Function<Version, Expr> value) {
        return new Rewriter() {
            @Override
            protected Expr leave(Expr part) {
                return part instanceof Expr.Read r ? value.apply(versions.use(at, r.variable())) : part;
            }
        }.expr(e);
    }

    /** The counter of a counting loop, at the beginning of an iteration. */
    Version counter(Stmt.Loop l) {
        return versions.heads(l).get(Counters.of(l).orElseThrow().variable());
    }

    /** The region of one of the blocks of a statement. */
    Region region(Stmt s, int block) {
        return versions.regions(s).get(block);
    }
}
