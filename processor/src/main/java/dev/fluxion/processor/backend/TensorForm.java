package dev.fluxion.processor.backend;

import dev.fluxion.processor.ir.Callee;

/**
 * What is known of a method that can be called with tensors, beside its header.
 *
 * @param location its file and line, {@code Curves.java:12}
 * @param isDeprecated whether calling it is something to warn of
 * @param secondSweep the derived function that differentiates its reverse sweep, or null
 */
public record TensorForm(String location, boolean isDeprecated, Callee.Derived secondSweep) {}
