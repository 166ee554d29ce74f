/**
 * Inlining: calls of small helpers are replaced by what the helpers do.
 *
 * <p>In: a lowered method and the program it belongs to. Out: the same method, which does the same in the same order, with fewer calls.
 *
 * <p>Invariants: what is inlined is of the same class, so that no companion depends on another file; names come from the helper, lines too.
 */
package dev.fluxion.processor.transform.inline;
