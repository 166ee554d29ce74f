package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.DefiniteAssignment;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;

/** Makes of a function's body one that javac accepts and a person would write, without changing what it does. */
final class Preparation {

    private Preparation() {}

    static Block of(Function function) {
        Block body = StatementForms.of(function.body());
        body = Reachability.of(body, !function.results().isEmpty());
        body = Declarations.merged(body);
        body = DefiniteAssignment.of(body);
        body = Captures.of(body);
        return withoutLastReturn(body);
    }

    private static Block withoutLastReturn(Block body) {
        int last = body.statements().size() - 1;
        boolean redundant = last >= 0
                && body.statements().get(last) instanceof Stmt.Return r
                && r.values().isEmpty();
        return redundant ? new Block(body.statements().subList(0, last)) : body;
    }
}
