package dev.fluxion.processor;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.diagnostics.Code;
import dev.fluxion.processor.diagnostics.Findings;
import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.Activity;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds calls that may end halfway through writing to an active array, with a handler behind that goes on: what they had done by then would have to be
 * reversed, and only they could tell. What the handler cannot see may be left as it is.
 */
final class GuardedWrites {

    private final Activity activity;
    private final Memory memory;
    private final Findings findings;
    private final Set<Var> arrays = new LinkedHashSet<>();

    GuardedWrites(Function function, Activity activity, Memory memory, Findings findings) {
        this.activity = activity;
        this.memory = memory;
        this.findings = findings;
        function.variables().forEach(this::add);
        Walk.statements(function.body(), s -> {
            if (s instanceof Stmt.Declare d) {
                add(d.variable());
            }
        });
    }

    private void add(Var v) {
        if (v.type().isFloatingArray() && activity.isVaried(v)) {
            arrays.add(v);
        }
    }

    void statement(Stmt s) {
        if (s instanceof Stmt.Try t && goesOn(t)) {
            block(t.body());
            if (!t.finallyBlock().isEmpty()) {
                t.catches().forEach(c -> block(c.body()));
            }
        }
    }

    /** Whether control may go on behind an exception, here or in a statement inside whose handlers count as this one's. */
    private static boolean goesOn(Stmt.Try t) {
        boolean[] nested = {!Guards.arePassed(t)};
        if (!t.catches().isEmpty()) {
            Walk.statements(t.body(), s -> nested[0] |= s instanceof Stmt.Try);
        }
        return nested[0];
    }

    private void block(Block b) {
        Set<Var> visible = new HashSet<>(arrays);
        Walk.statements(b, s -> {
            if (s instanceof Stmt.Declare d) {
                visible.remove(d.variable());
            }
        });
        Walk.allExpressions(b, e -> {
            if (e instanceof Expr.Call c
                    && c.callee() instanceof Callee.Method m
                    && ArrayOperation.of(c).isEmpty()) {
                call(c, m, visible);
            }
        });
    }

    private void call(Expr.Call c, Callee.Method m, Set<Var> visible) {
        Set<Var> written = memory.written(c);
        boolean isActive = Walk.parts(c).stream().anyMatch(e -> e.type().isFloatingArray() && activity.isVaried(e));
        if (isActive && visible.stream().anyMatch(v -> memory.isIn(Expr.read(v), written))) {
            findings.add(Code.WRITES_IN_TRY, c.span(), m.toString());
        }
    }
}
