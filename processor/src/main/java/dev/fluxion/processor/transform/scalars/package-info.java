/**
 * Scalar replacement of aggregates: objects that do not leave a function are replaced by variables for their fields, functions that are values by what they do.
 *
 * <p>In: a lowered method and the shapes, constructors and methods of classes. Out: a method that computes the same in the same order, in which
 * active values are no longer in objects; or the same method, where that cannot be had.
 *
 * <p>Invariants: constructors and methods of the objects run as they are written, each as often and where the user's code runs them; an object that
 * leaves in any way, even to be compared, stays an object.
 */
package dev.fluxion.processor.transform.scalars;
