/**
 * Tensors with a dynamic graph, after PyTorch: what is computed is recorded, and {@code backward()} differentiates it.
 *
 * <p><em>Elements.</em> A {@link dev.fluxion.tensor.Tensor} is a shape with strides over a storage of doubles or floats,
 * which views share, with a counter of modifications.
 *
 * <p><em>Operations.</em> Element by element they are rows of tables: a function of numbers, and its adjoint as a formula.
 * The formula is written once, over {@code Quantity}, and evaluated in two ways: on stretches of numbers that stay in the
 * cache, without tensors in between, when only the gradient is wanted; on tensors that record a graph when the gradient is
 * to be differentiated again. Other operations give their adjoints by operations on tensors, which record if asked.
 *
 * <p><em>Graph.</em> A {@link dev.fluxion.tensor.Node} is a backward function with edges to the nodes of the inputs; a
 * leaf's edge ends in its one {@link dev.fluxion.tensor.AccumulateGrad}. A backward pass runs the nodes in descending order
 * of their level, one more than the greatest behind them: a topological order that needs no recursion and no count. What
 * gets into {@code grad} is written at the end, so a pass that fails changes no gradient.
 *
 * <p><em>Safety.</em> What is saved for backward knows the version that it must still have; modifying a leaf that requires a
 * gradient, using a view whose base was overwritten by a recorded operation, and a second pass through freed values are
 * errors.
 */
package dev.fluxion.tensor;
