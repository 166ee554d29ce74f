/**
 * Brings a primal function into the form that reverse mode takes apart: structured control flow and one active operation to a statement.
 *
 * <p>Input and output are functions that compute the same, bit for bit, with the same effects.
 */
package dev.fluxion.processor.transform.normalise;
