/**
 * The memory of a reverse sweep: what the forward sweep pushes, the reverse sweep pops in the opposite order.
 *
 * <p>Generated code uses exactly sized arrays where the number of iterations is known, and these stacks elsewhere. Every
 * stack holds one primitive type without boxing, grows by itself, keeps its memory when cleared, and belongs to one
 * thread at a time. A {@link dev.fluxion.tape.Workspace} keeps all of that from one call to the next.
 */
package dev.fluxion.tape;
