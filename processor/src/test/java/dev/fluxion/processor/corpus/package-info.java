/**
 * The corpus: many small functions, one behaviour each, differentiated in every mode and checked against each other, against
 * closed forms and against differences. What it holds and how it grows is described in {@code docs/corpus.md}.
 */
package dev.fluxion.processor.corpus;
