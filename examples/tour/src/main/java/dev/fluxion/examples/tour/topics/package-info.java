/**
 * What a user of Fluxion writes: ordinary methods, some of them marked {@code @Differentiable}. Each class stands for
 * itself and can be copied; the companions with the derivatives are generated beside them.
 */
package dev.fluxion.examples.tour.topics;
