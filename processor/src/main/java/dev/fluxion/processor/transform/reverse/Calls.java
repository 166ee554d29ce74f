package dev.fluxion.processor.transform.reverse;

import dev.fluxion.processor.analysis.Summaries;
import dev.fluxion.processor.ir.Callee;
import java.util.function.Predicate;

/**
 * What is done with calls of methods that have bodies, and with elements of arrays.
 *
 * @param arePreaccumulated whether the partial of a call with one active number is taken on the way
 * @param singular whether a method may meet a singular point of a primitive
 * @param summaries what calls do to arrays
 * @param areElementsKnown whether an element that was read before is not read again
 * @param annotated the methods whose sweeps are in their own companions, made without knowing of any caller; all, where nobody is told what a caller knows
 * @param testsDistances whether an element that a loop has written for the last time is read again
 * @param findsIndependent whether loops are looked for whose iterations may be reversed at once
 * @param takesSnapshots whether arrays are copied that are read again and again before they are written
 */
public record Calls(
        boolean arePreaccumulated,
        Predicate<Callee.Method> singular,
        Summaries summaries,
        boolean areElementsKnown,
        boolean testsDistances,
        boolean findsIndependent,
        boolean takesSnapshots,
        Predicate<Callee.Method> annotated) {}
