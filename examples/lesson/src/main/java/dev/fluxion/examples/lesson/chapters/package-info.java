/** The chapters of the lesson: each shows its code's results to a {@link dev.fluxion.examples.lesson.chapters.Notebook}. */
package dev.fluxion.examples.lesson.chapters;
