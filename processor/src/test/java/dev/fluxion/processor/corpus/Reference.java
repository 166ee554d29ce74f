package dev.fluxion.processor.corpus;

/**
 * An independent evaluation of a function and its partials at a point.
 *
 * @param trace as {@link Outcome#trace} says it
 * @param gradient the partials
 * @param conditions for each partial the sum of the absolute values of the terms it is the sum of
 * @param isFinite whether every value and partial on the way was finite, so that all modes must agree
 */
record Reference(String trace, double[] gradient, double[] conditions, boolean isFinite) {}
