/**
 * The derivatives of the primitives: one row per operator and library method, good for JVP and VJP alike.
 *
 * <p>In: an operation of the IR with its operands and its value. Out: the product of a seed with one partial derivative, in the
 * IR again. With the tangent of the operand as seed it is that operand's part of the value's tangent; with the adjoint of the
 * value it is what the operand's adjoint gains.
 *
 * <p>Invariants: a contribution is linear in the seed and reads it exactly once; it reads operands and value, which have to be
 * free of effects, as often as it likes; all calls in it are of pure methods that have rows themselves, so that derivatives of
 * any order exist. Singular points follow the conventions that {@code dev.fluxion.Derivatives} documents; the primitives whose
 * partials are guarded by a strong zero are a closed list, marked in the rows. A method without a row has no derivative: there is
 * no default.
 */
package dev.fluxion.processor.rules;
