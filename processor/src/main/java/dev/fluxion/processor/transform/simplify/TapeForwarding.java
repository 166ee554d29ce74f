package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts an iteration and its reverse one behind the other. What the first leaves on a tape for the second stays in a variable; the tape is
 * not written any more. Tapes that inner loops fill are left alone.
 */
final class TapeForwarding {

    private final Occurrences occurrences;

    /** The variables that take the place of tapes. */
    private final Map<Var, Var> saved = new HashMap<>();

    /** Where in its tape each iteration leaves its element. */
    private final Map<Var, Expr> places = new HashMap<>();

    TapeForwarding(Occurrences occurrences) {
        this.occurrences = occurrences;
    }

    Block join(Block forward, Block backward) {
        find(forward);
        saved.keySet().removeIf(tape -> reads(tape, backward) + 1 != occurrences.reads(tape));
        List<Stmt> code = new ArrayList<>();
        for (Stmt s : forward.statements()) {
            Var tape = tape(s);
            if (saved.containsKey(tape)) {
                code.add(new Stmt.Declare(saved.get(tape), value(s), Span.NONE));
                continue;
            }
            for (Var inner : tapes(s)) {
                code.add(new Stmt.Declare(
                        saved.get(inner), Defaults.of(saved.get(inner).type()), Span.NONE));
            }
            code.addAll(new Storing().rewrite(s));
        }
        code.addAll(new Loading().block(backward).statements());
        return new Block(code);
    }

    /** Finds the tapes that each iteration writes once, by a statement that is not in an inner loop. */
    private void find(Block block) {
        for (Stmt s : block.statements()) {
            Var tape = tape(s);
            if (tape != null) {
                Var v = Var.temporary(tape.name().replaceAll("Tape$", ""), value(s).type());
                saved.put(tape, v);
                if (s instanceof Stmt.StoreElement e) {
                    places.put(tape, e.index());
                }
            } else if (!(s instanceof Stmt.Loop)) {
                Walk.blocks(s).forEach(this::find);
            }
        }
    }

    private static Var tape(Stmt s) {
        if (s instanceof Stmt.Push p && p.stack().isTape()) {
            return p.stack();
        }
        return s instanceof Stmt.StoreElement e
                        && e.array() instanceof Expr.Read r
                        && r.variable().isTape()
                ? r.variable()
                : null;
    }

    private static Expr value(Stmt s) {
        return s instanceof Stmt.Push p ? p.value() : ((Stmt.StoreElement) s).value();
    }

    /** How often the reverse iteration takes from a tape what the iteration put there. */
    private int reads(Var tape, Block backward) {
        int[] count = {0};
        Walk.allExpressions(backward, e -> count[0] += loads(e, tape) ? 1 : 0);
        return count[0];
    }

    private boolean loads(Expr e, Var tape) {
        return e instanceof Expr.Pop p && p.stack() == tape
                || e instanceof Expr.Element a
                        && a.array().equals(new Expr.Read(tape))
                        && a.index().equals(places.get(tape));
    }

    private List<Var> tapes(Stmt s) {
        List<Var> found = new ArrayList<>();
        Walk.statements(Block.of(s), inner -> {
            if (saved.containsKey(tape(inner))) {
                found.add(tape(inner));
            }
        });
        return found;
    }

    private final class Storing extends Rewriter {

        @Override
        protected List<Stmt> rewrite(Stmt s) {
            Var v = saved.get(tape(s));
            return List.of(v == null ? descend(s) : new Stmt.Assign(v, value(s), Span.NONE));
        }
    }

    private final class Loading extends Rewriter {

        @Override
        public Expr expr(Expr e) {
            for (Map.Entry<Var, Var> tape : saved.entrySet()) {
                if (e != null && loads(e, tape.getKey())) {
                    return new Expr.Read(tape.getValue());
                }
            }
            return super.expr(e);
        }
    }
}
