package dev.fluxion.processor.transform.normalise;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Rewriter;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Turns the jumps out of a statement that must stay whole (try, synchronized) into a mark and a break of a label around it. */
final class Outward extends Rewriter {

    private final Stmt statement;
    private final Label around;
    private final Function<Stmt, List<Stmt>> jumps;
    private final Exit exit;
    private final Set<Label> inside = new HashSet<>();

    Outward(Stmt statement, Label around, Function<Stmt, List<Stmt>> jumps, Exit exit) {
        this.statement = statement;
        this.around = around;
        this.jumps = jumps;
        this.exit = exit;
        Walk.statements(Block.of(statement), this::collect);
    }

    private void collect(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            inside.add(l.label());
        } else if (s instanceof Stmt.Switch w) {
            inside.add(w.label());
        } else if (s instanceof Stmt.Labeled l) {
            inside.add(l.label());
        }
    }

    List<Stmt> rewritten() {
        return rewrite(statement);
    }

    @Override
    protected List<Stmt> rewrite(Stmt s) {
        boolean out = s instanceof Stmt.Return
                || s instanceof Stmt.Break b && !inside.contains(b.target())
                || s instanceof Stmt.Continue c && !inside.contains(c.target());
        if (!out) {
            return List.of(descend(s));
        }
        List<Stmt> code = new ArrayList<>(jumps.apply(s));
        Stmt.Break jump = (Stmt.Break) code.remove(code.size() - 1);
        code.add(exit.mark(jump));
        code.add(new Stmt.Break(around, s.span()));
        return code;
    }
}
