package dev.fluxion.tensor;

/**
 * Extreme values with the places where they are.
 *
 * @param values the values, part of the graph
 * @param indices for each the index along the reduced dimension, a whole number as a double
 */
public record TensorWithIndices(Tensor values, Tensor indices) {}
