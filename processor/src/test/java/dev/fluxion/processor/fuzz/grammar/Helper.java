package dev.fluxion.processor.fuzz.grammar;

import java.util.List;

/**
 * A method that others may call.
 *
 * @param name how it is called, with its class where that is another one
 * @param isPrivate whether other classes cannot call it
 * @param isRecursive whether its last parameter says how deep it may still recur
 */
record Helper(String name, Sort result, List<Sort> parameters, boolean isPrivate, boolean isRecursive) {}
