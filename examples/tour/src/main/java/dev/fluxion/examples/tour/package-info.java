/**
 * The tour: generated derivatives of ordinary Java beside what they were generated from, with their values checked. The
 * methods stand in {@code topics}, what is shown of them in {@code sections}.
 */
package dev.fluxion.examples.tour;
