/**
 * Facts about functions: which variables are active, which values the reverse sweep needs, what is pure, what is live,
 * which calls reach which functions.
 *
 * <p>In: a {@link dev.fluxion.processor.ir.Function}, with the {@link dev.fluxion.processor.ir.Program} where callees
 * matter. Out: facts, as immutable objects that answer questions by variable or statement.
 *
 * <p>Invariants: an analysis changes nothing and keeps no state between functions. Every answer errs on one side only,
 * which its type documents. The names are those of the field: varied and useful give active; TBR (to be recorded) is
 * Hascoët, Naumann and Pascual, "To be recorded" analysis in reverse-mode automatic differentiation, FGCS 21 (2005).
 */
package dev.fluxion.processor.analysis;
