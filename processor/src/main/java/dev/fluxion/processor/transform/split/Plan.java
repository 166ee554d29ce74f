package dev.fluxion.processor.transform.split;

import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.ir.Block;
import dev.fluxion.processor.ir.Defaults;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Label;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which statements of a function become parts: runs that control enters at the beginning and leaves at the end, or by an exception. */
final class Plan {

    /** A smaller run is not worth a call. */
    private static final int LEAST = 500;

    private final CodeSize sizes = CodeSize.ofParts();
    private final Set<Var> pinned;
    private final Map<Stmt, Integer> parts = new IdentityHashMap<>();
    private int count;

    /**
     * Plans.
     *
     * @param function every statement of which is another object
     * @param pinned the variables that only the function itself may give a value
     */
    Plan(Function function, Set<Var> pinned) {
        this.pinned = pinned;
        block(function.body());
    }

    /** The number of the part that a statement begins or continues; 0 for the function itself. */
    int part(Stmt s) {
        return parts.getOrDefault(s, 0);
    }

    private void block(Block b) {
        List<Stmt> run = new ArrayList<>();
        int size = 0;
        for (Stmt s : b.statements()) {
            int own = sizes.of(s);
            boolean fits = own <= Split.PART || Walk.blocks(s).isEmpty();
            if (!fits || !isMovable(s) || size + own > Split.PART) {
                close(run, size);
                size = 0;
            }
            if (fits && isMovable(s)) {
                run.add(s);
                size += own;
            } else if (!fits && (s instanceof Stmt.If || s instanceof Stmt.Loop || s instanceof Stmt.Switch)) {
                nested(s);
            }
        }
        close(run, size);
    }

    private void nested(Stmt s) {
        if (s instanceof Stmt.Loop l) {
            block(l.body());
        } else {
            Walk.blocks(s).forEach(this::block);
        }
    }

    private void close(List<Stmt> run, int size) {
        if (size >= LEAST) {
            count++;
            run.forEach(s -> parts.put(s, count));
        }
        run.clear();
    }

    /** Whether control enters a statement at its beginning and may leave it at its end, and only there or by an exception. */
    private boolean isMovable(Stmt s) {
        boolean[] movable = {true};
        boolean passes = s instanceof Stmt.If i && i.whenFalse().isEmpty();
        Set<Label> inside = new HashSet<>();
        Walk.statements(Block.of(s), inner -> {
            Label label = inner instanceof Stmt.Loop l
                    ? l.label()
                    : inner instanceof Stmt.Switch w ? w.label() : inner instanceof Stmt.Labeled l ? l.label() : null;
            inside.add(label);
            movable[0] &= !(inner instanceof Stmt.Return)
                    && (passes || !(inner instanceof Stmt.Throw))
                    && !(inner instanceof Stmt.Loop l && Defaults.isTrue(l.condition()))
                    && !(inner instanceof Stmt.Break b && !inside.contains(b.target()))
                    && !(inner instanceof Stmt.Continue c && !inside.contains(c.target()))
                    && !(inner instanceof Stmt.Declare d && pinned.contains(d.variable()))
                    && Occurrences.defined(inner).stream().noneMatch(pinned::contains);
        });
        return movable[0];
    }
}
