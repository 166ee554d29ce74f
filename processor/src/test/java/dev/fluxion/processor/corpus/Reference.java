package dev.fluxion.processor.corpus;

/**
 * An independent evaluation of a function and its partials at a point, by interpreting what was lowered over dual numbers.
 *
 * @param trace as {@link Outcome#trace} says it
 * @param gradient the partials; empty where the function throws
 * @param conditions for each partial the sum of the absolute values of the terms it is the sum of
 * @param isRegular whether every value and partial on the way was zero or far from overflow and underflow, so that all modes
 *     must agree
 * @param isSingle whether numbers of type {@code float} took part
 */
record Reference(String trace, double[] gradient, double[] conditions, boolean isRegular, boolean isSingle) {}
