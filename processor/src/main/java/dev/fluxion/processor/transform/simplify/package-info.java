/**
 * Simplifying: derivative code as a careful person would have written it.
 *
 * <p>In: a function that the transforms made. Out: one that computes the same, bit for bit in all that the primal computes, with the
 * same exceptions and effects in the same order, in fewer statements and variables.
 *
 * <p>Invariants: each pass is a {@link dev.fluxion.processor.transform.Pass} that can be switched off alone. Only
 * adjoints are reassociated, and only by passes that say so. What may throw or have an effect is neither dropped nor moved across another such thing.
 */
package dev.fluxion.processor.transform.simplify;
