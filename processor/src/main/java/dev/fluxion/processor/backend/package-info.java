/**
 * From the IR to the source of a companion class.
 *
 * <p>In: the functions of one companion and the signatures to offer. Out: a compilation unit: names that give way to the
 * user's, Javadoc on every method, one comment per source line.
 *
 * <p>Invariants: the text is a function of its input alone, so the same source gives the same bytes on every JDK. This is
 * the only package that knows JavaPoet.
 */
package dev.fluxion.processor.backend;
