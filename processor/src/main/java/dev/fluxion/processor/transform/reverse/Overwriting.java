package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import dev.fluxion.processor.transform.normalise.Counters;
import java.util.Optional;

/**
 * A dependence test by distances (Kuck and others, 1981): {@code a[i - 1]}, read in a loop that counts i upwards and writes no element but {@code a[i]}, has been
 * written for the last time, and can be read again when all is done.
 */
final class Overwriting {

    /** Offsets below it cannot make a sum of ints come round to another place of an array. */
    private static final long FAR = 1 << 20;

    private final Memory memory;
    private final Versions versions;

    Overwriting(Memory memory, Versions versions) {
        this.memory = memory;
        this.versions = versions;
    }

    /** A counter at the beginning of an iteration and what is added to it. */
    private record Place(Version counter, long offset) {}

    /** Whether the loop around a statement does not write an element after the statement has read it, nor does anything behind the loop. */
    boolean isOver(Stmt s, Expr.Element e, Var contents) {
        Place read = place(s, e.index());
        if (read == null || !(read.counter().site() instanceof Stmt.Loop l)) {
            return false;
        }
        Optional<Counters.Counter> counter =
                Counters.of(l).filter(c -> c.variable() == read.counter().variable() && Math.abs(c.step()) == 1);
        Version behind = versions.after(l, contents);
        if (counter.isEmpty() || behind == null || !versions.survives(behind)) {
            return false;
        }
        boolean[] over = {true};
        Walk.statements(l.body(), w -> {
            if (memory.written(w).contains(contents)) {
                over[0] &= w instanceof Stmt.StoreElement store
                        && memory.contents(store.array())
                                .filter(contents::equals)
                                .isPresent()
                        && isBefore(
                                read, place(store, store.index()), counter.get().step());
            }
        });
        return over[0];
    }

    /** Whether what is at one place is not at another one in the same iteration nor in a later one. */
    private static boolean isBefore(Place read, Place written, long step) {
        return written != null
                && written.counter().equals(read.counter())
                && Math.max(Math.abs(written.offset()), Math.abs(read.offset())) < FAR
                && (written.offset() - read.offset()) * step > 0;
    }

    /** An index as of a statement; null where it is none of this form. */
    private Place place(Stmt at, Expr index) {
        if (index instanceof Expr.Read r) {
            Version v = versions.use(at, r.variable());
            return v.kind() == Version.Kind.HEAD
                    ? new Place(v, 0)
                    : v.definition() == null ? null : place(v.site(), v.definition());
        } else if (index instanceof Expr.Binary b && b.operator() == Operator.ADD) {
            return b.left() instanceof Expr.Constant
                    ? shifted(place(at, b.right()), b.left(), 1)
                    : shifted(place(at, b.left()), b.right(), 1);
        }
        return index instanceof Expr.Binary b && b.operator() == Operator.SUBTRACT
                ? shifted(place(at, b.left()), b.right(), -1)
                : null;
    }

    private static Place shifted(Place p, Expr by, int sign) {
        return p != null && by instanceof Expr.Constant c && c.value() instanceof Integer i
                ? new Place(p.counter(), p.offset() + sign * (long) i)
                : null;
    }
}
