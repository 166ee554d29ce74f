/**
 * Random Java programs.
 *
 * <p>In: a seed. Out: a program as a tree of text, well typed, that ends, with an annotated entry method. Everything that a program may contain is a
 * {@link dev.fluxion.processor.fuzz.grammar.Production}, registered with the {@link dev.fluxion.processor.fuzz.grammar.Grammar} under the sort of what it makes.
 */
package dev.fluxion.processor.fuzz.grammar;
