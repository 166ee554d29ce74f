package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.Set;

/**
 * Where an exception goes: a variable keeps it, and control goes on behind a label.
 *
 * @param own the variables of the code that it ends, which nobody asks for any more
 */
record Handler(Label label, Var thrown, Set<Var> own) {

    static Handler of(String name, Block code) {
        Set<Var> own = new HashSet<>();
        Walk.statements(code, s -> {
            if (s instanceof Stmt.Declare d) {
                own.add(d.variable());
            }
        });
        return new Handler(new Label(name), Var.temporary("thrown", Types.THROWABLE), own);
    }

    Stmt jump() {
        return new Stmt.Break(label, Span.NONE);
    }
}
