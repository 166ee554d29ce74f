/**
 * Gives the arrays, stacks and tapes of a finished function their memory from a workspace that its caller hands in.
 *
 * <p>Input: the body of a generated method, or of a sweep. Output: the same function with what it allocates taken from the workspace and given back, but for
 * what outlives the call. Invariant: nothing that a caller can reach after the call is in the workspace.
 */
package dev.fluxion.processor.transform.memory;
