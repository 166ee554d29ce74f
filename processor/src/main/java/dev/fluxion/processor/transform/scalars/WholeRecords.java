package dev.fluxion.processor.transform.scalars;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Composite;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Field;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Type;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Where a function over the leaves of records still reads an active one from a record as a whole, which is constant: a derivative would be lost there. A forward taint
 * analysis, without order, from the records that are handed in to the variables that may be them or hold them.
 */
public final class WholeRecords {

    private final Set<Field> active = new HashSet<>();
    private final Set<Var> tainted = new HashSet<>();

    private WholeRecords(Function function, List<Composite> records) {
        Set<Type> types = new HashSet<>();
        records.stream().filter(Objects::nonNull).forEach(r -> {
            types.add(r.type());
            r.leaves("")
                    .forEach(leaf ->
                            active.add(leaf.path().get(leaf.path().size() - 1).field()));
        });
        function.parameters().stream()
                .filter(p -> !p.active() && types.contains(p.variable().type()))
                .forEach(p -> tainted.add(p.variable()));
        int before;
        do {
            before = tainted.size();
            spread(function.body());
        } while (tainted.size() > before);
    }

    /**
     * The expressions at which a derivative would be lost.
     *
     * @param function one that {@link Unpacking} has made, without what {@link ScalarReplacement} does away with
     * @param records for each parameter of the user's method the record that it is, or null
     */
    public static List<Expr> losses(Function function, List<Composite> records) {
        WholeRecords whole = new WholeRecords(function, records);
        List<Expr> found = new ArrayList<>();
        Set<Expr> throwing = Collections.newSetFromMap(new IdentityHashMap<>());
        Walk.allExpressions(function.body(), e -> {
            if (e instanceof Expr.Conditional c && isThrowing(c)) {
                throwing.add(c.whenTrue());
            }
        });
        Walk.allExpressions(function.body(), e -> {
            if (whole.isLost(e) && !throwing.contains(e)) {
                found.add(e);
            }
        });
        return found;
    }

    private void spread(Block body) {
        Walk.statements(body, s -> {
            if (s instanceof Stmt.Declare d && d.value() != null) {
                define(d.variable(), d.value());
            } else if (s instanceof Stmt.Assign a) {
                define(a.variable(), a.value());
            }
        });
    }

    private void define(Var variable, Expr value) {
        if (isWhole(value)) {
            tainted.add(variable);
        }
    }

    /** Whether the value of an expression may be a record that was handed in, or hold one. */
    private boolean isWhole(Expr e) {
        if (e == null || cannotHoldRecords(e.type())) {
            return false;
        } else if (e instanceof Expr.Read r) {
            return tainted.contains(r.variable());
        }
        List<Expr> parts = Walk.parts(e);
        return parts.subList(e instanceof Expr.Conditional ? 1 : 0, parts.size()).stream()
                .anyMatch(this::isWhole);
    }

    private static boolean cannotHoldRecords(Type type) {
        return type.unboxed() instanceof Type.Primitive || type.isActivatable();
    }

    private boolean isLost(Expr e) {
        if (e instanceof Expr.FieldRead f) {
            return active.contains(f.field()) && isWhole(f.target());
        }
        return e instanceof Expr.Call c
                && c.type().isActivatable()
                && Walk.parts(c).stream().anyMatch(this::isWhole);
    }

    /** {@code o == null ? o.c : c}, which asks an object for a component only to throw. */
    private static boolean isThrowing(Expr.Conditional c) {
        return c.whenTrue() instanceof Expr.FieldRead f
                && c.condition() instanceof Expr.Binary b
                && b.operator() == Operator.EQUAL
                && b.left().equals(f.target())
                && b.right() instanceof Expr.Constant none
                && none.value() == null;
    }
}
