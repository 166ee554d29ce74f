/**
 * What generated gradients cost beside hand-written ones, counted in executed bytecodes.
 *
 * <p>Input: the sources in {@code src/test/resources/cost}, in which {@code XByHand} holds the gradients of {@code X} as a careful
 * person writes them: nothing is stored that could be read or computed again cheaply. Output: a table of counts, and a test that holds the ratios.
 *
 * <p>Counted are arithmetic (comparisons and conversions of numbers included), calls and stores. Strong-zero guards count as the one operation
 * that they guard, and are listed apart, as are the checks of arrays at entry. Classes of the runtime and of the JDK are not entered: a call of them is one call, on both sides.
 */
package dev.fluxion.processor.cost;
