/**
 * Forward mode: values and tangents in one pass.
 *
 * <p>In: any function, also one that reverse mode made. Out: the function that carries a tangent beside every active
 * variable: a number beside a number, an array beside an array, a stack beside a stack and a tape beside a tape.
 *
 * <p>Invariants: the statements that compute values are the primal's, in its order; control flow is the primal's; what
 * is not active has no tangent. On a shared tape the tangent of every number is kept, active or not, since the function that
 * takes it off is another one.
 */
package dev.fluxion.processor.transform.forward;
