package dev.fluxion.processor.analysis;

import dev.fluxion.processor.ir.Expr;
import dev.fluxion.processor.ir.Stmt;
import dev.fluxion.processor.ir.Var;

/**
 * One of the values that a variable takes, by the place that gave it: a static single assignment name (Cytron et al.) that is only
 * computed, never written into the program.
 *
 * @param kind what gave the value
 * @param site the statement that did, null for a parameter
 * @param definition the assigned expression, where there is one
 * @param region where the value is made: it can be asked for in this region and those inside
 */
public record Version(Var variable, Kind kind, Stmt site, Expr definition, Region region) {

    /** What gives a variable a value. */
    public enum Kind {
        /** The call of the function. */
        PARAMETER,
        /** An assignment. */
        ASSIGNMENT,
        /** Control flow that comes together behind a statement. */
        JOIN,
        /** The beginning of an iteration. */
        HEAD,
        /** A condition, selector, trip count or exit number: the value is control's. */
        CONTROL
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version v && v.variable == variable && v.kind == kind && v.site == site;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(variable) * 31 + System.identityHashCode(site) * 7 + kind.ordinal();
    }

    @Override
    public String toString() {
        return variable + "@" + kind + (site == null ? "" : site.span());
    }
}
