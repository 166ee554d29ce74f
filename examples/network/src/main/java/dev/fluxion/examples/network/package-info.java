/**
 * A small neural network, trained on the iris flowers of R. A. Fisher (<i>The use of multiple measurements in taxonomic
 * problems</i>, 1936): a dynamic graph of tensors whose activation is a compiled method.
 */
package dev.fluxion.examples.network;
