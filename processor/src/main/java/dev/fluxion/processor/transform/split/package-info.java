/**
 * Method splitting: what is too large for the JIT to compile, or for a class file, becomes several methods. Input: the functions of a
 * companion as they are to be printed. Output: functions that compute the same in the same order, and the parts that they call.
 */
package dev.fluxion.processor.transform.split;
