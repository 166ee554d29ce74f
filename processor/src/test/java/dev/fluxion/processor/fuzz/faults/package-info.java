/**
 * Planted faults: the compiler's own classes with one mistake each, made in their bytecode and loaded apart, to show that random programs find such mistakes. Nothing in the
 * compiler knows of it.
 */
package dev.fluxion.processor.fuzz.faults;
