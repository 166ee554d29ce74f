package dev.fluxion.processor.ir;

/** A parameter of a function: what it is to the function, and whether derivatives flow through it. */
public record Parameter(Var variable, Role role, boolean active) {

    /** What a parameter is to the function. */
    public enum Role {
        /** One of the user's. */
        PRIMAL,
        /** A tangent, {@code xDot}. */
        TANGENT,
        /** An adjoint of a result, {@code resultBar}. */
        SEED,
        /** The adjoint of an array, {@code xBar}, which is added to. */
        ADJOINT,
        /** The shared tape of a split function. */
        TAPE,
        /** Where the function has its memory. */
        WORKSPACE
    }

    public static Parameter primal(Var variable, boolean active) {
        return new Parameter(variable, Role.PRIMAL, active);
    }
}
