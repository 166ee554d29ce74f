package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The generated variables that take one of several results of a call and are read once: where they are read, the record that the call returned is asked
 * instead, {@code dual.tangent()}. Records do not change, so it does not matter when.
 */
final class Received {

    private final Map<Var, Block> declared = new IdentityHashMap<>();
    private final Map<Var, Integer> given = new IdentityHashMap<>();
    private final Map<Var, Integer> read = new IdentityHashMap<>();
    private final Set<Var> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private Received() {}

    /** Those of a method's body. */
    static Set<Var> of(Block body) {
        Received received = new Received();
        received.block(body);
        received.found.removeIf(v -> received.given.getOrDefault(v, 0) != 1 || received.read.getOrDefault(v, 0) > 1);
        return received.found;
    }

    private void block(Block b) {
        b.statements().forEach(s -> statement(s, b));
    }

    private void statement(Stmt s, Block around) {
        Walk.expressions(s).forEach(this::reads);
        if (s instanceof Stmt.Declare d && d.value() == null) {
            declared.put(d.variable(), around);
        } else if (s instanceof Stmt.Assign a) {
            given.merge(a.variable(), 1, Integer::sum);
        } else if (s instanceof Stmt.Invoke i) {
            i.targets().stream().filter(v -> v != null).forEach(v -> receive(v, i, around));
        } else if (s instanceof Stmt.Loop l) {
            loop(l);
        } else {
            Walk.blocks(s).forEach(this::block);
        }
    }

    private void receive(Var v, Stmt.Invoke call, Block around) {
        given.merge(v, 1, Integer::sum);
        boolean several = call.targets().stream().filter(t -> t != null).count() > 1;
        if (several && declared.get(v) == around && (v.isTemporary() || v.isDerivative())) {
            found.add(v);
        }
    }

    /** What a loop reads of what was received before it keeps its variable: the record is not asked in every iteration. */
    private void loop(Stmt.Loop l) {
        Set<Var> before = Collections.newSetFromMap(new IdentityHashMap<>());
        before.addAll(declared.keySet());
        block(l.init());
        block(l.body());
        block(l.update());
        Walk.statements(
                Block.of(l),
                s -> Walk.expressions(s)
                        .forEach(e -> Walk.expressions(e, part -> {
                            if (part instanceof Expr.Read r && before.contains(r.variable())) {
                                read.merge(r.variable(), 1, Integer::sum);
                            }
                        })));
    }

    /** A variable that something else than an expression reads keeps its name. */
    private void reads(Expr e) {
        if (e instanceof Expr.Read r) {
            read.merge(r.variable(), 1, Integer::sum);
        } else if (e instanceof Expr.Opaque) {
            Walk.expressions(e, part -> {
                if (part instanceof Expr.Read r) {
                    read.merge(r.variable(), 2, Integer::sum);
                }
            });
        } else {
            Walk.parts(e).forEach(this::reads);
        }
    }
}
