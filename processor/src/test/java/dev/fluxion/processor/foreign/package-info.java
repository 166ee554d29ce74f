/**
 * Differentiates methods of libraries that nobody here wrote: a sample of all that have numbers to differentiate by, each annotated and nothing else of its source
 * touched, and compares what comes out with differences. {@code processor/docs/foreign-code.md} says how it is run.
 */
package dev.fluxion.processor.foreign;
