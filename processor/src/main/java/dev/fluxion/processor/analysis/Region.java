package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Stmt;

/**
 * A block of a function, as a place where values live. A region is entered as a whole and, in structured code, left at its end
 * only; a loop's body is entered once for every iteration.
 */
public final class Region {

    private final Region parent;
    private final Stmt owner;

    Region(Region parent, Stmt owner) {
        this.parent = parent;
        this.owner = owner;
    }

    /** The enclosing region, null for the function's body. */
    public Region parent() {
        return parent;
    }

    /** The statement this is a block of, null for the function's body. */
    public Stmt owner() {
        return owner;
    }

    /** The innermost loop body around this region, or the function's body: one iteration of it executes this region at most once. */
    public Region instance() {
        Region r = this;
        while (!r.isInstance()) {
            r = r.parent;
        }
        return r;
    }

    /** Whether this is a loop's body or the function's. */
    public boolean isInstance() {
        return parent == null || owner instanceof Stmt.Loop;
    }

    /** Whether this is the function's body. */
    public boolean isRoot() {
        return parent == null;
    }

    /** Whether this region is another one or lies in it. */
    public boolean isWithin(Region other) {
        for (Region r = this; r != null; r = r.parent) {
            if (r == other) {
                return true;
            }
        }
        return false;
    }
}
