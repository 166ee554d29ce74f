/**
 * What is generated as text: the same bytes whatever the JDK, the order of the files and the files beside, and nothing in it that nobody reads.
 */
package dev.fluxion.processor.generated;
