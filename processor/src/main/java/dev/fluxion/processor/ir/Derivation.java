package dev.fluxion.processor.ir;

import java.util.List;

/**
 * Which derivative of a function is meant: the transform, and for each parameter of the function whether it is active.
 *
 * <p>Conventions of the derived function's signature, for a primal with parameters {@code P} and results {@code R}, where {@code A} are the
 * active parameters and {@code D} the differentiable results. Adjoints of numbers are returned; adjoints of arrays are arrays that the
 * caller gives, {@code B} for those of the active parameters, and that are added to. {@code S(X)} are the numbers among X, {@code V(X)} the arrays.
 *
 * <table>
 * <caption>Signatures</caption>
 * <tr><th>transform</th><th>parameters</th><th>results</th></tr>
 * <tr><td>TANGENT</td><td>P, then one tangent per A</td><td>R, then one tangent per D</td></tr>
 * <tr><td>VJP</td><td>P, one adjoint per D, B</td><td>R, then one adjoint per S(A)</td></tr>
 * <tr><td>GRADIENT</td><td>P, B</td><td>R (one, a number), then one adjoint per S(A), for the seed 1</td></tr>
 * <tr><td>DERIVATIVE</td><td>P, B</td><td>one adjoint per S(A), for the seed 1</td></tr>
 * <tr><td>FORWARD_SWEEP</td><td>P, B, tape</td><td>R, then the adjoint array of each V(D)</td></tr>
 * <tr><td>UNPACKED</td><td>P, behind each record its leaves</td><td>R, behind a record its leaves</td></tr>
 * <tr><td>REVERSE_SWEEP</td><td>the P of primitive types, one adjoint per S(D), tape</td><td>one adjoint per S(A)</td></tr>
 * </table>
 *
 * <p>A stack or tape among the parameters of a function that is itself derived counts as active; its tangent is another one.
 */
public record Derivation(Transform transform, List<Boolean> active, List<Boolean> kept) {

    /**
     * A derivation.
     *
     * @param kept of the two sweeps, for each parameter whether it is an array that nothing writes to from the call of the forward sweep to that of the reverse
     *     sweep; empty where none is
     */
    public Derivation {
        active = List.copyOf(active);
        kept = kept.contains(true) ? List.copyOf(kept) : List.of();
    }

    /** A derivation of which nothing more is known. */
    public Derivation(Transform transform, List<Boolean> active) {
        this(transform, active, List.of());
    }

    /** Whether a parameter is an array that nothing writes to between the two sweeps. */
    public boolean isKept(int parameter) {
        return !kept.isEmpty() && kept.get(parameter);
    }

    /** The transforms that make functions of functions. */
    public enum Transform {
        /** Forward mode: values and tangents in one pass. */
        TANGENT,
        /** Reverse mode in one function: forward sweep, then reverse sweep. */
        VJP,
        /** Reverse mode of a scalar function with the seed 1: the value and all partials. */
        GRADIENT,
        /** The partials alone. */
        DERIVATIVE,
        /** The first half of a split reverse mode: the primal, recording on a shared tape. */
        FORWARD_SWEEP,
        /** The second half: adjoints from the tape. */
        REVERSE_SWEEP,
        /**
         * The method itself, with the active numbers and arrays in a record handed over behind the record, and returned likewise. The other transforms
         * are applied to it.
         */
        UNPACKED
    }

    /** How many parameters are active. */
    public int activeCount() {
        return (int) active.stream().filter(Boolean::booleanValue).count();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(transform.name().toLowerCase(java.util.Locale.ROOT)).append('[');
        for (int i = 0; i < active.size(); i++) {
            text.append(active.get(i) ? 'a' : '-').append(isKept(i) ? "k" : "");
        }
        return text.append(']').toString();
    }
}
