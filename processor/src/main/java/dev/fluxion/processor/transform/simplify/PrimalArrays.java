package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Effects;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Parameter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The arrays that the user's method is given, of which is known that they are others than the arrays of adjoints and tangents (DESIGN, aliasing), those that it makes,
 * and their rows. They are no tapes. Of all other arrays nothing is said.
 */
final class PrimalArrays {

    private final Set<Var> given = Collections.newSetFromMap(new IdentityHashMap<>());

    private PrimalArrays() {}

    static PrimalArrays of(Function function) {
        PrimalArrays arrays = new PrimalArrays();
        for (Parameter p : function.parameters()) {
            if (p.role() == Parameter.Role.PRIMAL
                    && p.variable().type() instanceof Type.Array
                    && !p.variable().isDerivative()) {
                arrays.given.add(p.variable());
            }
        }
        arrays.addLocals(function.body());
        return arrays;
    }

    /** Adds the locals that are given such arrays and no others (a greatest fixed point). */
    private void addLocals(Block body) {
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Declare d && isCandidate(d.variable())) {
                given.add(d.variable());
            }
        });
        int[] size = {-1};
        while (size[0] != given.size()) {
            size[0] = given.size();
            Walk.statements(body, this::removeOthers);
        }
    }

    private static boolean isCandidate(Var v) {
        return v.type() instanceof Type.Array && !v.isTape() && !v.isDerivative();
    }

    /** Removes the variables to which a statement gives an array that may be another one, or a row of such. */
    private void removeOthers(Stmt s) {
        Expr value = s instanceof Stmt.Declare d ? d.value() : s instanceof Stmt.Assign a ? a.value() : null;
        if (value == null || !isPrimal(value)) {
            boolean unset = s instanceof Stmt.Declare d && d.value() == null;
            given.removeAll(unset ? List.of() : Occurrences.defined(s));
        }
        if (s instanceof Stmt.StoreElement e && e.value().type() instanceof Type.Array && !isPrimal(e.value())) {
            given.removeAll(Occurrences.reads(e.array()));
        }
    }

    private boolean isPrimal(Expr array) {
        return array instanceof Expr.NewArray
                || array instanceof Expr.Constant
                || ArrayOperation.of(array)
                                .filter(o -> o == ArrayOperation.COPY)
                                .isPresent()
                        && !ArrayOperation.isNested(array)
                || array.type() instanceof Type.Array && holds(array);
    }

    /** Whether an array, or a row, is among them. */
    boolean holds(Expr array) {
        return array instanceof Expr.Element row
                ? holds(row.array())
                : array instanceof Expr.Read r && given.contains(r.variable());
    }

    static boolean isTape(Expr array) {
        return array instanceof Expr.Read r && r.variable().isTape();
    }

    /** Whether an array holds derivatives for certain. */
    static boolean isOfAdjoints(Expr array) {
        return array instanceof Expr.Element row
                ? isOfAdjoints(row.array())
                : array instanceof Expr.Read r && r.variable().isDerivative();
    }

    /** Whether an expression may read an element that holds a derivative. */
    boolean readsOthers(Expr value) {
        boolean[] found = {false};
        Walk.expressions(value, e -> found[0] |= isOther(e));
        return found[0];
    }

    /** Whether an expression is an element, and no reference, of an array that may hold derivatives. */
    boolean isOther(Expr e) {
        return e instanceof Expr.Element a && a.type().isPrimitive() && !isTape(a.array()) && !holds(a.array());
    }

    /** Whether code has anything to do with an array that may hold derivatives. */
    boolean mentionsOthers(Stmt code) {
        boolean[] found = {false};
        Walk.statements(Block.of(code), s -> {
            found[0] |= Occurrences.defined(s).stream().anyMatch(this::isOther);
            Walk.expressions(s)
                    .forEach(e -> found[0] |= Occurrences.reads(e).stream().anyMatch(this::isOther));
        });
        return found[0];
    }

    private boolean isOther(Var v) {
        return v.type() instanceof Type.Array && !v.isTape() && !given.contains(v);
    }

    /** Whether a statement may change what an expression reads of memory. */
    boolean mayChange(Stmt s, Expr value) {
        if (!Effects.readsMemory(value)) {
            return false;
        }
        boolean[] elements = {true};
        boolean[] tapes = {false};
        Walk.expressions(value, e -> {
            elements[0] &= !(e instanceof Expr.Pop || e instanceof Expr.IsEmpty || e instanceof Expr.FieldRead)
                    && !(e instanceof Expr.Element a && !isTape(a.array()) && !holds(a.array()));
            tapes[0] |= e instanceof Expr.Element a && isTape(a.array());
        });
        if (!elements[0] || tapes[0]) {
            return Writes.memory(s);
        }
        boolean[] changes = {false};
        Walk.statements(Block.of(s), inner -> changes[0] |= !isApart(inner) && mayWrite(inner));
        return changes[0];
    }

    /** Whether a statement only writes to tapes or to adjoints, with what has no effect. */
    private static boolean isApart(Stmt s) {
        boolean apart = s instanceof Stmt.Push p && p.stack().isTape()
                || s instanceof Stmt.StoreElement e && (isTape(e.array()) || isOfAdjoints(e.array()));
        return apart && Walk.expressions(s).stream().allMatch(Effects::isPure);
    }

    private static boolean mayWrite(Stmt s) {
        return Walk.blocks(s).isEmpty()
                ? Writes.memory(s)
                : s instanceof Stmt.Synchronized
                        || !Walk.expressions(s).stream().allMatch(Effects::isPure);
    }
}
