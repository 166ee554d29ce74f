/**
 * One class per section of the tour. A section writes on a {@link dev.fluxion.examples.tour.sections.Page}: text, sources
 * and numbers with what they must be. What becomes of a page, printed text or tests, is not the section's business.
 */
package dev.fluxion.examples.tour.sections;
