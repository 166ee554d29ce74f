/**
 * The derivatives of the primitives: one row each, with JVP and VJP.
 *
 * <p>In: an operation of the IR with its operands, and its value where the partial reuses it. Out: expressions for the
 * partial derivatives, in the IR again, so that they can be differentiated in turn.
 *
 * <p>Invariants: a rule is a pure function of its operands; singular points follow the conventions that
 * {@code dev.fluxion.Derivatives} documents; the primitives whose partials are guarded by a strong zero are a closed
 * list, stated with the rows. A method without a row has no derivative: there is no default.
 */
package dev.fluxion.processor.rules;
