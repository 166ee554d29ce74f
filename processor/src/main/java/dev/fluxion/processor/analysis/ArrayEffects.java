package dev.fluxion.processor.analysis;

import java.util.List;
import java.util.Set;

/**
 * What a call does to arrays, as far as its caller can tell. Parameters are numbered as the callee's function numbers them.
 *
 * @param written the parameters whose arrays, or rows reached from them, may be written to
 * @param kept the parameters, and the result, whose arrays may be in a field or with code that is not followed
 * @param shared pairs of parameters, or of a parameter and the result, that may have arrays in common when the callee returns
 * @param returnsHeld whether the result may be an array of a field, or one that came from code that is not followed
 * @param writesKept whether arrays in fields, or with code that is not followed, may be written to
 */
public record ArrayEffects(
        Set<Integer> written, Set<Integer> kept, Set<List<Integer>> shared, boolean returnsHeld, boolean writesKept) {

    /** Stands for the result among the parameters. */
    public static final int RESULT = -1;

    static final ArrayEffects NONE = new ArrayEffects(Set.of(), Set.of(), Set.of(), false, false);

    public ArrayEffects {
        written = Set.copyOf(written);
        kept = Set.copyOf(kept);
        shared = Set.copyOf(shared);
    }
}
