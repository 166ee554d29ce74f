package dev.fluxion.processor.backend;

/** What a generated method computes. */
public enum GeneratedKind {
    /** {@code fDerivative(x)}: the derivative alone. */
    DERIVATIVE,
    /** {@code fGradient(args)}: value and partials. */
    GRADIENT,
    /** {@code fGradient(args, xBar)}: the same, added to the arrays that are given. */
    GRADIENT_INTO,
    /** {@code fJvp(args, tangents)}: forward mode. */
    JVP,
    /** {@code fVjp(args, resultBar)}: reverse mode with a seed. */
    VJP,
    /** {@code fVjp(args, resultBar, xBar)}: the same, added to the arrays that are given. */
    VJP_INTO,
    /** {@code f(Dual, ...)}: a wrapper of the Jvp over dual numbers. */
    DUAL,
    /** {@code f(Tensor, ...)}: a node of the graph of tensors. */
    TENSOR,
    /** {@code fSecondDerivative(x)}. */
    SECOND_DERIVATIVE,
    /** {@code fHvp(args, direction)}: the Hessian times a direction. */
    HVP,
    /** {@code fHessian(args)}: a wrapper of the Hvp. */
    HESSIAN,
    /** {@code fJacobian(args)}: a wrapper of the Jvp and the Vjp. */
    JACOBIAN,
    /** {@code fFunction()}: value, gradient and Hessian times a direction as one object. */
    FUNCTION,
    /** {@code fForwardSweep(args, tape)}: internal, for other companions. */
    FORWARD_SWEEP,
    /** {@code fReverseSweep(args, resultBar, tape)}, without what is no primitive: internal, for other companions. */
    REVERSE_SWEEP,
    /** {@code fUnpackedJvp(args, tangents)} of what is in records, one by one: internal, for other companions. */
    UNPACKED_JVP;

    /** Whether the backend writes the body itself, as calls of another generated method. */
    public boolean isWrapper() {
        return this == DUAL || this == HESSIAN || this == JACOBIAN || this == FUNCTION;
    }

    /** Whether it is of reverse mode or of second order, which record what a loop did: there may be one that takes its memory from a workspace. */
    public boolean mayReuse() {
        return switch (this) {
            case DERIVATIVE, GRADIENT, GRADIENT_INTO, VJP, VJP_INTO, SECOND_DERIVATIVE, HVP, HESSIAN -> true;
            default -> false;
        };
    }

    /** What stands after the stem in the method's name. */
    String suffix() {
        if (this == GRADIENT_INTO) {
            return GRADIENT.suffix();
        } else if (this == VJP_INTO) {
            return VJP.suffix();
        }
        return this == DUAL || this == TENSOR ? "" : CompanionNames.capitalised(CompanionNames.camelCase(this));
    }
}
