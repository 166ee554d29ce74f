package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether control can leave a piece of code before its end. */
final class Jumps {

    private Jumps() {}

    /** Whether a block holds a return, a throw or a jump to somewhere outside. */
    static boolean leave(Block block) {
        Set<Label> inside = new HashSet<>();
        boolean[] leaves = {false};
        Walk.statements(block, s -> {
            inside.addAll(labels(s));
            leaves[0] |= s instanceof Stmt.Return
                    || s instanceof Stmt.Throw
                    || s instanceof Stmt.Break b && !inside.contains(b.target())
                    || s instanceof Stmt.Continue c && !inside.contains(c.target());
        });
        return leaves[0];
    }

    private static List<Label> labels(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            return List.of(l.label());
        } else if (s instanceof Stmt.Switch w) {
            return List.of(w.label());
        }
        return s instanceof Stmt.Labeled l ? List.of(l.label()) : List.of();
    }
}
