/**
 * Derivatives that users write: finds the methods and types annotated with {@code DerivativeOf}, in this compilation and in what
 * it is compiled against, and checks them.
 *
 * <p>In: elements, seen through {@code javax.lang.model} alone. Out: {@link dev.fluxion.processor.ir.UserRules}, and a finding
 * per mistake; a rule with a mistake is left out.
 *
 * <p>Invariants: types are compared as the IR's, erased; nothing here holds on to an element from one round to the next; the order
 * in which files are compiled changes nothing.
 */
package dev.fluxion.processor.frontend.rules;
