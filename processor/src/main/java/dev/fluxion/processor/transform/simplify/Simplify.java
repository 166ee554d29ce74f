package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.transform.Pass;
import java.util.List;
import java.util.function.Predicate;

/** All simplifying passes, until they find nothing more. */
public final class Simplify {

    private static final List<Pass> PASSES = List.of();

    private Simplify() {}

    /**
     * A simpler function that computes the same.
     *
     * @param enabled whether a pass runs, by its name; {@code simplify} stands for all of them
     */
    public static Function apply(Function function, Predicate<String> enabled) {
        if (!enabled.test("simplify")) {
            return function;
        }
        Function simple = function;
        for (Pass pass : PASSES) {
            simple = enabled.test(pass.name()) ? pass.apply(simple) : simple;
        }
        return simple;
    }
}
