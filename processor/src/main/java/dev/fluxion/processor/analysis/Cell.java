package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Types;
import dev.fluxion.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** A class of arrays that may be the same; after unification the one that {@link #root} finds (Tarjan's union-find). */
final class Cell {

    private final List<Cell> made;
    private final int age;
    private final Var contents = Var.temporary("memory", Types.OBJECT);
    private Cell parent;
    private Cell elements;

    /** Whether others than the function have the array. */
    private boolean outside;

    /** Whether it is in a field, or code that is not followed may have kept it. */
    private boolean kept;

    /** @param made where each new class is added */
    Cell(List<Cell> made) {
        this.made = made;
        this.age = made.size();
        made.add(this);
    }

    Cell root() {
        Cell c = this;
        while (c.parent != null) {
            c = c.parent;
        }
        return c;
    }

    /** What stands for what the arrays hold. */
    Var contents() {
        return root().contents;
    }

    boolean isOutside() {
        return root().outside;
    }

    boolean isKept() {
        return root().kept;
    }

    boolean hasRows() {
        return root().elements != null;
    }

    /** Says of what class the rows are. */
    void rows(Cell rows) {
        root().elements = rows;
    }

    /** The class of the rows. */
    Cell elements() {
        Cell root = root();
        if (root.elements == null) {
            root.elements = new Cell(made);
            root.elements.outside = root.outside;
            root.elements.kept = root.kept;
        }
        return root.elements.root();
    }

    /** This class, that of the rows, that of their rows and so on. */
    List<Cell> levels() {
        List<Cell> found = new ArrayList<>();
        for (Cell level = root(); level != null; level = level.elements == null ? null : level.elements.root()) {
            found.add(level);
        }
        return found;
    }

    Cell markOutside() {
        levels().forEach(c -> c.outside = true);
        return root();
    }

    Cell markKept() {
        markOutside();
        levels().forEach(c -> c.kept = true);
        return root();
    }

    /** Makes one class of two; either may be null. The older one stands for both, so that what is asked about later changes no answer. */
    static Cell join(Cell first, Cell second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        if (first.root() == second.root()) {
            return first.root();
        }
        boolean older = first.root().age < second.root().age;
        Cell a = older ? first.root() : second.root();
        Cell b = older ? second.root() : first.root();
        b.parent = a;
        boolean either = a.outside || b.outside;
        boolean keeps = a.kept || b.kept;
        if (a.elements == null) {
            a.elements = b.elements;
        } else if (b.elements != null) {
            join(a.elements, b.elements);
        }
        return keeps ? a.markKept() : either ? a.markOutside() : a;
    }

    /** Makes one class of what two arrays may have in common: their levels of one rank. */
    static void share(Cell first, int rankOfFirst, Cell second, int rankOfSecond) {
        Cell a = first;
        Cell b = second;
        for (int more = rankOfFirst - rankOfSecond; more > 0; more--) {
            a = a.elements();
        }
        for (int more = rankOfSecond - rankOfFirst; more > 0; more--) {
            b = b.elements();
        }
        join(a, b);
    }
}
