/**
 * What random programs consist of.
 *
 * <p>In: programs. Out: how often each node of the IR stands in each context. A cell that is empty is something that no program tests.
 */
package dev.fluxion.processor.fuzz.coverage;
