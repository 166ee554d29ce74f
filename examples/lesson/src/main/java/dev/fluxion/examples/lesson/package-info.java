/**
 * The lesson with which people learn automatic differentiation, from a tensor that requires a gradient to functions with a
 * backward function of their own. Prints what the lesson shows, asserts it, and draws its plots and graphs.
 */
package dev.fluxion.examples.lesson;
