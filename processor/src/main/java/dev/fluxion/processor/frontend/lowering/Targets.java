package dev.fluxion.processor.frontend.lowering;

import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Span;
import dev.fluxion.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Name;

/** The statements that break and continue can name at a place. */
final class Targets {

    /**
     * @param name the user's label, or null
     * @param breaks what break leaves
     * @param continues what continue continues, or null; where it is a block of its own, continue is a break of it
     * @param plain whether an unlabelled break means this
     */
    private record Target(String name, Label breaks, Label continues, boolean isBlock, boolean plain) {}

    private final Deque<Target> open = new ArrayDeque<>();
    private String pending;

    /** The label of the next loop. */
    void give(String name) {
        pending = name;
    }

    String take() {
        String name = pending;
        pending = null;
        return name;
    }

    void enter(String name, Label breaks, Label continues, boolean plain) {
        open.push(new Target(name, breaks, continues, false, plain));
    }

    /** A loop whose continue leaves a block. */
    void enterWithBlock(String name, Label breaks, Label block) {
        open.push(new Target(name, breaks, block, true, true));
    }

    void leave() {
        open.pop();
    }

    Label breakTarget(Name label) {
        for (Target t : open) {
            if (label == null ? t.plain() : label.contentEquals(t.name() == null ? "" : t.name())) {
                return t.breaks();
            }
        }
        throw new IllegalStateException("break without a target");
    }

    Stmt continueJump(Name label, Span span) {
        for (Target t : open) {
            boolean meant =
                    label == null ? t.continues() != null : label.contentEquals(t.name() == null ? "" : t.name());
            if (meant) {
                return t.isBlock() ? new Stmt.Break(t.continues(), span) : new Stmt.Continue(t.continues(), span);
            }
        }
        throw new IllegalStateException("continue without a target");
    }
}
