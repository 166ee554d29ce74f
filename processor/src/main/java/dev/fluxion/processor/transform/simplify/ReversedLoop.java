package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A counted loop and a later one that goes through the same iterations backwards, of which each only adds to adjoints.
 *
 * @param loop the loop of the forward sweep
 * @param reversed the loop of the reverse sweep
 * @param sums the adjoints that the reversed loop adds to
 * @param inputs what the reversed loop reads besides, from outside
 * @param arrays the arrays of the primal
 * @param known whether the iterations are known to be independent in what they do to arrays
 */
record ReversedLoop(
        Stmt.Loop loop, Stmt.Loop reversed, Set<Var> sums, Set<Var> inputs, PrimalArrays arrays, boolean known) {

    /** Two loops of which the second undoes the first in an order that does not matter, if they are that. */
    static Optional<ReversedLoop> of(Stmt first, Stmt second, PrimalArrays arrays, Callee function) {
        if (!(first instanceof Stmt.Loop loop)
                || !(second instanceof Stmt.Loop reversed)
                || !isReverse(loop, reversed)) {
            return Optional.empty();
        }
        Set<Var> own = Order.given(reversed.init().statements().get(0));
        Set<Var> read = new LinkedHashSet<>();
        Set<Var> sums = new LinkedHashSet<>();
        Walk.statements(reversed.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            }
            sums.addAll(Occurrences.defined(s));
            Walk.expressions(s).forEach(e -> read.addAll(Occurrences.reads(e)));
        });
        sums.removeAll(own);
        read.removeAll(own);
        read.removeAll(sums);
        ReversedLoop pair = new ReversedLoop(
                loop, reversed, sums, read, arrays, reversed.label().undoes(loop.label(), function));
        return pair.isIndependent() ? Optional.of(pair) : Optional.empty();
    }

    Var counter() {
        return CountedLoop.of(loop).orElseThrow().counter();
    }

    Var reversedCounter() {
        return CountedLoop.of(reversed).orElseThrow().counter();
    }

    /** Whether a loop goes through the iterations of another one backwards. */
    static boolean isReverse(Stmt.Loop loop, Stmt.Loop reversed) {
        CountedLoop there = CountedLoop.of(loop).orElse(null);
        CountedLoop back = CountedLoop.of(reversed).orElse(null);
        return there != null
                && back != null
                && there.isPlain()
                && there.upwards() != back.upwards()
                && back.inclusive()
                && back.bound().equals(there.from())
                && back.from().equals(there.last(there.from(), there.bound()));
    }

    /** Whether an iteration can be reversed at once. */
    private boolean isIndependent() {
        Set<Var> changed = new HashSet<>(Occurrences.assigned(loop));
        changed.addAll(sums);
        Set<Var> bounds =
                Occurrences.reads(CountedLoop.of(reversed).orElseThrow().from());
        return inputs.stream().noneMatch(changed::contains)
                && bounds.stream().noneMatch(changed::contains)
                && sums.stream().allMatch(this::isSum)
                && sums.stream().noneMatch(v -> Occurrences.mentions(loop, v))
                && !Jumps.leave(loop.body())
                && !Jumps.leave(reversed.body())
                && (known || isIndependentInMemory());
    }

    private boolean isIndependentInMemory() {
        return isHarmless(reversed.body())
                && !(readsMemory() && Writes.memoryBesidesTapes(loop))
                && !(addsToArrays() && (readsAdjoints() || arrays.mentionsOthers(loop)));
    }

    /** Whether a statement between the two loops may stand behind both, as far as memory goes. */
    boolean mayStandBehind(Stmt s) {
        return known || !(readsMemory() && Writes.memory(s));
    }

    /** Whether a statement between the two loops has nothing to do with arrays of adjoints to which the reversed loop adds. */
    boolean isApart(Stmt s) {
        return known || !(addsToArrays() && arrays.mentionsOthers(s));
    }

    /** Whether the reversed loop adds to elements of arrays of adjoints. */
    boolean addsToArrays() {
        boolean[] adds = {false};
        Walk.statements(reversed.body(), s -> adds[0] |= s instanceof Stmt.StoreElement);
        return adds[0];
    }

    /** Whether the reversed loop reads an element of an array of adjoints but to add to it. */
    private boolean readsAdjoints() {
        int[] reads = {0};
        Walk.statements(reversed.body(), s -> reads[0] -= isArrayAddition(s) ? 1 : 0);
        Walk.allExpressions(reversed.body(), e -> reads[0] += arrays.isOther(e) ? 1 : 0);
        return reads[0] != 0;
    }

    /** Whether a statement is {@code aBar[i] = aBar[i] + ...}: in which order these are executed does not matter. */
    private static boolean isArrayAddition(Stmt s) {
        if (!(s instanceof Stmt.StoreElement e) || !PrimalArrays.isOfAdjoints(e.array())) {
            return false;
        }
        Expr sum = e.value();
        while (sum instanceof Expr.Binary b && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)) {
            sum = b.left();
        }
        return sum instanceof Expr.Element a
                && sum != e.value()
                && a.array().equals(e.array())
                && a.index().equals(e.index());
    }

    /** Whether the reversed loop only adds to a variable. */
    private boolean isSum(Var v) {
        int[] reads = {0};
        boolean[] adds = {v.isDerivative() && v.type().isPrimitive()};
        Walk.statements(reversed.body(), s -> {
            if (Occurrences.defined(s).contains(v)) {
                adds[0] &= isAddition(s, v);
                reads[0]--;
            }
            Walk.expressions(s).forEach(e -> Walk.expressions(e, p -> reads[0] += p.equals(new Expr.Read(v)) ? 1 : 0));
        });
        return adds[0] && reads[0] == 0;
    }

    /** Whether a statement is {@code v = v + ...} and reads v nowhere else. */
    static boolean isAddition(Stmt s, Var v) {
        if (!(s instanceof Stmt.Assign a) || a.variable() != v) {
            return false;
        }
        Expr e = a.value();
        while (e instanceof Expr.Binary b && (b.operator() == Operator.ADD || b.operator() == Operator.SUBTRACT)) {
            if (Occurrences.reads(b.right()).contains(v)) {
                return false;
            }
            e = b.left();
        }
        return e.equals(new Expr.Read(v));
    }

    /**
     * Whether the reversed loop reads what stores may change, adjoints in arrays among it; tapes apart, which only their own loops fill, and adjoints that it
     * adds to.
     */
    boolean readsMemory() {
        boolean[] reads = {false};
        Walk.allExpressions(
                reversed.body(),
                e -> reads[0] |= e instanceof Expr.FieldRead f && !f.field().isFinal()
                        || e instanceof Expr.Element a
                                && !PrimalArrays.isTape(a.array())
                                && !PrimalArrays.isOfAdjoints(a.array()));
        return reads[0] || !addsToArrays() && readsAdjoints();
    }

    /** Whether code has no effect but on its own variables, the sums and the tapes. */
    private static boolean isHarmless(Block block) {
        boolean[] harmless = {true};
        Walk.statements(
                block,
                s -> harmless[0] &= s instanceof Stmt.Declare
                        || s instanceof Stmt.Assign
                        || s instanceof Stmt.If
                        || s instanceof Stmt.Switch
                        || s instanceof Stmt.Loop
                        || s instanceof Stmt.Break
                        || isArrayAddition(s)
                        || s instanceof Stmt.Invoke i && isReverseSweep(i.callee()));
        Walk.allExpressions(block, e -> harmless[0] &= isHarmless(e));
        return harmless[0];
    }

    private static boolean isHarmless(Expr e) {
        if (e instanceof Expr.Call c) {
            return isReverseSweep(c.callee())
                    || c.callee() instanceof Callee.Method m
                            && PureMethods.find(m).isPresent();
        }
        return !(e instanceof Expr.Opaque || e instanceof Expr.New || e instanceof Expr.IsEmpty);
    }

    /** Whether a callee takes off the tape what its forward sweep left there, and does nothing else: one that is given arrays changes their adjoints. */
    private static boolean isReverseSweep(Callee callee) {
        return callee instanceof Callee.Derived d
                && d.derivation().transform() == Derivation.Transform.REVERSE_SWEEP
                && d.root().parameters().stream().noneMatch(Type.Array.class::isInstance);
    }
}
