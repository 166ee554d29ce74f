package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables whose arrays, or arrays reached from them, a function may write to: by a store, by a call, through another name. */
final class WrittenArrays {

    private final Set<Var> written = new HashSet<>();
    private boolean changed;

    private WrittenArrays() {}

    static Set<Var> of(Function function) {
        WrittenArrays search = new WrittenArrays();
        do {
            search.changed = false;
            Walk.statements(function.body(), search::statement);
        } while (search.changed);
        return search.written;
    }

    private void statement(Stmt s) {
        if (s instanceof Stmt.StoreElement e) {
            mark(e.array());
        } else if (s instanceof Stmt.Invoke i) {
            i.arguments().forEach(this::mark);
        } else if (s instanceof Stmt.Declare d && d.value() != null) {
            share(d.variable(), d.value());
        } else if (s instanceof Stmt.Assign a) {
            share(a.variable(), a.value());
        }
        Walk.expressions(s).forEach(e -> Walk.expressions(e, this::call));
    }

    private void call(Expr e) {
        if (e instanceof Expr.Call c && !(c.callee() instanceof Callee.Method m && isHarmless(m))) {
            Walk.parts(c).forEach(this::mark);
        }
    }

    private static boolean isHarmless(Callee.Method m) {
        return PureMethods.isPure(m)
                || m.name().equals("clone")
                || m.owner().packageName().equals("dev.fluxion.tape")
                || m.owner().canonicalName().equals("java.util.Arrays")
                        && m.name().startsWith("copyOf");
    }

    /** What is written through one name is written through the other. */
    private void share(Var v, Expr value) {
        if (v.type().isFloatingArray() && written.contains(v)) {
            mark(value);
        }
    }

    private void mark(Expr e) {
        for (Expr x = e; x != null; x = x instanceof Expr.Element a ? a.array() : null) {
            if (x instanceof Expr.Read r && r.type().isFloatingArray()) {
                changed |= written.add(r.variable());
            } else if (x instanceof Expr.Conditional c) {
                List.of(c.whenTrue(), c.whenFalse()).forEach(this::mark);
            }
        }
    }
}
