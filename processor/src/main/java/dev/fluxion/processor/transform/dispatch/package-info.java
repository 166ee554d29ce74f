/**
 * Dispatch: which method an instance call runs.
 *
 * <p>In: a lowered method, and which classes of the compilation have which implementations. Out: the same method, in which every instance
 * call that is looked into hands its receiver in as the first argument; and for a method that several classes implement a function that chooses by the
 * receiver's class. Calls of functions that a caller hands in are told apart from those: the function itself has the derivatives.
 *
 * <p>Invariants: a receiver that is null throws where the user's call does; a class that is not in the compilation is refused at run time and never
 * differentiated as another.
 */
package dev.fluxion.processor.transform.dispatch;
