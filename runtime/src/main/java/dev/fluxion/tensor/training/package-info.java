/**
 * What training a small model takes: layers with parameters from a seed, optimisers, and minibatches. Works through the
 * public operations of {@link dev.fluxion.tensor.Tensor} alone.
 */
package dev.fluxion.tensor.training;
