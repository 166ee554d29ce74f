package dev.fluxion.processor.corpus;

import java.util.Optional;
import java.util.Set;

/**
 * An independent evaluation of a function and its partials at a point, by interpreting what was lowered over dual numbers.
 *
 * @param trace as {@link Outcome#trace} says it
 * @param gradient the partials; empty where the function throws
 * @param conditions for each partial the sum of the absolute values of the terms it is the sum of
 * @param isRegular whether every value and partial on the way was zero or far from overflow and underflow, so that all modes
 *     must agree
 * @param isSingle whether numbers of type {@code float} took part
 * @param singular the singular primitives that were met where they are singular; looked for at special points only
 */
record Reference(
        String trace,
        double[] gradient,
        double[] conditions,
        boolean isRegular,
        boolean isSingle,
        Set<String> singular) {

    /** Why the modes may differ here, or nothing where they have to agree. */
    Optional<String> cause(Point p) {
        if (p.isInfinite()) {
            return Optional.of("argument");
        } else if (!singular.isEmpty()) {
            return Optional.of(String.join("+", singular));
        }
        return isRegular ? Optional.empty() : Optional.of("range");
    }
}
