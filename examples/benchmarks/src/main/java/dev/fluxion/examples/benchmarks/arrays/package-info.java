/**
 * Gradients over arrays: each problem with its primal, the gradient written by hand, and the benchmark that compares the two
 * with the generated gradient. All gradients add to arrays that the caller owns.
 */
package dev.fluxion.examples.benchmarks.arrays;
