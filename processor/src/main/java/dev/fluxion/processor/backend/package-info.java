/**
 * Prints companions: from IR functions to Java source that a person is glad to read.
 *
 * <p>Input: a {@link dev.fluxion.processor.backend.CompanionModel}, made from a {@link
 * dev.fluxion.processor.backend.CompanionLayout} and the functions that the transforms derived. Output: the text of one source
 * file. The layout alone decides which members exist and what they are called; the rest only prints.
 *
 * <p>Invariants: the text is a function of the model, the same on every platform and JDK; printing never changes what an
 * expression evaluates to, floating-point association included; every generated file compiles without lint warnings. This is the
 * only package that knows JavaPoet.
 */
package dev.fluxion.processor.backend;
