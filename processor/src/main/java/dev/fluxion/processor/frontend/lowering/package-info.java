/**
 * Lowers attributed trees to the IR: Java's meaning, made explicit.
 *
 * <p>Input: a method's tree in a {@link dev.fluxion.processor.frontend.mirror.Mirror}. Output: a {@link dev.fluxion.processor.ir.Function} in normal form:
 * expressions are trees without effects, in Java's order of evaluation; every effect is a statement; every conversion is written.
 */
package dev.fluxion.processor.frontend.lowering;
