/**
 * The annotation processor: options, rounds, and the wiring of the passes.
 *
 * <p>In: the annotated methods of a compilation. Out: a companion class for every class with such methods, or diagnostics
 * at the expressions that cannot be differentiated.
 *
 * <p>The pipeline is the list of the packages below this one: {@code frontend} reads a method into the {@code ir},
 * {@code analysis} finds facts about it, {@code transform} makes functions from functions with the {@code rules} of the
 * primitives, and {@code backend} writes them as Java. {@code diagnostics} holds every message.
 *
 * <p>Invariants: only this package depends on all others, and it computes nothing itself. What is kept from one round to
 * the next is qualified names, never elements or trees. A method that failed does not stop the others; an internal failure
 * is one diagnostic. The bytes that are written depend on the source of the methods alone: not on the order of the
 * files, nor on what else is compiled.
 */
package dev.fluxion.processor;
