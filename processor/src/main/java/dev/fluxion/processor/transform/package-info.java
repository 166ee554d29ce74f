/**
 * Functions from functions: normalising, inlining, the forward and the reverse derivative, simplifying.
 *
 * <p>In: a {@link dev.fluxion.processor.ir.Function}, facts about it, and the rules. Out: another function.
 *
 * <p>Invariants: every pass is total on what the verifier accepts and yields what the verifier accepts. The transforms
 * are closed over the IR: the derivative of a derivative is the same code run again. The statements of the primal keep
 * their values bit for bit, their order and their number; only adjoint arithmetic may be reassociated.
 */
package dev.fluxion.processor.transform;
