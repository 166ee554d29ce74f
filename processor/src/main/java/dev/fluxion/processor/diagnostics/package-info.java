/**
 * The catalogue of everything that the compiler can say to a user.
 *
 * <p>In: a code, the span of an expression, and arguments. Out: a finding, whose text reads
 * {@code [FLX0203] what was found; why it cannot be differentiated; what to do}.
 *
 * <p>Invariants: no text is written anywhere else; every code has one severity and a section of the reference page;
 * codes are never used again for something else. Spans are the IR's: javac's types do not occur here.
 */
package dev.fluxion.processor.diagnostics;
