package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.Counters;
import dev.fluxion.processor.transform.reverse.Places.Place;
import java.util.Optional;

/**
 * A dependence test by distances (Kuck and others, 1981): {@code a[i - 1]}, read in a loop that counts i upwards and writes no element but {@code a[i]}, has been
 * written for the last time, and can be read again when all is done. So have {@code x[k]} where only {@code x[i]} for i from k + 1 on is written, and the elements
 * of {@code a[k]} where only those of such {@code a[i]} are, if the rows are different arrays.
 */
final class Overwriting {

    private final Memory memory;
    private final Versions versions;
    private final Places places;
    private final DistinctRows rows;

    Overwriting(Memory memory, Versions versions, DistinctRows rows) {
        this.memory = memory;
        this.versions = versions;
        this.places = new Places(versions);
        this.rows = rows;
    }

    /** Whether a loop around a statement does not write an element after the statement has read it, nor does anything behind the loop. */
    boolean isOver(Stmt s, Expr.Element e, Var contents) {
        Place index = places.of(s, e.index());
        Place row = row(s, e.array());
        return index != null && isOver(s, e, contents, index, null)
                || row != null && isOver(s, e, contents, index, row);
    }

    private boolean isOver(Stmt s, Expr.Element e, Var contents, Place index, Place row) {
        Version head = (row == null ? index : row).counter();
        if (!(head.site() instanceof Stmt.Loop l)) {
            return false;
        }
        Optional<Counters.Counter> counter =
                Counters.of(l).filter(c -> c.variable() == head.variable() && Math.abs(c.step()) == 1);
        Version behind = versions.after(l, contents);
        if (counter.isEmpty() || behind == null || !versions.survives(behind)) {
            return false;
        }
        boolean upwards = counter.get().step() > 0;
        boolean[] over = {true};
        Walk.statements(l.body(), w -> {
            if (Walk.blocks(w).isEmpty() && memory.written(w).contains(contents)) {
                over[0] &= w instanceof Stmt.StoreElement store
                        && memory.contents(store.array())
                                .filter(contents::equals)
                                .isPresent()
                        && (isBehind(index, places.of(w, store.index()), head, upwards)
                                || row != null
                                        && rows.areOfOneMatrix(s, e.array(), w, store.array(), l)
                                        && isBehind(row, row(w, store.array()), head, upwards));
            }
        });
        return over[0];
    }

    private boolean isBehind(Place read, Place written, Version head, boolean upwards) {
        Place by = places.by(head, upwards, written);
        return read != null && by != null && read.isBefore(by, upwards);
    }

    /** The index of a row in the array that it is taken from. */
    private Place row(Stmt at, Expr array) {
        Version v = places.origin(at, array);
        return v != null && v.definition() instanceof Expr.Element e ? places.of(v.site(), e.index()) : null;
    }
}
