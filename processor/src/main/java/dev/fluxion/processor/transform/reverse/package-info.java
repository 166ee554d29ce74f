/**
 * Reverse mode over structured functions.
 *
 * <p>Input: a function in three-address form without jumps but breaks at the ends of iterations, its control in variables. Output: functions
 * that hold a forward sweep, a reverse sweep or both. The reverse sweep is written three times: once to find out which values of the
 * forward sweep it asks for, then, with a plan where each comes from, to find out in which order, then for good.
 */
package dev.fluxion.processor.transform.reverse;
