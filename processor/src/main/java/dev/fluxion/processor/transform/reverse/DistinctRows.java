package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Memory;
import dev.fluxion.processor.analysis.Occurrences;
import dev.fluxion.processor.analysis.Version;
import dev.fluxion.processor.analysis.Versions;
import dev.fluxion.processor.ir.ArrayOperation;
import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;
import dev.fluxion.processor.ir.Walk;
import java.util.List;

/**
 * Arrays of rows of which no row is there twice: they are made by one allocation, or checked at entry (DESIGN §4), and what is put into them is a new array each
 * time.
 */
final class DistinctRows {

    private final Function function;
    private final Memory memory;
    private final Versions versions;
    private final Places places;
    private final boolean areChecked;

    /**
     * A search.
     *
     * @param areChecked whether parameters that are written to were checked at entry
     */
    DistinctRows(Function function, Memory memory, Versions versions, boolean areChecked) {
        this.function = function;
        this.memory = memory;
        this.versions = versions;
        this.places = new Places(versions);
        this.areChecked = areChecked;
    }

    /** Whether two arrays are rows of one array, in which a loop does not replace any and none is there twice. */
    boolean areOfOneMatrix(Stmt s, Expr row, Stmt t, Expr other, Stmt.Loop loop) {
        Version matrix = matrix(s, row);
        if (matrix == null || !matrix.equals(matrix(t, other))) {
            return false;
        }
        Var rows = memory.contents(Expr.read(matrix.variable())).orElse(null);
        return rows != null && !memory.written(loop.body()).contains(rows) && isMadeOfDistinct(matrix) && areNew(rows);
    }

    /** The array that a row was taken from, as of then. */
    private Version matrix(Stmt at, Expr row) {
        Version v = places.origin(at, row);
        return v != null && v.definition() instanceof Expr.Element e ? places.origin(v.site(), e.array()) : null;
    }

    private boolean isMadeOfDistinct(Version matrix) {
        return matrix.kind() == Version.Kind.PARAMETER
                ? areChecked && function.variables().contains(matrix.variable())
                : matrix.definition() instanceof Expr.NewArray;
    }

    /** Whether all rows that are put anywhere among some are new arrays, each put there once. */
    private boolean areNew(Var rows) {
        boolean[] all = {true};
        Walk.statements(function.body(), s -> {
            if (Walk.blocks(s).isEmpty() && memory.written(s).contains(rows)) {
                all[0] &= s instanceof Stmt.StoreElement e && isNewOnce(s, e.value());
            }
        });
        return all[0];
    }

    private boolean isNewOnce(Stmt s, Expr value) {
        if (!(value instanceof Expr.Read r)) {
            return isNew(value);
        }
        Version v = versions.use(s, r.variable());
        return v != null
                && v.definition() != null
                && isNew(v.definition())
                && Occurrences.of(function).reads(r.variable()) == 1
                && isBeside(s, v.site());
    }

    /** Whether two statements are of one block: one is executed as often as the other. */
    private boolean isBeside(Stmt s, Stmt t) {
        boolean[] found = {function.body().statements().containsAll(List.of(s, t))};
        Walk.statements(
                function.body(),
                outer -> Walk.blocks(outer)
                        .forEach(b -> found[0] |= b.statements().containsAll(List.of(s, t))));
        return found[0];
    }

    private static boolean isNew(Expr e) {
        return e instanceof Expr.NewArray
                || e instanceof Expr.ArrayLiteral
                || ArrayOperation.of(e).filter(o -> o == ArrayOperation.COPY).isPresent()
                        && !ArrayOperation.isNested(e);
    }
}
