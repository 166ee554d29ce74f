package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Guards;
import dev.fluxion.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** A pass that works on sequences of statements, inner ones first. What stands in the head of a loop is left alone. */
abstract class BlockPass {

    /** How many try statements are around that go on after an exception: what a variable holds when it is thrown can be seen there. */
    private int handled;

    final Block block(Block b) {
        List<Stmt> code = new ArrayList<>();
        for (Stmt s : b.statements()) {
            code.add(nested(s));
        }
        List<Stmt> result = sequence(code);
        return result.equals(b.statements()) ? b : new Block(result);
    }

    /** What takes the place of a sequence whose nested blocks are done. The list given may be changed and returned. */
    abstract List<Stmt> sequence(List<Stmt> statements);

    /** Whether the statements between two places of a sequence, the last one included, may be left by an exception behind which something is done. */
    final boolean mayBeHandled(List<Stmt> statements, int from, int to) {
        return handled > 0
                && statements.subList(from + 1, to + 1).stream().anyMatch(s -> s != null && !Guards.isTotal(s));
    }

    /** Whether an exception may be thrown here behind which something is done. */
    final boolean isHandled() {
        return handled > 0;
    }

    private Block attempted(Stmt.Try t) {
        boolean goesOn = !t.catches().isEmpty() || !t.finallyBlock().isEmpty();
        handled += goesOn ? 1 : 0;
        Block body = block(t.body());
        handled -= goesOn ? 1 : 0;
        return body;
    }

    private Stmt nested(Stmt s) {
        if (s instanceof Stmt.If i) {
            return choice(i);
        } else if (s instanceof Stmt.Loop l) {
            return new Stmt.Loop(l.label(), l.form(), l.init(), l.condition(), l.update(), block(l.body()), l.span());
        } else if (s instanceof Stmt.Switch w) {
            List<Stmt.Case> cases = new ArrayList<>();
            w.cases().forEach(c -> cases.add(new Stmt.Case(c.constants(), c.isDefault(), block(c.body()))));
            return new Stmt.Switch(w.label(), w.selector(), cases, w.span());
        } else if (s instanceof Stmt.Labeled l) {
            return new Stmt.Labeled(l.label(), block(l.body()), l.span());
        } else if (s instanceof Stmt.Try t) {
            List<Stmt.Catch> catches = new ArrayList<>();
            t.catches().forEach(c -> catches.add(new Stmt.Catch(c.types(), c.variable(), block(c.body()))));
            return new Stmt.Try(t.resources(), attempted(t), catches, block(t.finallyBlock()), t.span());
        } else if (s instanceof Stmt.Synchronized y) {
            return new Stmt.Synchronized(y.monitor(), block(y.body()), y.span());
        }
        return s;
    }

    private Stmt choice(Stmt.If i) {
        Block whenTrue = block(i.whenTrue());
        Block whenFalse = block(i.whenFalse());
        boolean same = whenTrue == i.whenTrue() && whenFalse == i.whenFalse();
        return same ? i : new Stmt.If(i.condition(), whenTrue, whenFalse, i.span());
    }
}
