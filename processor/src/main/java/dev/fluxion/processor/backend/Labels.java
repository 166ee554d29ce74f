package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Which labels have to be written, because a jump names a statement that is not the innermost one, and what they are called. */
final class Labels {

    /** What an unlabelled jump would leave or continue. */
    record Innermost(Label toBreak, Label toContinue) {

        static final Innermost NONE = new Innermost(null, null);

        Innermost within(Stmt s) {
            if (s instanceof Stmt.Loop l) {
                return new Innermost(l.label(), l.label());
            }
            return s instanceof Stmt.Switch w ? new Innermost(w.label(), toContinue) : this;
        }
    }

    private final Map<Label, String> names = new IdentityHashMap<>();
    private final Set<Label> needed = Collections.newSetFromMap(new IdentityHashMap<>());

    private Labels() {}

    static Labels of(Block body) {
        Labels labels = new Labels();
        labels.find(body, Innermost.NONE);
        labels.name(body, Set.of());
        return labels;
    }

    /** The label's name, or null if no jump needs it. */
    String of(Label label) {
        return names.get(label);
    }

    private void find(Block block, Innermost innermost) {
        for (Stmt s : block.statements()) {
            if (s instanceof Stmt.Break b && b.target() != innermost.toBreak()) {
                needed.add(b.target());
            } else if (s instanceof Stmt.Continue c && c.target() != innermost.toContinue()) {
                needed.add(c.target());
            }
            Walk.blocks(s).forEach(b -> find(b, innermost.within(s)));
        }
    }

    private void name(Block block, Set<String> enclosing) {
        for (Stmt s : block.statements()) {
            Set<String> inside = enclosing;
            Label label = labelOf(s);
            if (label != null && needed.contains(label)) {
                String wish = label.name() != null ? label.name() : s instanceof Stmt.Loop ? "loop" : "block";
                String name = UniqueNames.free(wish, enclosing::contains);
                names.put(label, name);
                inside = new HashSet<>(enclosing);
                inside.add(name);
            }
            for (Block b : Walk.blocks(s)) {
                name(b, inside);
            }
        }
    }

    private static Label labelOf(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            return l.label();
        } else if (s instanceof Stmt.Switch w) {
            return w.label();
        }
        return s instanceof Stmt.Labeled l ? l.label() : null;
    }
}
