package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.transform.normalise.CountedLoop;
import java.util.List;
import java.util.Optional;

/** Which loops run once for each element of an array: their bound is its length, by whatever name. */
final class Lengths {

    private final Versions versions;

    Lengths(Versions versions) {
        this.versions = versions;
    }

    /** Whether a loop counts from zero to the length of an array. */
    boolean isOnceForEach(Stmt.Loop loop, Version array) {
        Optional<CountedLoop> counted = CountedLoop.of(loop);
        return counted.isPresent()
                && counted.get().upwards()
                && counted.get().from() instanceof Expr.Constant c
                && Integer.valueOf(0).equals(c.value())
                && length(array).equals(value(counted.get().bound(), loop));
    }

    /** What stands for the length of an array: the length that it was made with, or the array itself. */
    private Object length(Version array) {
        if (array.definition() instanceof Expr.Read r) {
            return length(versions.use(array.site(), r.variable()));
        }
        return array.definition() instanceof Expr.NewArray n
                ? value(n.lengths().get(0), array.site())
                : List.of("length", array);
    }

    /** What stands for the value of an expression at a statement: equal things for equal numbers. */
    private Object value(Expr e, Stmt at) {
        if (e instanceof Expr.Read r && versions.use(at, r.variable()) != null) {
            Version v = versions.use(at, r.variable());
            boolean isName = v.definition() instanceof Expr.Read
                    || v.definition() instanceof Expr.Constant
                    || v.definition() instanceof Expr.Length l && l.array() instanceof Expr.Read;
            return isName ? value(v.definition(), v.site()) : List.of("value", v);
        } else if (e instanceof Expr.Length l && l.array() instanceof Expr.Read r) {
            return length(versions.use(at, r.variable()));
        }
        return e instanceof Expr.Constant c ? c.value() : new Object();
    }
}
