/**
 * Runs the IR as it stands.
 *
 * <p>In: lowered functions and arguments. Out: their results or exceptions. Over plain numbers it tells whether lowering kept what a method means; over dual numbers
 * it is a forward mode that shares nothing with the compiler's.
 */
package dev.fluxion.processor.interpreter;
