package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.transform.normalise.ControlVariables;

/**
 * A function in the form that is reversed.
 *
 * @param function structured, in three-address form, its control named
 * @param names the names of control
 * @param primitives what is active and which rules there are
 */
public record Preparation(Function function, ControlVariables.Names names, Primitives primitives) {}
