/** What generating derivatives adds to the time of {@code javac}. */
package dev.fluxion.examples.benchmarks.compiling;
