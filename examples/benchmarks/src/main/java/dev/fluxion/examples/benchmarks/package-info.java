/**
 * Benchmarks: functions, careful hand-written adjoints of them, and JMH measurements of both beside the primal. The
 * tests hold hand-written and generated derivatives to be the same, so that like is compared with like.
 */
package dev.fluxion.examples.benchmarks;
