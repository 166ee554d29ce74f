package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Type;
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

    private Reach reach = Reach.INSIDE;

    /** Who may have the arrays of a class, each case with those before it. */
    private enum Reach {
        /** The function alone. */
        INSIDE,
        /** Its caller too. */
        OUTSIDE,
        /** Code that is not followed, to which they were handed. */
        KEPT,
        /** A field, or code that is not followed, from which they came. */
        HELD
    }

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
        return isWithin(Reach.OUTSIDE);
    }

    boolean isKept() {
        return isWithin(Reach.KEPT);
    }

    boolean isHeld() {
        return isWithin(Reach.HELD);
    }

    private boolean isWithin(Reach least) {
        return root().reach.compareTo(least) >= 0;
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
            root.elements.reach = root.reach;
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
        return mark(Reach.OUTSIDE);
    }

    Cell markKept() {
        return mark(Reach.KEPT);
    }

    Cell markHeld() {
        return mark(Reach.HELD);
    }

    private Cell mark(Reach least) {
        levels().stream().filter(c -> c.reach.compareTo(least) < 0).forEach(c -> c.reach = least);
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
        Reach farther = a.reach.compareTo(b.reach) < 0 ? b.reach : a.reach;
        if (a.elements == null) {
            a.elements = b.elements;
        } else if (b.elements != null) {
            join(a.elements, b.elements);
        }
        return a.mark(farther);
    }

    /** Makes one class of what two arrays may have in common: their levels of one rank. */
    static void share(Cell first, Type typeOfFirst, Cell second, Type typeOfSecond) {
        Cell a = first;
        Cell b = second;
        for (int more = rank(typeOfFirst) - rank(typeOfSecond); more > 0; more--) {
            a = a.elements();
        }
        for (int more = rank(typeOfSecond) - rank(typeOfFirst); more > 0; more--) {
            b = b.elements();
        }
        join(a, b);
    }

    private static int rank(Type type) {
        int rank = 0;
        for (Type t = type; t instanceof Type.Array a; t = a.component()) {
            rank++;
        }
        return rank;
    }
}
