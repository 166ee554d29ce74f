/** What tensors cost: an operation with its graph, a compiled method over many elements, a matrix product, a step of training. */
package dev.fluxion.examples.benchmarks.tensors;
