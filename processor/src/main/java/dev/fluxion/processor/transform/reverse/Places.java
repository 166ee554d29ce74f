package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Operator;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.transform.normalise.CountedLoop;

/** Indices as distances from the counter of a loop. */
final class Places {

    /** Offsets below it cannot make a sum of ints come round to another place of an array. */
    private static final long FAR = 1 << 20;

    private final Versions versions;

    Places(Versions versions) {
        this.versions = versions;
    }

    /**
     * A counter at the beginning of an iteration and what is added to it.
     *
     * @param exact whether it is that sum, or one that lies farther in the direction in which the loop counts
     */
    record Place(Version counter, long offset, boolean exact) {

        /** Whether another place, as far from the same counter in the same iteration or in a later one, is behind this one. */
        boolean isBefore(Place other, boolean upwards) {
            long distance = other.offset - offset;
            return exact
                    && other.counter.equals(counter)
                    && Math.max(Math.abs(other.offset), Math.abs(offset)) < FAR
                    && (upwards ? distance > 0 : distance < 0);
        }
    }

    /** An index as of a statement; null where it is none of this form. */
    Place of(Stmt at, Expr index) {
        if (index instanceof Expr.Read r) {
            Version v = versions.use(at, r.variable());
            if (v == null) {
                return null;
            }
            return v.kind() == Version.Kind.HEAD
                    ? new Place(v, 0, true)
                    : v.definition() == null ? null : of(v.site(), v.definition());
        } else if (index instanceof Expr.Binary b && b.operator() == Operator.ADD) {
            return b.left() instanceof Expr.Constant
                    ? shifted(of(at, b.right()), b.left(), 1)
                    : shifted(of(at, b.left()), b.right(), 1);
        }
        return index instanceof Expr.Binary b && b.operator() == Operator.SUBTRACT
                ? shifted(of(at, b.left()), b.right(), -1)
                : null;
    }

    /** What first gave an array its name, as of a statement; null where it has none. */
    Version origin(Stmt at, Expr array) {
        Version v = array instanceof Expr.Read r ? versions.use(at, r.variable()) : null;
        return v != null && v.definition() instanceof Expr.Read copied ? origin(v.site(), copied) : v;
    }

    private static Place shifted(Place p, Expr by, int sign) {
        return p != null && by instanceof Expr.Constant c && c.value() instanceof Integer i
                ? new Place(p.counter(), p.offset() + sign * (long) i, p.exact())
                : null;
    }

    /** The same place by another counter, on which the beginnings of the loops in between depend; null where they do not. */
    Place by(Version counter, boolean upwards, Place p) {
        Place place = p;
        while (place != null && !place.counter().equals(counter)) {
            place = outwards(place, upwards);
        }
        return place;
    }

    private Place outwards(Place p, boolean upwards) {
        if (!(p.counter().site() instanceof Stmt.Loop loop)) {
            return null;
        }
        CountedLoop counted = CountedLoop.of(loop).orElse(null);
        boolean follows = counted != null
                && counted.counter() == p.counter().variable()
                && counted.upwards() == upwards
                && (!counted.inclusive() || counted.bound() instanceof Expr.Constant);
        Place begin = follows ? of(loop, counted.from()) : null;
        return begin == null ? null : new Place(begin.counter(), begin.offset() + p.offset(), false);
    }
}
