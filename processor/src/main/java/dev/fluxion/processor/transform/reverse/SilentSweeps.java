package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Callee;
import dev.fluxion.processor.ir.Derivation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.PureMethods;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Walk;
import java.util.List;

/**
 * Reverse sweeps that run nobody's code but other reverse sweeps: they throw nothing that the primal announces, and may be called behind the try statement in
 * which the primal's exceptions were caught.
 */
final class SilentSweeps {

    private SilentSweeps() {}

    /** Whether a body is that of such a sweep. */
    static boolean are(List<Stmt> body) {
        boolean[] silent = {true};
        Walk.statements(new Block(body), s -> {
            silent[0] &= !(s instanceof Stmt.Invoke i) || isSweep(i.callee());
            Walk.expressions(s).forEach(e -> Walk.expressions(e, part -> silent[0] &= isSilent(part)));
        });
        return silent[0];
    }

    private static boolean isSweep(Callee callee) {
        return callee instanceof Callee.Derived d && d.derivation().transform() == Derivation.Transform.REVERSE_SWEEP;
    }

    private static boolean isSilent(Expr e) {
        return !(e instanceof Expr.Call c)
                || isSweep(c.callee())
                || c.callee() instanceof Callee.Method m && isSilent(m);
    }

    private static boolean isSilent(Callee.Method m) {
        return PureMethods.isPure(m)
                || m.owner().packageName().equals(Types.TAPE.packageName())
                || m.owner().packageName().startsWith("java.");
    }
}
