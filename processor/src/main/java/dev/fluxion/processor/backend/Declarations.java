package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Moves declarations without a value to the first statement that mentions their variable, and into it where that assigns it. */
final class Declarations {

    private Declarations() {}

    /** A block with the declarations of it and of all blocks in it moved. */
    static Block merged(Block body) {
        return new Rewriter() {
            @Override
            public Block block(Block b) {
                return new Block(merged(super.block(b).statements()));
            }
        }.block(body);
    }

    static List<Stmt> merged(List<Stmt> statements) {
        List<Stmt> result = new ArrayList<>(statements);
        for (int i = result.size() - 1; i >= 0; i--) {
            if (result.get(i) instanceof Stmt.Declare d && d.value() == null) {
                merge(d, i, result);
            }
        }
        return result;
    }

    private static void merge(Stmt.Declare d, int from, List<Stmt> statements) {
        int use = from + 1;
        while (use < statements.size() && !mentions(statements.get(use), d.variable())) {
            use++;
        }
        statements.remove(from);
        use--;
        if (use == statements.size()) {
            return;
        }
        if (statements.get(use) instanceof Stmt.Assign a
                && a.variable() == d.variable()
                && !variables(Block.of(new Stmt.Eval(a.value(), a.span()))).contains(d.variable())) {
            statements.set(use, new Stmt.Declare(a.variable(), a.value(), a.span()));
        } else {
            statements.add(use, d);
        }
    }

    private static boolean mentions(Stmt s, Var variable) {
        return variables(Block.of(s)).contains(variable);
    }

    /** Every variable that is declared, assigned or read in a block. */
    static Set<Var> variables(Block block) {
        Set<Var> variables = Collections.newSetFromMap(new IdentityHashMap<>());
        new Rewriter() {
            @Override
            protected Var variable(Var v) {
                variables.add(v);
                return v;
            }
        }.block(block);
        return variables;
    }
}
