package dev.fluxion.processor.interpreter;

/**
 * A number beside the sum of the absolute values of all terms of its derivative: what a rounding error of a derivative is measured by, in whatever order its terms were
 * summed.
 */
public record Magnitude(double value, double terms) {}
