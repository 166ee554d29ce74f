/**
 * What a user of Fluxion writes and what the generated code answers with: the annotations that ask for derivatives, the
 * dual number, functions with their derivatives, and the conventions that generated code and dual numbers share; and the
 * check of derivatives against differences.
 *
 * <p>The words are those of the field (Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008): the
 * <em>primal</em> is the user's function, a <em>tangent</em> is a forward derivative, an <em>adjoint</em> a reverse one.
 *
 * <p>Everything here is stateless or immutable.
 */
package dev.fluxion;
