package dev.fluxion.processor.transform.simplify;

import dev.fluxion.processor.ir.Function;
import dev.fluxion.processor.transform.Pass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All simplifying passes, until they find nothing more. */
public final class Simplify {

    private static final List<Pass> PASSES = List.of(
            new CopyPropagation(),
            new Coalescing(),
            new Algebra(),
            new ForwardSubstitution(),
            new Accumulation(),
            new Factoring(),
            new BranchFusion(),
            new LoopFusion(),
            new LoadSharing(),
            new Reuse(),
            new Sharing(),
            new Sinking(),
            new EarlyReturn(),
            new ElementAccumulation(),
            new Increments(),
            new DeadCode(),
            new Declarations());

    /** What is done once, at the end: it gives variables several values, with which the others could do less. */
    private static final List<Pass> LAST =
            List.of(new Restoring(), new CarriedCopies(), new TapedElements(), new IndexedTapes());

    /** Each round needs the one before; more than this would be a circle. */
    private static final int ROUNDS = 12;

    private Simplify() {}

    /** The names of the passes, in order. */
    public static List<String> names() {
        return Stream.concat(PASSES.stream(), LAST.stream()).map(Pass::name).toList();
    }

    /** A simpler function that computes the same; see the other method. */
    public static Function apply(Function function, Predicate<String> enabled) {
        return apply(function, enabled, (pass, result) -> {});
    }

    /**
     * A simpler function that computes the same.
     *
     * @param enabled whether a pass runs, by its name; {@code simplify} stands for all of them
     * @param watcher is shown what each pass made
     */
    public static Function apply(Function function, Predicate<String> enabled, BiConsumer<String, Function> watcher) {
        if (!enabled.test("simplify")) {
            return function;
        }
        Function simple = function;
        Map<Pass, Function> seen = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Function before = simple;
            simple = run(PASSES, simple, seen, enabled, watcher);
            if (simple == before) {
                break;
            }
        }
        return run(LAST, simple, seen, enabled, watcher);
    }

    /** Runs passes, but for those that have seen this very function. */
    private static Function run(
            List<Pass> passes,
            Function function,
            Map<Pass, Function> seen,
            Predicate<String> enabled,
            BiConsumer<String, Function> watcher) {
        Function result = function;
        for (Pass pass : passes) {
            if (enabled.test(pass.name()) && seen.put(pass, result) != result) {
                result = changed(pass, result);
                watcher.accept(pass.name(), result);
            }
        }
        return result;
    }

    /** What a pass makes of a function: the function itself if it finds nothing to do, so that it need not look again. */
    private static Function changed(Pass pass, Function function) {
        Function result = pass.apply(function);
        return result.body().equals(function.body()) ? function : result;
    }
}
