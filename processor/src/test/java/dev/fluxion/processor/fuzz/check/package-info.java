/**
 * Checks random programs: compiles them in memory, runs all that was generated for them, and compares it with the programs themselves, with an evaluation that shares
 * nothing with the compiler's transforms, and with differences.
 */
package dev.fluxion.processor.fuzz.check;
